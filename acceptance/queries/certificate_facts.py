"""What a certificate will certify, read from the records at the moment of approval."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.documents.figures import amount
from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.certificates import (
    CertificateFacts,
    Member,
    Particular,
    PartyLine,
    paper_for,
)
from acceptance.domain.exact import decimal_text
from acceptance.domain.periods import legal_date
from acceptance.domain.projects import RULE_SETS, Category
from acceptance.persistence.attempts import Attempt, Signature
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.users import User
from acceptance.queries.ledger import head
from acceptance.queries.works_tally import tallies, works_rows

_OPINIONS = {Opinion.AGREE: "同意", Opinion.DISAGREE: "不同意", Opinion.ABSENT: "缺席"}


@dataclass(frozen=True, slots=True)
class Naming:
    """What the issuing transaction decided: number, codes, address, signer."""

    number: str
    issuer: str
    verification_url: str
    short_code: str
    signer_id: int | None
    replaces: str = ""


def certificate_facts(
    session: Session, project: Project, attempt: Attempt, naming: Naming, now: datetime
) -> CertificateFacts:
    """The facts of the certificate for `attempt`, which ended with a pass."""
    signer, office = _signer(session, naming.signer_id)
    position, link = head(session)
    signatures = _signatures(session, attempt)
    bare = _bare(project, attempt, naming, now)
    return replace(
        bare,
        signer=signer,
        signer_office=office,
        ledger_position=position,
        ledger_head=link,
        conditions=_conditions(session, attempt),
        parties=_parties(project, signatures, attempt),
        members=tuple(
            Member(signature.signer, organisation=name)
            for signature, name in signatures
            if signature.signer and signature.opinion is not Opinion.ABSENT
        ),
        tallies=tallies(session, project),
        works=works_rows(session, project),
        **_history(session, attempt),
    )


def _bare(project: Project, attempt: Attempt, naming: Naming, now: datetime) -> CertificateFacts:
    """What the project and the attempt say themselves."""
    rules = RULE_SETS[project.rule_set]
    return CertificateFacts(
        paper=paper_for(project.category),
        number=naming.number,
        issuer=naming.issuer,
        project_code=project.code,
        project_name=project.name,
        place=project.place or project.area.name,
        category=project.counted_category or project.category,
        size_class=project.counted_size or project.size_class,
        size_basis=project.size_basis,
        rule_set=rules.key,
        rule_set_title=rules.title,
        organiser=attempt.organiser or project.organiser,
        accepted_on=attempt.decided_on or legal_date(now),
        attempt=attempt.number,
        first_time=False,
        result=attempt.result or AttemptResult.PASSED,
        conclusion=attempt.conclusion,
        verification_url=naming.verification_url,
        short_code=naming.short_code,
        ledger_position=0,
        ledger_head="",
        issued_on=legal_date(now),
        signer="",
        merged=project.process == "road_merged",
        started_on=project.actual_start,
        finished_on=project.actual_finish,
        grade=attempt.grade,
        filing_body=project.filing_body,
        filing_number=project.filing_number,
        replaces=naming.replaces,
        particulars=_particulars(project),
    )


def _history(session: Session, attempt: Attempt) -> dict[str, Any]:
    """Whether it passed at the first counted attempt, and when the earlier ones failed."""
    earlier = _earlier(session, attempt)
    return {
        "first_time": attempt.result is AttemptResult.PASSED and not earlier,
        "failed_on": tuple(a.decided_on for a in earlier if a.decided_on is not None),
    }


def _signer(session: Session, user_id: int | None) -> tuple[str, str]:
    row = session.execute(
        select(User.name, Organisation.name).join(User.organisation).where(User.id == user_id)
    ).one_or_none()
    return (row[0], row[1]) if row else ("", "")


def _earlier(session: Session, attempt: Attempt) -> list[Attempt]:
    """Earlier attempts that count: a void one is none."""
    return list(
        session.scalars(
            select(Attempt)
            .where(
                Attempt.project_id == attempt.project_id,
                Attempt.number < attempt.number,
                Attempt.result != AttemptResult.VOID,
            )
            .order_by(Attempt.number)
        )
    )


def _signatures(session: Session, attempt: Attempt) -> list[tuple[Signature, str]]:
    rows = session.execute(
        select(Signature, Organisation.name)
        .join(Signature.organisation)
        .where(Signature.attempt_id == attempt.id)
        .order_by(Signature.id)
    )
    return [(row[0], row[1]) for row in rows]


def _parties(
    project: Project, signatures: list[tuple[Signature, str]], attempt: Attempt
) -> tuple[PartyLine, ...]:
    said = {(s.role, s.organisation_id): s for s, _name in signatures}
    lines = []
    for party in project.parties:
        signature = said.get((party.role, party.organisation_id))
        signed = signature is not None and signature.opinion is not Opinion.ABSENT
        lines.append(
            PartyLine(
                party.role,
                party.organisation.name,
                (signature.signer if signature else "") or party.leader,
                attempt.decided_on if signed else None,
                _OPINIONS[signature.opinion] if signature else "",
            )
        )
    return tuple(lines)


def _conditions(session: Session, attempt: Attempt) -> str:
    rows = session.scalars(
        select(Rectification)
        .where(Rectification.attempt_id == attempt.id)
        .order_by(Rectification.id)
    )
    return "；".join(
        f"{row.problem}（{legal_date(row.closed_at):%Y-%m-%d}整改销号）"
        for row in rows
        if row.closed_at is not None
    )


def _particulars(project: Project) -> tuple[Particular, ...]:
    measured = {
        Category.RURAL_ROAD: (("里程", project.length_km, "km"),),
        Category.WATER_SAVING: (
            ("灌溉面积", project.irrigated_mu, "亩"),
            ("渠管长度", project.length_km, "km"),
        ),
    }.get(
        project.category,
        (("建筑面积", project.floor_area, "m²"), ("长度", project.length_km, "km")),
    )
    lines = [
        Particular(label, f"{amount(decimal_text(value))} {unit}")
        for label, value, unit in measured
        if value is not None
    ]
    if project.investment is not None:
        lines.append(Particular("投资", f"{amount(decimal_text(project.investment))} 元"))
    lines += [
        Particular(label, text)
        for label, text in (("结构类型", project.structure), ("施工许可", project.permit))
        if text
    ]
    return tuple(lines)
