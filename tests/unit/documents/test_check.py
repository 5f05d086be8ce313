"""Whether this machine can print."""

from acceptance.documents.check import check_printing


def test_this_machine_can_print() -> None:
    assert check_printing().is_ready
    assert check_printing().remedy == ""


def test_a_missing_library_is_named_by_its_package() -> None:
    def load(library: str) -> object:
        if "subset" in library or "pango-" in library:
            raise OSError(library)
        return library

    check = check_printing(load)
    assert not check.is_ready
    assert check.missing_packages == ("libpango-1.0-0", "libharfbuzz-subset0")
    assert check.remedy.startswith("apt-get install")
    assert check.remedy.endswith("libpango-1.0-0 libharfbuzz-subset0")
