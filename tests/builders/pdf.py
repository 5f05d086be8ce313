"""Enough of a reader for our own PDFs: pages, what is printed on them and with which glyphs."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from functools import cached_property

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

_STREAM = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(<<.*?>>)\s*stream\r?\n", re.DOTALL)
_SHOWN = re.compile(rb"/(\w+) [\d.]+ Tf|\[(<[^\]]*)\] TJ")


@dataclass(frozen=True)
class PrintedFont:
    """A font inside a PDF: its name, what its glyphs mean, and its file."""

    family: str
    meaning: dict[int, str]
    program: bytes

    @cached_property
    def font(self) -> TTFont:
        return TTFont(io.BytesIO(self.program))


def outline(font: TTFont, glyph: int) -> object:
    """The drawing of a glyph by its number."""
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getGlyphName(glyph)].draw(pen)
    return pen.value


class Pdf:
    """A written paper, taken apart."""

    def __init__(self, written: bytes) -> None:
        self._streams: dict[int, bytes] = {}
        self.objects: dict[int, bytes] = {}
        for match in _STREAM.finditer(written):
            number, header = int(match[1]), match[2]
            length = int(_found(rb"/Length (\d+)", header))
            raw = written[match.end() : match.end() + length]
            self._streams[number] = zlib.decompress(raw) if b"FlateDecode" in header else raw
            self.objects[number] = header
            if b"/ObjStm" in header:
                self._open(header, self._streams[number])

    def _open(self, header: bytes, stream: bytes) -> None:
        first = int(_found(rb"/First (\d+)", header))
        table = [int(word) for word in stream[:first].split()]
        starts = [first + offset for offset in table[1::2]] + [len(stream)]
        for place, number in enumerate(table[::2]):
            self.objects[number] = stream[starts[place] : starts[place + 1]]

    @property
    def catalog(self) -> bytes:
        return next(o for o in self.objects.values() if b"/Type /Catalog" in o)

    @property
    def attachment(self) -> bytes:
        number = next(n for n, o in self.objects.items() if b"/EmbeddedFile/" in o)
        return self._streams[number]

    @property
    def metadata(self) -> str:
        number = next(n for n, o in self.objects.items() if b"/Type /Metadata" in o)
        return self._streams[number].decode()

    @cached_property
    def fonts(self) -> dict[str, PrintedFont]:
        """By the name the pages use."""
        found = {}
        for font in self.objects.values():
            if b"/Subtype /Type0" not in font:
                continue
            tag, family = _found(rb"/BaseFont /(\w+\+[\w-]+)", font).decode().split("+")
            meaning = self._streams[int(_found(rb"/ToUnicode (\d+)", font))]
            below = self.objects[int(_found(rb"/DescendantFonts \[(\d+)", font))]
            about = self.objects[int(_found(rb"/FontDescriptor (\d+)", below))]
            program = self._streams[int(_found(rb"/FontFile3 (\d+)", about))]
            found[tag] = PrintedFont(family, _meanings(meaning), program)
        return found

    @property
    def pages(self) -> list[list[tuple[str, list[int]]]]:
        """For each page the runs of glyphs with the font they are printed in."""
        numbers = sorted(n for n, o in self.objects.items() if o.startswith(b"<</Type /Page/"))
        return [
            _runs(self._streams[int(_found(rb"/Contents (\d+)", self.objects[n]))]) for n in numbers
        ]

    def text(self, page: int) -> str:
        """The characters of a page in the order they are printed."""
        return "".join(
            self.fonts[font].meaning[glyph] for font, glyphs in self.pages[page] for glyph in glyphs
        )


def _runs(content: bytes) -> list[tuple[str, list[int]]]:
    runs, font = [], ""
    for match in _SHOWN.finditer(content):
        if match[1]:
            font = match[1].decode()
        else:
            digits = b"".join(re.findall(rb"<([0-9a-f]+)>", match[2])).decode()
            runs.append((font, [int(digits[i : i + 4], 16) for i in range(0, len(digits), 4)]))
    return runs


def _meanings(cmap: bytes) -> dict[int, str]:
    return {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for glyph, text in re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]{4,})>\n", cmap)
        if not (glyph == b"0000" and text == b"ffff")
    }


def _found(pattern: bytes, text: bytes) -> bytes:
    match = re.search(pattern, text)
    if match is None:
        raise LookupError(pattern)
    return match[1]
