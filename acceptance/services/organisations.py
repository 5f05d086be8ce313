"""Organisations: entered and corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain import credit_code
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.services import ledger
from acceptance.services.errors import NotFoundError, RefusedError


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """What is entered of an organisation. `reason` says why a doubtful code is kept."""

    name: str
    area_id: int
    credit_code: str = ""
    reason: str = ""
    is_authority: bool = False


def register(session: Session, command: OrganisationFacts, actor: Actor, now: datetime) -> int:
    """Enter an organisation; its id."""
    organisation = Organisation()
    _put(session, organisation, command)
    session.add(organisation)
    session.flush()
    ledger.record(
        session, actor, now, "organisation.added", "organisation", organisation.id,
        _payload(organisation),
    )  # fmt: skip
    return organisation.id


def correct(
    session: Session, organisation_id: int, command: OrganisationFacts, actor: Actor, now: datetime
) -> None:
    """Correct what was entered of an organisation."""
    organisation = session.get(Organisation, organisation_id, with_for_update=True)
    if organisation is None:
        raise NotFoundError(organisation_id)
    _put(session, organisation, command)
    ledger.record(
        session, actor, now, "organisation.changed", "organisation", organisation.id,
        _payload(organisation),
    )  # fmt: skip


def doubts_of(code: str) -> tuple[Finding, ...]:
    """What has to be confirmed about a credit code before it is kept."""
    return credit_code.doubts(credit_code.normalised(code)) if code else ()


def code_reasons(code: str, reason: str) -> tuple[Finding, ...]:
    """Why a credit code cannot be kept as typed; a reason settles doubts, never a wrong form."""
    plain = credit_code.normalised(code)
    if not plain:
        return ()
    return credit_code.errors(plain) or (() if reason else credit_code.doubts(plain))


def _put(session: Session, organisation: Organisation, command: OrganisationFacts) -> None:
    code = credit_code.normalised(command.credit_code)
    reasons = tuple(_reasons(session, organisation, command, code))
    if reasons:
        raise RefusedError(*reasons)
    organisation.name = command.name
    organisation.area_id = command.area_id
    organisation.credit_code = code or None
    organisation.credit_code_reason = command.reason if code and credit_code.doubts(code) else ""
    organisation.is_authority = command.is_authority


def _reasons(
    session: Session, organisation: Organisation, command: OrganisationFacts, code: str
) -> Iterator[Finding]:
    others = select(Organisation.id).where(Organisation.id != (organisation.id or 0))
    with session.no_autoflush:
        if session.scalar(others.where(Organisation.name == command.name)) is not None:
            yield Finding.of("organisation_name_taken", field="name")
        if session.get(Area, command.area_id) is None:
            yield Finding.of("area_out_of_scope", field="area_id")
        if not code:
            return
        yield from code_reasons(code, command.reason)
        if session.scalar(others.where(Organisation.credit_code == code)) is not None:
            yield Finding.of("credit_code_taken", field="credit_code")


def _payload(organisation: Organisation) -> dict[str, str | int | bool]:
    return {
        "name": organisation.name,
        "credit_code": organisation.credit_code or "",
        "confirmed_doubt": bool(organisation.credit_code_reason),
        "area": organisation.area_id,
        "authority": organisation.is_authority,
    }
