"""Opening a checklist. Its draft is kept by `services.drafts`, submitted by `services.submissions`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission
from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.scope import visible
from acceptance.queries.templates import newest
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.ledger import record
from acceptance.services.touches import touch
from acceptance.workflow.inspection import inspection_is_open

LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class OpenChecklist:
    """Begin to inspect a leaf of the works by a template. `reason` says why a leaf that has passed
    is inspected again."""

    works_id: int
    template_code: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """The checklist to fill; `again` when one was open already and nothing new was made."""

    checklist_id: int
    number: int
    again: bool


def open_checklist(session: Session, command: OpenChecklist, actor: Actor, now: datetime) -> Opened:
    """Number the next inspection of this leaf by this template, at once and for good.

    A failed inspection is followed by the next number with the very template it was opened with,
    so that nobody picks easier limits after a failure.
    """
    _may_inspect(actor)
    works, project = _leaf(session, command.works_id, actor)
    last = _last(session, works, command.template_code)
    if last is not None and last.submitted_at is None:
        return Opened(last.id, last.number, again=True)
    _refuse_opening(project, command, passed=last is not None and last.verdict == "pass")
    if last is not None:
        template_id, digest, number = last.template_id, last.digest, last.number + 1
    else:
        template_id, digest = _published(session, project, command.template_code)
        number = 1
    checklist_id = _insert(session, works, command, template_id, number, actor, now)
    touch(session, actor, now, project.id, "opened checklist")
    payload = {
        "works": works.code,
        "template": command.template_code,
        "digest": digest,
        "number": number,
        "reason": command.reason,
    }
    record(session, actor, now, "checklist.opened", "checklist", checklist_id, payload, project)
    return Opened(checklist_id, number, again=False)


def _last(session: Session, works: Works, code: str) -> Row[*tuple[Any, ...]] | None:
    """The newest inspection of this leaf by this template."""
    return session.execute(
        select(
            Checklist.id,
            Checklist.number,
            Checklist.verdict,
            Checklist.submitted_at,
            Checklist.template_id,
            ChecklistTemplate.digest,
        )
        .join(ChecklistTemplate, ChecklistTemplate.id == Checklist.template_id)
        .where(Checklist.works_id == works.id, Checklist.template_code == code)
        .order_by(Checklist.number.desc())
        .limit(1)
    ).one_or_none()


def _may_inspect(actor: Actor) -> None:
    if not actor.may(Permission.INSPECT):
        raise ForbiddenError


def _leaf(session: Session, works_id: int, actor: Actor) -> tuple[Works, Project]:
    """The leaf, locked so that two people cannot number its inspections at once."""
    found = session.execute(
        select(Works, Project)
        .join(Project, Project.id == Works.project_id)
        .where(Works.id == works_id, Works.is_leaf, ~Works.retired, visible(actor))
        .with_for_update(of=Works)
    ).one_or_none()
    if found is None:
        raise NotFoundError
    return found[0], found[1]


def _refuse_opening(project: Project, command: OpenChecklist, *, passed: bool) -> None:
    reasons = []
    if not inspection_is_open(project.stage):
        reasons.append(Finding.of("inspection_closed", stage=project.stage))
    if passed and not command.reason.strip():
        reasons.append(Finding.of("reinspection_reason_missing", field="reason"))
    if len(command.reason) > LONGEST_REASON:
        reasons.append(
            Finding.of(
                "answer_too_long",
                field="reason",
                longest=LONGEST_REASON,
                length=len(command.reason),
            )
        )
    if reasons:
        raise RefusedError(*reasons)


def _published(session: Session, project: Project, code: str) -> tuple[int, str]:
    template = newest(session, code)
    if template is None or template.category is not project.category:
        raise RefusedError(Finding.of("template_unknown", field="template_code"))
    return template.id, template.digest


def _insert(
    session: Session,
    works: Works,
    command: OpenChecklist,
    template_id: int,
    number: int,
    actor: Actor,
    now: datetime,
) -> int:
    return session.execute(
        insert(Checklist)
        .values(
            project_id=works.project_id,
            works_id=works.id,
            template_id=template_id,
            template_code=command.template_code,
            number=number,
            opened_by=actor.id,
            opened_at=now,
            draft="{}",
            version=1,
        )
        .returning(Checklist.id)
    ).scalar_one()
