"""A project's own page, and what its form starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.parties import PROJECT_PARTIES, PartyRole
from acceptance.domain.people import Actor
from acceptance.domain.project_description import DESCRIBED, ProjectDescription
from acceptance.domain.projects import RULE_SETS, Grade, RuleSet
from acceptance.domain.rollup.parts import Standing
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project, ProjectParty
from acceptance.queries.acceptances import ActionsBox, box_of
from acceptance.queries.facts import gather
from acceptance.queries.ledger import newest_of
from acceptance.queries.overdue import Overdue, overdue_in
from acceptance.queries.project_head import ProjectHead, headed
from acceptance.queries.stage_line import Stop, around, stage_line
from acceptance.workflow.gates import Gate, gate
from acceptance.workflow.processes import PROCESSES


@dataclass(frozen=True, slots=True)
class PartyLine:
    """An organisation in its role, and who leads for it."""

    role: PartyRole
    organisation_id: int
    organisation: str
    leader: str


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """A counted attempt. `result` is None while it is open."""

    number: int
    result: AttemptResult | None
    voided_result: AttemptResult | None
    opened_on: datetime
    meeting_on: date
    decided_on: date | None
    overturned: bool


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """The newest certificate of the project."""

    id: int
    number: str
    state: CertificateState


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """The overview of a project. `seen` is the ledger position that an act from this page names."""

    head: ProjectHead
    described: ProjectDescription
    rule_set: RuleSet
    version: int
    seen: int
    stops: tuple[Stop, ...]
    near_stops: tuple[Stop, ...]
    gate: Gate | None
    parties: tuple[PartyLine, ...]
    attempts: tuple[AttemptLine, ...]
    certificate: CertificateLine | None
    grade: Grade | None
    grade_score: str
    responsible: str
    standing: Standing | None
    overdue: tuple[Overdue, ...]
    actions: ActionsBox

    def organisations(self, role: PartyRole) -> tuple[str, ...]:
        """Who is in this role."""
        return tuple(party.organisation for party in self.parties if party.role is role)


@dataclass(frozen=True, slots=True)
class EditableProject:
    """What is written down about a project, with the version a change must name."""

    head: ProjectHead
    version: int
    described: ProjectDescription
    parties: tuple[PartyLine, ...]
    responsible: str


def project_page(
    session: Session, actor: Actor, project_id: int, now: datetime
) -> ProjectPage | None:
    """The page of a project; None when it is missing or foreign."""
    found = headed(session, actor, project_id)
    if found is None:
        return None
    project = found.project
    facts = gather(session, project, now, found.papers)
    stops = stage_line(session, project, facts)
    seen = newest_of(session, project_id)
    return ProjectPage(
        head=found.head,
        described=describe(project),
        rule_set=RULE_SETS[project.rule_set],
        version=project.version,
        seen=seen,
        stops=stops,
        near_stops=around(stops),
        gate=gate(PROCESSES[project.process], facts),
        parties=party_lines(session, project_id),
        attempts=_attempts(session, project_id),
        certificate=_certificate(session, project_id),
        grade=project.grade,
        grade_score=project.grade_score,
        responsible=_responsible(session, project),
        standing=facts.standing,
        overdue=overdue_in(facts),
        actions=box_of(project_id, facts, actor, seen),
    )


def editable_project(session: Session, actor: Actor, project_id: int) -> EditableProject | None:
    """What the forms of a project start from."""
    found = headed(session, actor, project_id)
    if found is None:
        return None
    project = found.project
    return EditableProject(
        found.head,
        project.version,
        describe(project),
        party_lines(session, project_id),
        _responsible(session, project),
    )


def describe(project: Project) -> ProjectDescription:
    """What people wrote down about a project."""
    return ProjectDescription(**{name: getattr(project, name) for name in DESCRIBED})


def _responsible(session: Session, project: Project) -> str:
    """The name of the unit that answers for the project; empty when there is none."""
    if project.responsible_id is None:
        return ""
    wanted = select(Organisation.name).where(Organisation.id == project.responsible_id)
    return session.scalar(wanted) or ""


def party_lines(session: Session, project_id: int) -> tuple[PartyLine, ...]:
    """The parties in the order of their roles."""
    rows = session.execute(
        select(
            ProjectParty.role,
            ProjectParty.organisation_id,
            Organisation.name.label("organisation"),
            ProjectParty.leader,
        )
        .join(Organisation, Organisation.id == ProjectParty.organisation_id)
        .where(ProjectParty.project_id == project_id)
        .order_by(ProjectParty.id)
    )
    order = [*PROJECT_PARTIES, PartyRole.OPERATOR, PartyRole.BUREAU]
    lines = (PartyLine(**row._asdict()) for row in rows)
    return tuple(sorted(lines, key=lambda line: order.index(line.role)))


def _attempts(session: Session, project_id: int) -> tuple[AttemptLine, ...]:
    rows = session.execute(
        select(
            Attempt.number,
            Attempt.result,
            Attempt.voided_result,
            Attempt.opened_at,
            Attempt.meeting_on,
            Attempt.decided_on,
            Attempt.overturned_at.is_not(None),
        )
        .where(Attempt.project_id == project_id)
        .order_by(Attempt.number)
    )
    return tuple(AttemptLine(*row) for row in rows)


def _certificate(session: Session, project_id: int) -> CertificateLine | None:
    row = session.execute(
        select(Certificate.id, Certificate.number, Certificate.state)
        .where(Certificate.project_id == project_id)
        .order_by(Certificate.id.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else CertificateLine(row.id, row.number, row.state)
