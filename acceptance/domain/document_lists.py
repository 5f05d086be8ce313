"""The documents an acceptance is made up of, by process: data that ships with the product.

A list is the one source of what is asked for: what blocks a step, and what is only reminded of.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.parties import PartyRole

# The written notice to the quality supervision body, whose date says when the meeting may be.
NOTICE = "notice"


class Need(StrEnum):
    """What happens while a document is missing. Each word is stored and never renamed."""

    REQUIRED = "required"  # 缺了不能办理
    IF_APPLICABLE = "if_applicable"  # 涉及时应有：缺了不能办理
    EXPECTED = "expected"  # 应有，只提醒
    EXPECTED_IF_APPLICABLE = "expected_if_applicable"  # 涉及时应有，只提醒


class When(StrEnum):
    """What the record of a project itself says about whether a document applies."""

    HOUSING = "housing"  # 住宅工程


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it is called, the clause that asks for it, who supplies it. `when` says by
    what the system knows that it applies; without it a person declares that it does not.
    `verified` is False while clause and name have not been compared with the printed text."""

    code: str
    title: str
    title_en: str
    clause: str
    party: PartyRole
    need: Need
    when: When | None = None
    verified: bool = True

    @property
    def blocks(self) -> bool:
        """Whether its step waits for it."""
        return self.need in (Need.REQUIRED, Need.IF_APPLICABLE)

    @property
    def is_usual(self) -> bool:
        """Whether every project has it."""
        return self.need in (Need.REQUIRED, Need.EXPECTED)

    @property
    def may_not_apply(self) -> bool:
        """Whether a person may declare, with a reason, that a project does not need it."""
        return not self.is_usual and self.when is None


@dataclass(frozen=True, slots=True)
class DocumentList:
    """Documents that belong together and are wanted `before` a step of the process."""

    title: str
    title_en: str
    before: str
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Catalogue:
    """The lists of one process, or of the processes one file speaks of."""

    processes: tuple[str, ...]
    lists: tuple[DocumentList, ...]

    def document(self, code: str) -> Document | None:
        """The document of this code; None when it is not asked for."""
        return next(
            (each for lst in self.lists for each in lst.documents if each.code == code), None
        )

    def to_document(self) -> dict[str, Any]:
        """Plain JSON types under the keys of the file. What equals its default is left out, so that
        a key added later does not change the digest of a list that does not use it."""
        return {
            "processes": list(self.processes),
            "list": [
                {"title": each.title, "title_en": each.title_en, "before": each.before,
                 "document": [_plain(document) for document in each.documents]}
                for each in self.lists
            ],
        }  # fmt: skip

    @cached_property
    def body(self) -> str:
        """What is kept when the lists are frozen."""
        return canonical(self.to_document())

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the body, which names these lists for ever."""
        return sha256(self.body)


def _plain(document: Document) -> dict[str, str | bool]:
    usual = {"when": None, "verified": True}
    return {k: v for k, v in asdict(document).items() if k not in usual or v != usual[k]}
