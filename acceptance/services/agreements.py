"""Drawing up and signing target responsibility agreements (目标责任书)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.agreements import AgreedTarget, AgreementTerms, SignedAgreement, in_order
from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.exact import decimal, decimal_text
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission
from acceptance.domain.periods import legal_date
from acceptance.domain.records import to_document
from acceptance.persistence.agreements import Agreement, AgreementSignature, AgreementTarget
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.queries.agreement_pages import KIND
from acceptance.queries.agreements import (
    holder_key,
    in_force,
    is_second_person,
    newest_version,
    terms_of,
)
from acceptance.queries.ledger import head
from acceptance.queries.scope import inside
from acceptance.services import outbox
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.ledger import record
from acceptance.services.targets import SetTarget, target_findings


@dataclass(frozen=True, slots=True)
class DrawUp:
    """A new version for a year and an area, or a member unit of the area. Offices, no persons."""

    year: int
    area_code: str
    targets: tuple[AgreedTarget, ...]
    asking_office: str
    answering_office: str
    unit_id: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SignAgreement:
    """That both offices signed a version, on a day."""

    agreement_id: int
    signed_on: date
    issuer: str


def draw_up(session: Session, command: DrawUp, actor: Actor, now: datetime) -> int:
    """Write down the next version; the id. It binds nobody until it is signed."""
    if not actor.may(Permission.SET_TARGETS):
        raise ForbiddenError
    if findings := tuple(_wrong_terms(command)):
        raise RefusedError(*findings)
    area = session.scalars(
        select(Area).where(Area.code == command.area_code, inside(actor.area_path))
    ).one_or_none()
    if area is None:
        raise NotFoundError
    unit = session.get(Organisation, command.unit_id) if command.unit_id is not None else None
    if command.unit_id is not None and unit is None:
        raise RefusedError(Finding.of("agreement_unit_unknown", field="unit"))
    key = holder_key(area.code, command.unit_id)
    terms = _terms(command, area.name, unit, newest_version(session, key, command.year) + 1, now)
    text = canonical(to_document(terms))
    row = Agreement(
        holder=key,
        year=terms.year,
        version=terms.version,
        area_id=area.id,
        unit_id=command.unit_id,
        terms=text,
        terms_sha256=sha256(text),
        drawn_by=actor.id,
        drawn_for=actor.organisation_id,
        drawn_at=now,
    )
    session.add(row)
    session.flush()
    session.add_all(
        AgreementTarget(
            agreement_id=row.id, indicator=each.indicator, value=each.value, since=each.since
        )
        for each in terms.targets
    )
    payload = {"terms": to_document(terms), "sha256": row.terms_sha256}
    record(session, actor, now, "agreement.drawn_up", "agreement", row.id, payload)
    return row.id


def sign_agreement(session: Session, command: SignAgreement, actor: Actor, now: datetime) -> None:
    """Confirm that a version was signed. From now on it is in force, and never changes."""
    if not actor.may(Permission.SIGN_TARGETS):
        raise ForbiddenError
    row, area_path = found_agreement(session, command.agreement_id, actor)
    terms = terms_of(row)
    if findings := tuple(_reasons_not_to_sign(session, row, terms, area_path, command, actor, now)):
        raise RefusedError(*findings)
    former = in_force(session, row.holder, row.year)
    position, link = head(session)
    signed = SignedAgreement(
        terms=terms,
        signed_on=command.signed_on,
        issuer=command.issuer,
        ledger_position=position,
        ledger_head=link,
        replaces=former.version if former else 0,
    )
    text = canonical(to_document(signed))
    session.add(
        AgreementSignature(
            agreement_id=row.id,
            document=text,
            sha256=sha256(text),
            signed_on=command.signed_on,
            signed_by=actor.id,
            signed_at=now,
        )
    )
    payload = {
        "holder": row.holder,
        "year": row.year,
        "version": row.version,
        "replaces": signed.replaces,
        "signed_on": command.signed_on.isoformat(),
        "terms": row.terms_sha256,
        "sha256": sha256(text),
    }
    record(session, actor, now, "agreement.signed", "agreement", row.id, payload)
    outbox.post(session, KIND, row.id, now)


def found_agreement(session: Session, agreement_id: int, actor: Actor) -> tuple[Agreement, str]:
    """An agreement of the actor's area with the path of its area."""
    found = session.execute(
        select(Agreement, Area.path)
        .join(Area, Area.id == Agreement.area_id)
        .where(Agreement.id == agreement_id, inside(actor.area_path))
    ).one_or_none()
    if found is None:
        raise NotFoundError
    return found[0], found[1]


def _terms(
    command: DrawUp, area: str, unit: Organisation | None, version: int, now: datetime
) -> AgreementTerms:
    return AgreementTerms(
        year=command.year,
        version=version,
        area_code=command.area_code,
        area=area,
        unit=unit.name if unit else "",
        asking_office=command.asking_office,
        answering_office=command.answering_office,
        drawn_on=legal_date(now),
        targets=in_order(
            replace(each, value=decimal_text(decimal(each.value)),
                    since=(each.since or command.year) if each.is_count else None)
            for each in command.targets
        ),
        note=command.note,
    )  # fmt: skip


def _wrong_terms(command: DrawUp) -> Iterator[Finding]:
    if not command.targets:
        yield Finding.of("agreement_without_targets")
    for each in command.targets:
        goal = SetTarget(
            each.indicator, command.year, command.area_code, each.value, since=each.since
        )
        for finding in target_findings(goal):
            named = each.indicator.value if finding.field == "value" else finding.field
            yield replace(finding, field=named)


def _reasons_not_to_sign(
    session: Session,
    row: Agreement,
    terms: AgreementTerms,
    area_path: str,
    command: SignAgreement,
    actor: Actor,
    now: datetime,
) -> Iterator[Finding]:
    if session.scalar(select(func.count()).where(AgreementSignature.agreement_id == row.id)):
        yield Finding.of("agreement_signed_already")
    newest = newest_version(session, row.holder, row.year)
    if newest > row.version:
        yield Finding.of("agreement_has_newer_version", version=newest)
    if not is_second_person(row, area_path, actor):
        yield Finding.of("agreement_needs_second_person")
    if not terms.drawn_on <= command.signed_on <= legal_date(now):
        yield Finding.of(
            "agreement_signed_before_drawn", field="signed_on", drawn=terms.drawn_on.isoformat()
        )
