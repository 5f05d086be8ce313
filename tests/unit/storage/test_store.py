"""The directory of files: content in, digest out, nothing else believed."""

import hashlib
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acceptance.storage.store import DamagedFileError, DirectoryStore, MissingFileError

CONTENT = b"a photo"


@pytest.fixture
def store(tmp_path: Path) -> DirectoryStore:
    return DirectoryStore(tmp_path / "photos")


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=2000))
def test_what_goes_in_comes_out_under_its_digest(store: DirectoryStore, content: bytes) -> None:
    digest = store.put(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert store.has(digest)
    assert store.get(digest) == content


def test_the_same_content_is_one_file(store: DirectoryStore, tmp_path: Path) -> None:
    assert store.put(CONTENT) == store.put(CONTENT)
    assert len(files(tmp_path)) == 1


def test_only_the_owner_may_read(store: DirectoryStore, tmp_path: Path) -> None:
    store.put(CONTENT)
    assert stat.S_IMODE(files(tmp_path)[0].stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "digest", ["", "../../etc/passwd", "ab" * 32, "AB" * 32, "ab" * 31 + "/.", "ab" * 32 + "\n"]
)
def test_only_digests_of_stored_files_are_found(store: DirectoryStore, digest: str) -> None:
    with pytest.raises(MissingFileError):
        store.get(digest)


def test_a_damaged_file_is_not_handed_out(store: DirectoryStore, tmp_path: Path) -> None:
    digest = store.put(CONTENT)
    files(tmp_path)[0].write_bytes(b"a forgery")
    with pytest.raises(DamagedFileError):
        store.get(digest)


def test_a_half_written_file_is_written_again(store: DirectoryStore, tmp_path: Path) -> None:
    digest = store.put(CONTENT)
    files(tmp_path)[0].write_bytes(b"a ph")
    store.put(CONTENT)
    assert store.get(digest) == CONTENT


def test_a_link_out_of_the_store_is_not_followed(store: DirectoryStore, tmp_path: Path) -> None:
    digest = store.put(CONTENT)
    outside = tmp_path / "outside"
    outside.write_bytes(CONTENT)
    place = files(tmp_path / "photos")[0]
    place.unlink()
    place.symlink_to(outside)
    with pytest.raises(MissingFileError):
        store.get(digest)


def test_nothing_is_left_waiting(store: DirectoryStore, tmp_path: Path) -> None:
    store.put(CONTENT)
    assert [path for path in files(tmp_path) if ".waiting" in path.parts] == []


def test_a_relative_root_is_refused() -> None:
    with pytest.raises(ValueError, match="absolute"):
        DirectoryStore(Path("photos"))
