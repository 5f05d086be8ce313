"""Uploaded pictures: taken by content alone, bounded, and shown without what they carry."""

import contextlib
import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from acceptance.storage import pictures
from acceptance.storage.pictures import PictureError, read_picture
from tests.builders.checklists import picture


def shown(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(read_picture(content).shown))


@pytest.mark.parametrize(("kind", "word"), [("JPEG", "jpeg"), ("PNG", "png"), ("WEBP", "webp")])
def test_three_kinds_are_taken(kind: str, word: str) -> None:
    taken = read_picture(picture(kind))
    assert (taken.kind, taken.width, taken.height) == (word, 60, 40)
    assert shown(picture(kind)).format == "JPEG"


def chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def png_that_claims(width: int, height: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b"")


def zipped() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("photo.jpg", "no photo")
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "photo_empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo_kind_unknown"),
        (b"<html><script>1</script></html>", "photo_kind_unknown"),
        (b"%PDF-1.7", "photo_kind_unknown"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "photo_kind_unknown"),
        (zipped(), "photo_kind_unknown"),
        (picture("GIF"), "photo_kind_unknown"),
        (picture("TIFF"), "photo_kind_unknown"),
        (picture("BMP"), "photo_kind_unknown"),
        (picture("JPEG", (400, 400))[:400], "photo_unreadable"),
        (picture("PNG", (400, 400))[:60], "photo_unreadable"),
        (png_that_claims(30_000, 30_000), "photo_too_many_pixels"),
        (png_that_claims(4_000_000_000, 1), "photo_too_many_pixels"),
        (png_that_claims(10_000, 6_000), "photo_too_many_pixels"),
        (b"\xff\xd8\xff" + b"\0" * pictures.LARGEST_FILE, "photo_too_large"),
    ],
)
def test_what_is_no_photo_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(PictureError) as refused:
        read_picture(content)
    assert refused.value.code == code


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_moving_picture_is_refused(kind: str) -> None:
    frames = [Image.new("RGB", (8, 8), (shade, 0, 0)) for shade in (0, 120, 240)]
    target = io.BytesIO()
    frames[0].save(target, kind, save_all=True, append_images=frames[1:])
    with pytest.raises(PictureError) as refused:
        read_picture(target.getvalue())
    assert refused.value.code == "photo_moves"


def test_what_hangs_behind_a_picture_is_not_shown() -> None:
    both = picture("JPEG") + zipped()
    assert b"PK" in both
    assert b"PK\x03\x04" not in read_picture(both).shown


def test_place_and_camera_are_not_shown() -> None:
    exif = Image.Exif()
    exif[0x010F] = "CameraOfSomebody"
    exif.get_ifd(0x8825)[1] = "N"
    original = picture("JPEG", exif=exif.tobytes())
    assert b"CameraOfSomebody" in original
    taken = read_picture(original)
    assert b"CameraOfSomebody" not in taken.shown
    assert not shown(original).getexif()


def test_a_picture_taken_sideways_is_shown_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert shown(picture("JPEG", (60, 40), exif=exif.tobytes())).size == (40, 60)


def test_a_large_picture_is_shown_smaller() -> None:
    assert max(shown(picture("JPEG", (3000, 1000))).size) == pictures.LONGEST_SIDE


def test_what_is_transparent_is_shown_on_white() -> None:
    target = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(target, "PNG")
    assert min(shown(target.getvalue()).getpixel((5, 5))) > 250


@given(st.data())
def test_damaged_pictures_are_refused_or_read_and_nothing_else(data: st.DataObject) -> None:
    content = bytearray(picture(data.draw(st.sampled_from(["JPEG", "PNG", "WEBP"]))))
    places = st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(PictureError):
        read_picture(bytes(content))
