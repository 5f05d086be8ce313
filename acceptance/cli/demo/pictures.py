"""Small pictures that stand for site photos; each is different, none shows a real place."""

from __future__ import annotations

import hashlib
import io

from PIL import Image, ImageDraw

SIZE = (480, 360)


def site_picture(subject: str) -> bytes:
    """A JPEG of an invented site: sky, hills, a wall; the same subject gives the same picture."""
    seed = hashlib.sha256(subject.encode()).digest()
    picture = Image.new("RGB", SIZE, (150 + seed[0] // 4, 185 + seed[1] // 8, 215 + seed[2] // 8))
    drawing = ImageDraw.Draw(picture)
    horizon = 130 + seed[3] % 60
    peak = 60 + seed[4] % 360
    drawing.polygon(
        [(0, horizon + 30), (peak, horizon - 60), (480, horizon + 20), (480, 360), (0, 360)],
        fill=(120 + seed[5] // 8, 110 + seed[6] // 8, 80 + seed[7] // 8),
    )
    for row in range(6):
        for column in range(8):
            shade = 130 + seed[(row * 8 + column) % 32] // 4
            left, top = 40 + column * 50, horizon + 50 + row * 26
            drawing.rectangle((left, top, left + 46, top + 22), fill=(shade, shade, shade - 12))
    drawing.text((8, 340), hashlib.sha256(seed).hexdigest()[:16], fill=(255, 255, 255))
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=80)
    return file.getvalue()
