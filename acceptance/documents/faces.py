"""The bundled Song faces: which characters each holds, and which of them a text needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent / "fonts"
# Marks without a drawing of their own, which no face has to hold.
_INVISIBLE = frozenset("\n\r\t\u200b\u200c\u200d\u2060\ufe00\ufe01\ufe0e\ufe0f\ufeff")


@dataclass(frozen=True, slots=True)
class Face:
    """One font file under its own family name; `name` is its file without the ending."""

    name: str

    @property
    def family(self) -> str:
        return "Yanshou Song " + self.name.replace("-", " ").title()

    @property
    def path(self) -> Path:
        return FONTS / f"{self.name}.otf"

    def characters(self) -> frozenset[int]:
        """The code points this face can print."""
        return _characters(self.name)


TEXT = Face("text")
TITLE = Face("title")
NAMES = Face("names")
RARE = tuple(Face(path.stem) for path in sorted(FONTS.glob("more-*.otf")))
FACES = {face.name: face for face in (TEXT, TITLE, NAMES, *RARE)}


def text_faces(text: Iterable[str]) -> tuple[Face, ...]:
    """The faces that print `text` together: the text face, then the fallbacks it needs."""
    left = _points(text) - TEXT.characters()
    chosen = [TEXT]
    for face in (NAMES, *RARE):
        if left & face.characters():
            chosen.append(face)
            left -= face.characters()
    return tuple(chosen)


def unprintable(text: Iterable[str]) -> str:
    """The characters of `text` that no face holds, each once; forms refuse what papers cannot say."""
    left = _points(text) - TEXT.characters()
    for face in (NAMES, *RARE):
        left -= face.characters()
    return "".join(map(chr, sorted(left)))


def untitled(text: Iterable[str]) -> str:
    """The characters that the bold title face lacks: a title of mixed weights looks forged."""
    return "".join(map(chr, sorted(_points(text) - TITLE.characters())))


def _points(text: Iterable[str]) -> frozenset[int]:
    return frozenset(ord(c) for part in text for c in part if c not in _INVISIBLE)


@cache
def _characters(name: str) -> frozenset[int]:
    with TTFont(FONTS / f"{name}.otf", lazy=True) as font:
        return frozenset(font.getBestCmap())
