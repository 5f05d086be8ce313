"""The documents an acceptance is made up of, by process: data that ships with the product.

They are listed, ticked off and looked for; only the papers of `workflow/papers.py`, which the law
names as conditions of opening an acceptance, keep anybody from opening one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from acceptance.domain.parties import PartyRole


class Need(StrEnum):
    """Whether a document is wanted in every project."""

    REQUIRED = "required"  # 应有
    IF_APPLICABLE = "if_applicable"  # 涉及时应有


class DocumentListError(ValueError):
    """A list of documents that is none; the message names the document."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it is called, the clause that asks for it, who supplies it. `verified` is
    False while clause and name have not been compared with the printed text."""

    code: str
    title: str
    title_en: str
    clause: str
    party: PartyRole
    need: Need
    verified: bool = True


@dataclass(frozen=True, slots=True)
class DocumentList:
    """Documents that belong together and are wanted `before` a step of the process."""

    title: str
    title_en: str
    before: str
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one file holds: the lists of one or more processes."""

    processes: tuple[str, ...]
    lists: tuple[DocumentList, ...]

    def document(self, code: str) -> Document | None:
        """The document of this code; None when it is not asked for."""
        return next(
            (each for lst in self.lists for each in lst.documents if each.code == code), None
        )


def read_catalogue(text: str) -> Catalogue:
    """The lists in a TOML text; every code stands once."""
    table = tomllib.loads(text)
    found = Catalogue(tuple(table["processes"]), tuple(_list(each) for each in table["list"]))
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
    except ValueError as error:
        raise DocumentListError(f"{table['code']}: {error}") from error
    return Document(**{**table, "party": party, "need": need})


def _empty(table: Mapping[str, Any]) -> Iterator[str]:
    for each in fields(Document):
        if each.name != "verified" and not table.get(each.name):
            yield each.name


def _close(table: Mapping[str, Any], known: set[str]) -> None:
    if unknown := set(table) - known:
        name = table.get("code") or table.get("title")
        raise DocumentListError(f"{name}: unknown {', '.join(sorted(unknown))}")
