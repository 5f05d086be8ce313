"""From a plain document (a file or a frozen list) to the lists of a process."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from acceptance.domain.document_lists import Catalogue, Document, DocumentList, Need, When
from acceptance.domain.parties import PartyRole

_MAY_BE_LEFT_OUT = {"when", "verified"}


class DocumentListError(ValueError):
    """A list of documents that is none; the message names the document."""


def read_catalogue(text: str) -> Catalogue:
    """The lists in a TOML text; every code stands once."""
    return from_document(tomllib.loads(text))


def from_document(table: Mapping[str, Any]) -> Catalogue:
    """The lists in `table`, whether just read from a file or frozen years ago."""
    _close(table, {"processes", "list"})
    return _once(Catalogue(tuple(table["processes"]), tuple(_list(each) for each in table["list"])))


def of_process(process: str, catalogues: Iterable[Catalogue]) -> Catalogue:
    """All lists that speak of a process, in the order of `catalogues`."""
    lists = [lst for each in catalogues if process in each.processes for lst in each.lists]
    return _once(Catalogue((process,), tuple(lists)))


def _once(found: Catalogue) -> Catalogue:
    codes = [document.code for each in found.lists for document in each.documents]
    if repeated := {code for code in codes if codes.count(code) > 1}:
        raise DocumentListError(f"{', '.join(sorted(repeated))} stands twice")
    return found


def _list(table: Mapping[str, Any]) -> DocumentList:
    _close(table, {"title", "title_en", "before", "document"})
    documents = tuple(_document(each) for each in table.get("document", ()))
    if not documents:
        raise DocumentListError(f"{table['title']}: no documents")
    return DocumentList(table["title"], table["title_en"], table["before"], documents)


def _document(table: Mapping[str, Any]) -> Document:
    _close(table, {each.name for each in fields(Document)})
    if missing := set(_empty(table)):
        raise DocumentListError(f"{table.get('code')}: {', '.join(sorted(missing))} missing")
    try:
        party, need = PartyRole(table["party"]), Need(table["need"])
        when = When(table["when"]) if "when" in table else None
    except ValueError as error:
        raise DocumentListError(f"{table['code']}: {error}") from error
    if when is not None and need in (Need.REQUIRED, Need.EXPECTED):
        raise DocumentListError(f"{table['code']}: when is of what may not apply")
    return Document(**{**table, "party": party, "need": need, "when": when})


def _empty(table: Mapping[str, Any]) -> Iterator[str]:
    for each in fields(Document):
        if each.name not in _MAY_BE_LEFT_OUT and not table.get(each.name):
            yield each.name


def _close(table: Mapping[str, Any], known: set[str]) -> None:
    if unknown := set(table) - known:
        name = table.get("code") or table.get("title")
        raise DocumentListError(f"{name}: unknown {', '.join(sorted(unknown))}")
