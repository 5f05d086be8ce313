"""What others wrote is exactly what was taken from them."""

import hashlib

import pytest

from tests.support.sources import PRODUCT, ROOT, source, tracked_files

FOLDER = PRODUCT / "web" / "static" / "vendor"
LINES = [
    line.split()
    for line in (FOLDER / "VENDOR.lock").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("name", "version", "file", "digest"), LINES)
def test_file_is_the_one_in_the_lock(name: str, version: str, file: str, digest: str) -> None:
    assert file.startswith(f"{name}-{version}/")
    assert hashlib.sha256((FOLDER / file).read_bytes()).hexdigest() == digest


def test_lock_names_every_file() -> None:
    prefix = FOLDER.relative_to(ROOT).as_posix() + "/"
    present = {name.removeprefix(prefix) for name in tracked_files() if name.startswith(prefix)}
    assert present == {line[2] for line in LINES} | {"VENDOR.lock"}


def test_each_library_comes_with_its_licence() -> None:
    folders = {line[2].split("/")[0] for line in LINES}
    assert {f"{folder}/LICENSE" for folder in folders} <= {line[2] for line in LINES}


def test_npm_lock_checks_contents_and_names_no_place() -> None:
    lock = source("vendor/package-lock.json")
    assert lock.count('"integrity"') == lock.count('"node_modules/')
    assert '"resolved"' not in lock
