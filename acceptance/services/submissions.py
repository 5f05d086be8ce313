"""Submitting a checklist: judged by the server, stored once, answered the same every time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.report_numbers import reports_in
from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.people import Actor, Permission
from acceptance.persistence.checklists import Checklist, Submission
from acceptance.persistence.specimen_reports import SpecimenReport
from acceptance.queries.standards import editions_for
from acceptance.queries.templates import frozen_template
from acceptance.services.drafts import AlreadySubmittedError
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError, StaleError
from acceptance.services.judging import Judged, judged
from acceptance.services.ledger import record
from acceptance.services.submission_content import Submit, gaps_in
from acceptance.services.submission_rows import Found, close, find, insert, photos_here, row_of
from acceptance.services.touches import touch


@dataclass(frozen=True, slots=True)
class Submitted:
    """The answer to a submission: the same for every repetition, except for `again`."""

    submission_id: str
    checklist_id: int
    number: int
    verdict: str
    grade: str | None
    items_failed: int
    items_near: int
    again: bool


class DifferentSubmissionError(StaleError):
    """This submission id was used before, for other content."""


def submit(
    session: Session, command: Submit, actor: Actor, now: datetime, known: Judged | None = None
) -> Submitted:
    """Judge and store a complete checklist; an incomplete one is refused with every gap named.

    `known` is the judgement when it was made beforehand, outside this transaction; a template never
    changes, so that it is as good as one made here unless the bureau has confirmed a limit since.
    """
    if not actor.may(Permission.INSPECT):
        raise ForbiddenError
    found = find(session, command, actor)
    if found is None:
        raise NotFoundError
    template = frozen_template(session, found.template_digest)
    editions = editions_for(session, template)
    if known is None or not known.holds_for(command, found.template_digest, editions):
        known = judged(command, template, editions)
    digest = known.content.digest
    if found.submission_digest is not None:
        return _again(session, command, found.submission_digest, digest)
    if found.submitted_at is not None:
        raise AlreadySubmittedError
    verdict, photos = _complete(session, found, known)
    if not insert(session, row_of(known, actor, now)):
        return _lost_the_race(session, command, digest)
    if not close(session, command, verdict, photos, actor, now):
        raise StaleError
    _keep_reports(session, command.checklist_id, known.content.answers)
    touch(session, actor, now, found.project.id, "inspected")
    record(session, actor, now, "checklist.submitted", "checklist", command.checklist_id,
           _payload(found, verdict, digest), found.project)  # fmt: skip
    return _first(command, found, verdict)


def _keep_reports(session: Session, checklist_id: int, answers: Answers) -> None:
    """The reports it leans on, so that one used for two lots is found."""
    session.add_all(
        SpecimenReport(
            checklist_id=checklist_id,
            item_code=report.item,
            point=report.point,
            number=report.number,
            key=report.key,
            laboratory=report.laboratory,
        )
        for report in reports_in(answers)
    )


def _complete(session: Session, found: Found, known: Judged) -> tuple[ChecklistVerdict, int]:
    """The verdict and how many photos belong to it; whatever is missing is refused at once."""
    if known.verdict is None:
        raise RefusedError(*known.content.problems)
    here = photos_here(session, known.command) if found.photos_arrived else frozenset()
    photos = here | {(photo.slot, photo.sha256) for photo in known.command.photos}
    gaps = gaps_in(known.template, known.verdict, {slot for slot, _ in photos})
    if gaps:
        raise RefusedError(*gaps)
    return known.verdict, len(photos)


def _first(command: Submit, found: Found, verdict: ChecklistVerdict) -> Submitted:
    return Submitted(
        command.id,
        command.checklist_id,
        found.number,
        verdict.verdict.value,
        verdict.grade.value if verdict.grade else None,
        len(verdict.failed),
        len(verdict.near),
        again=False,
    )


def _payload(found: Found, verdict: ChecklistVerdict, digest: str) -> dict[str, Any]:
    return {
        "works": found.works,
        "template": found.template_code,
        "digest": found.template_digest,
        "number": found.number,
        "verdict": verdict.verdict.value,
        "grade": verdict.grade.value if verdict.grade else None,
        "submission": digest,
    }


def _lost_the_race(session: Session, command: Submit, digest: str) -> Submitted:
    """Somebody was faster: with this very submission, or with another one for the checklist."""
    first = session.scalar(select(Submission.digest).where(Submission.id == command.id))
    if first is None:
        raise AlreadySubmittedError
    return _again(session, command, first, digest)


def _again(session: Session, command: Submit, first: str, digest: str) -> Submitted:
    """The first answer once more, if it is the same submission."""
    if first != digest:
        raise DifferentSubmissionError
    row = session.execute(
        select(
            Checklist.number,
            Checklist.verdict,
            Checklist.grade,
            Checklist.items_failed,
            Checklist.items_near,
        ).where(Checklist.submission_id == command.id)
    ).one()
    return Submitted(
        command.id,
        command.checklist_id,
        row.number,
        row.verdict or "",
        row.grade,
        row.items_failed,
        row.items_near,
        again=True,
    )
