"""The documents of each process, as they ship with this version."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from acceptance.domain.document_lists import Catalogue, Document, read_catalogue

FOLDER = Path(__file__).resolve().parents[1] / "catalogue" / "documents"


@cache
def _catalogues() -> dict[str, Catalogue]:
    files = sorted(FOLDER.glob("*.toml"))
    read = [read_catalogue(file.read_text(encoding="utf-8")) for file in files]
    return {process: each for each in read for process in each.processes}


def documents_of(process: str) -> Catalogue:
    """Read once; every process has its lists."""
    return _catalogues()[process]


def document_named(code: str) -> Document | None:
    """A document by its code, whatever process asks for it."""
    found = (each.document(code) for each in _catalogues().values())
    return next((document for document in found if document is not None), None)
