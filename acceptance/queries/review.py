"""Everything an approver must have seen before he decides, and whether he may decide at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Role
from acceptance.persistence.areas import Area
from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.projects import Project, Touch
from acceptance.persistence.users import User
from acceptance.queries.acceptances import Head, head_of, reasons_against
from acceptance.queries.acts import ActLine, acts_of, last_touch
from acceptance.queries.attempts import AttemptLine, Standing, attempts_of, standing_of
from acceptance.queries.facts import gather
from acceptance.queries.rectifications import RectificationLine, rectifications_of
from acceptance.queries.review_items import Review, review_items
from acceptance.queries.scope import project_in_scope
from acceptance.queries.specimen_reports import ReusedReport, reused_reports
from acceptance.queries.templates import newest
from acceptance.workflow.actions import Action
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage

LAST_ACTS = 6


@dataclass(frozen=True, slots=True)
class Doing:
    """What was done by whom: `act` is the word that is stored with a touch."""

    act: str
    names: tuple[str, ...]
    by_viewer: bool


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """The version a project was inspected by, and the one that is opened today."""

    title: str
    title_en: str
    used: str
    current: str

    @property
    def is_current(self) -> bool:
        return self.used == self.current


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The desk of the approver. `against` are the reasons why he cannot approve now; `own_act` his
    own part in the project, if he has one; `others` those who may decide instead."""

    head: Head
    attempts: tuple[AttemptLine, ...]
    standing: Standing
    items: Review
    reused: tuple[ReusedReport, ...]
    rectifications: tuple[RectificationLine, ...]
    templates: tuple[TemplateUse, ...]
    doings: tuple[Doing, ...]
    acts: tuple[ActLine, ...]
    acts_total: int
    acts_broken: int
    against: tuple[Finding, ...]
    own_act: ActLine | None
    others: tuple[str, ...]

    @property
    def is_waiting(self) -> bool:
        """Whether the project is at the stage in which it is decided."""
        return self.head.stage is Stage.APPROVAL

    @property
    def is_barred(self) -> bool:
        """Whether this viewer took part, so that he does not decide."""
        return any(finding.code == "own_work" for finding in self.against)


def review_page(
    session: Session, actor: Actor, project_id: int, now: datetime, *, conditional_counts: bool
) -> ReviewPage | None:
    """The review of a project, or None when it is missing or foreign."""
    project = project_in_scope(session, actor, project_id)
    if project is None:
        return None
    facts = gather(session, project, now)
    attempts, acts = attempts_of(session, project_id), acts_of(session, project_id)
    touched = actor.id in facts.touched_by
    items = review_items(session, project_id)
    return ReviewPage(
        head=head_of(session, project),
        attempts=attempts,
        standing=standing_of(attempts, conditional_counts=conditional_counts),
        items=items,
        reused=reused_reports(session, actor, items.inspections),
        rectifications=rectifications_of(session, actor, project_id, facts.today),
        templates=_templates(session, project_id),
        doings=_doings(session, project_id, actor),
        acts=tuple(reversed(acts[-LAST_ACTS:])),
        acts_total=len(acts),
        acts_broken=sum(1 for act in acts if not act.intact),
        against=reasons_against(PROCESSES[project.process], facts, Action.APPROVE, actor),
        own_act=last_touch(session, project_id, actor.id) if touched and actor.id else None,
        others=approvers_without_part(session, project),
    )


def approvers_without_part(session: Session, project: Project) -> tuple[str, ...]:
    """Who may decide about this project: approvers of its area who took no part in it."""
    path = session.scalar(select(Area.path).where(Area.id == project.area_id)) or ""
    took_part = select(Touch.user_id).where(Touch.project_id == project.id)
    return tuple(
        session.scalars(
            select(User.name)
            .join(Area, Area.id == User.area_id)
            .where(
                User.role == Role.APPROVER,
                User.active,
                literal(path).startswith(Area.path, autoescape=False),
                User.id.not_in(took_part),
            )
            .order_by(User.id)
        )
    )


def _doings(session: Session, project_id: int, actor: Actor) -> tuple[Doing, ...]:
    rows = session.execute(
        select(Touch.act, User.id, User.name)
        .join(User, User.id == Touch.user_id)
        .where(Touch.project_id == project_id)
        .order_by(Touch.at, Touch.act, User.id)
    )
    found: dict[str, dict[int, str]] = {}
    for act, user_id, name in rows:
        found.setdefault(act, {})[user_id] = name
    return tuple(
        Doing(act, tuple(people.values()), actor.id in people) for act, people in found.items()
    )


def _templates(session: Session, project_id: int) -> tuple[TemplateUse, ...]:
    rows = session.execute(
        select(
            ChecklistTemplate.code,
            ChecklistTemplate.version,
            ChecklistTemplate.title,
            ChecklistTemplate.title_en,
        )
        .join(Checklist, Checklist.template_id == ChecklistTemplate.id)
        .where(Checklist.project_id == project_id)
        .distinct()
        .order_by(ChecklistTemplate.code, ChecklistTemplate.version)
    ).all()
    uses = []
    for code, version, title, title_en in rows:
        current = newest(session, code)
        uses.append(TemplateUse(title, title_en, version, current.version if current else version))
    return tuple(uses)
