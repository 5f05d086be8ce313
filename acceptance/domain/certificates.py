"""The facts of a certificate: all that its paper and its public page may say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Category, Grade, SizeBasis, SizeClass
from acceptance.domain.records import from_document, to_document


class Paper(StrEnum):
    """Which of the three papers a certificate is printed as."""

    BUILDING = "building"  # 建设工程竣工验收合格证明
    ROAD = "road"  # 公路工程交工验收证书
    WATER = "water"  # 竣工验收鉴定书


_PAPERS = {Category.RURAL_ROAD: Paper.ROAD, Category.WATER_SAVING: Paper.WATER}


def paper_for(category: Category) -> Paper:
    """Buildings, municipal and other works share the paper of buildings."""
    return _PAPERS.get(category, Paper.BUILDING)


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party (参建单位), the person who answers for it, and when it signed and with what opinion."""

    role: PartyRole
    organisation: str
    leader: str = ""
    signed_on: date | None = None
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the acceptance group or committee; `duty` is 组长, 主任委员 and the like."""

    name: str
    duty: str = ""
    organisation: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class Particular:
    """One more line of the paper: a label of at most six characters and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """A main quantity of works (主要工程量); both amounts are decimals as text, in `unit`."""

    name: str
    unit: str
    designed: str
    done: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of `total` are qualified, and how many of these are excellent (None: not graded)."""

    name: str
    total: int
    qualified: int
    excellent: int | None = None


@dataclass(frozen=True, slots=True)
class WorksRow:
    """One line of the annex: a unit or division of the works and what was counted in it.

    `divisions`, `items` and `lots` count what lies below (on the water paper `lots` are the
    单元工程, `qualified` and `excellent` of them); the points are those of key and general items;
    `grade` is the line's own grade.
    """

    unit: str
    division: str = ""
    extent: str = ""
    divisions: int = 0
    items: int = 0
    lots: int = 0
    qualified: int = 0
    excellent: int = 0
    key_passed: int = 0
    key_tested: int = 0
    general_passed: int = 0
    general_tested: int = 0
    appearance: str = ""
    grade: Grade = Grade.QUALIFIED


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What one certificate certifies. Nothing on the paper comes from anywhere else.

    `merged` marks a small road whose handover and completion acceptance were one;
    `failed_on` are the dates of earlier attempts that did not pass; `grade` is None where the
    rule set has no grades; `ledger_position` and `ledger_head` witness the ledger's state.
    """

    paper: Paper
    number: str
    issuer: str
    project_code: str
    project_name: str
    place: str
    category: Category
    size_class: SizeClass
    size_basis: SizeBasis
    rule_set: str
    rule_set_title: str
    organiser: str
    accepted_on: date
    attempt: int
    first_time: bool
    result: AttemptResult
    conclusion: str
    verification_url: str
    short_code: str
    ledger_position: int
    ledger_head: str
    issued_on: date
    signer: str
    signer_office: str = ""
    merged: bool = False
    started_on: date | None = None
    finished_on: date | None = None
    failed_on: tuple[date, ...] = ()
    grade: Grade | None = None
    conditions: str = ""
    filing_body: str = ""
    filing_number: str = ""
    replaces: str = ""
    spoken_address: str = ""
    parties: tuple[PartyLine, ...] = ()
    members: tuple[Member, ...] = ()
    particulars: tuple[Particular, ...] = ()
    quantities: tuple[QuantityRow, ...] = ()
    tallies: tuple[Tally, ...] = ()
    works: tuple[WorksRow, ...] = ()
    remarks: tuple[Particular, ...] = ()

    def to_document(self) -> dict[str, Any]:
        """Plain values for JSON: dates as ISO text, no binary floats."""
        return to_document(self)

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> CertificateFacts:
        """The facts of `to_document()` again; anything else raises `NotARecordError`."""
        return from_document(cls, document)


@dataclass(frozen=True, slots=True)
class PublicParty:
    """A party as strangers see it: no person."""

    role: PartyRole
    organisation: str


@dataclass(frozen=True, slots=True)
class PublicFacts:
    """What anybody with the verification code may see: facts to compare, names masked."""

    paper: Paper
    merged: bool
    number: str
    issuer: str
    project_code: str
    project_name: str
    place: str
    category: Category
    size_class: SizeClass
    rule_set: str
    organiser: str
    accepted_on: date
    attempt: int
    first_time: bool
    result: AttemptResult
    grade: Grade | None
    has_conditions: bool
    parties: tuple[PublicParty, ...]
    members: tuple[str, ...]
    signer: str
    issued_on: date
    replaces: str
    short_code: str
    ledger_position: int
    ledger_head: str


def public_facts(facts: CertificateFacts) -> PublicFacts:
    """The part of the facts that the public page shows; free texts stay out, they may hold names."""
    copied = {f.name for f in fields(PublicFacts)} & {f.name for f in fields(CertificateFacts)}
    same = {name: getattr(facts, name) for name in copied}
    return PublicFacts(
        **same
        | {
            "has_conditions": bool(facts.conditions),
            "parties": tuple(PublicParty(p.role, p.organisation) for p in facts.parties),
            "members": tuple(masked_name(m.name) for m in facts.members),
            "signer": masked_name(facts.signer),
        }
    )


def masked_name(name: str) -> str:
    """张小明 -> 张*明, 张明 -> 张*, 明 -> *: enough to compare with the paper, not to look up."""
    characters = name.strip()
    if len(characters) <= 1:
        return "*" * len(characters)
    if len(characters) == 2:
        return characters[0] + "*"
    return characters[0] + "*" * (len(characters) - 2) + characters[-1]


def certificate_number(office: str, year: int, serial: int) -> str:
    """陇建验〔2026〕第0001号: serials of an office's year follow each other without a gap."""
    if not office or not 1000 <= year <= 9999 or serial < 1:
        raise ValueError(f"no certificate number for {office!r}, {year}, {serial}")
    return f"{office}〔{year}〕第{serial:04d}号"
