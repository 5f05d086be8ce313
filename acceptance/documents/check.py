"""Whether this machine can print papers at all; asked at start-up, before anything is imported."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Library by its file name on Linux, with the Debian package that brings it.
_NEEDED = (
    ("libgobject-2.0.so.0", "libglib2.0-0"),
    ("libpango-1.0.so.0", "libpango-1.0-0"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"),
    ("libharfbuzz.so.0", "libharfbuzz0b"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset0"),
    ("libfontconfig.so.1", "libfontconfig1"),
)


@dataclass(frozen=True, slots=True)
class PrintingCheck:
    """The Debian packages without which papers cannot be printed, or only very slowly."""

    missing_packages: tuple[str, ...]

    @property
    def is_ready(self) -> bool:
        return not self.missing_packages

    @property
    def remedy(self) -> str:
        """The command that mends it, empty when nothing is missing."""
        if self.is_ready:
            return ""
        return "apt-get install -y --no-install-recommends " + " ".join(self.missing_packages)


def check_printing(load: Callable[[str], object] = ctypes.CDLL) -> PrintingCheck:
    """Try to load every library that setting a paper needs.

    Without harfbuzz-subset a paper takes ten times as long, so it counts as missing.
    """
    return PrintingCheck(tuple(_absent(_NEEDED, load)))


def _absent(needed: Iterable[tuple[str, str]], load: Callable[[str], object]) -> Iterable[str]:
    for library, package in needed:
        try:
            load(library)
        except OSError:
            yield package
