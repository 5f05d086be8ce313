"""The documents of each process, as they ship with this version."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from acceptance.domain.document_lists import Catalogue, Document
from acceptance.domain.document_reading import DocumentListError, of_process, read_catalogue
from acceptance.workflow.paper_steps import steps_that_wait
from acceptance.workflow.processes import PROCESSES

FOLDER = Path(__file__).resolve().parents[1] / "catalogue" / "documents"


def documents_of(process: str) -> Catalogue:
    """Every process has its lists."""
    return _of_process(process, FOLDER)


def document_named(code: str) -> Document | None:
    """A document by its code, whatever process asks for it."""
    found = (each.document(code) for each in _read(FOLDER))
    return next((document for document in found if document is not None), None)


@cache
def _read(folder: Path) -> tuple[Catalogue, ...]:
    """What the files hold, in the order of their names; read once."""
    return tuple(_sound(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.toml")))


def _sound(text: str) -> Catalogue:
    """A list before a step that waits for no papers would ask in vain, so it is refused."""
    found = read_catalogue(text)
    if unknown := set(found.processes) - set(PROCESSES):
        raise DocumentListError(f"no process {', '.join(sorted(unknown))}")
    waiting = {step for process in found.processes for step in steps_that_wait(PROCESSES[process])}
    for listed in found.lists:
        if listed.before not in waiting:
            raise DocumentListError(f"{listed.title}: no step {listed.before} waits for papers")
    return found


@cache
def _of_process(process: str, folder: Path) -> Catalogue:
    return of_process(process, _read(folder))
