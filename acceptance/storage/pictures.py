"""What is really in an uploaded picture, and a copy of it that may be shown."""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

FORMATS = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "WEBP": "webp"}
LARGEST_FILE = 12_000_000  # bytes
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2000  # pixels of the shown copy
QUALITY = 82

_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    OverflowError,
    MemoryError,
    IndexError,
    KeyError,
    TypeError,
    struct.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)

Image.MAX_IMAGE_PIXELS = MOST_PIXELS


class PictureError(ValueError):
    """The file cannot be taken; `code` names the sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was opened and decoded. `kind` is jpeg, png or webp; `width` and `height` are
    pixels of the original; `shown` is the JPEG to show, without any metadata."""

    kind: str
    width: int
    height: int
    shown: bytes


def read_picture(content: bytes) -> Picture:
    """Decode `content` by what it is, whatever it is called, and make the copy to show."""
    if not content:
        raise PictureError("photo_empty")
    if len(content) > LARGEST_FILE:
        raise PictureError("photo_too_large")
    try:
        with (
            warnings.catch_warnings(),
            _open(content) as picture,
        ):
            width, height = picture.size
            kind = FORMATS[picture.format or ""]
            return Picture(kind, width, height, _shown(picture))
    except PictureError:
        raise
    except _BROKEN:
        raise PictureError("photo_unreadable") from None


def _open(content: bytes) -> Image.Image:
    # The size stands in the head of the file: a bomb is refused before anything is decoded.
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        picture = Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP"))
    except UnidentifiedImageError:
        raise PictureError("photo_kind_unknown") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureError("photo_too_many_pixels") from None
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise PictureError("photo_too_many_pixels")
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise PictureError("photo_moves")
    return picture


def _shown(picture: Image.Image) -> bytes:
    # The PDF library switches this on for the whole process: half a photo would pass for one.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    copy = Image.new("RGB", upright.size, "white")
    has_alpha = upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
    if has_alpha:
        layer = upright.convert("RGBA")
        copy.paste(layer, mask=layer)
    else:
        copy.paste(upright.convert("RGB"))
    target = io.BytesIO()
    copy.save(target, "JPEG", quality=QUALITY, optimize=True)
    return target.getvalue()
