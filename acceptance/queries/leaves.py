"""How the lowest works of a project stand by their newest checklists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sqlalchemy import BindParameter, Row, Select, bindparam, func, select
from sqlalchemy.orm import Session

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.works import Works
from acceptance.workflow.facts import LeafFacts


@dataclass(frozen=True, slots=True)
class LeafStand:
    """A leaf and its state: `blank`, `draft`, `failed` or `passed`. `grade` is the lowest of its
    newest checklists, None where none of them grades."""

    works_id: int
    state: str
    photos_missing: int
    near_limit: int
    grade: QualityGrade | None = None


def leaf_stands(session: Session, project_id: int) -> tuple[LeafStand, ...]:
    """Every leaf in use, in the order of the tree. A leaf with several templates is as good as
    the worst of its newest checklists."""
    rows = session.execute(_newest_checklists(), {"project": project_id})
    by_leaf: dict[int, list[Row[int, int, str | None, str | None, int, int, int]]] = {}
    for row in rows:
        by_leaf.setdefault(row.id, []).append(row)
    return tuple(_stand(works_id, found) for works_id, found in by_leaf.items())


@cache
def _newest_checklists() -> Select[int, int, str | None, str | None, int, int, int]:
    """The leaves with their newest checklists; made once, because making it takes longer than
    asking."""
    project: BindParameter[int] = bindparam("project")
    newest = (
        select(
            Checklist.works_id,
            Checklist.template_code,
            func.max(Checklist.number).label("number"),
        )
        .where(Checklist.project_id == project)
        .group_by(Checklist.works_id, Checklist.template_code)
        .subquery()
    )
    return (
        select(
            Works.id,
            Checklist.id.label("checklist"),
            Checklist.verdict,
            Checklist.grade,
            Checklist.items_near,
            Checklist.photos_announced,
            Checklist.photos_arrived,
        )
        .outerjoin(newest, newest.c.works_id == Works.id)
        .outerjoin(
            Checklist,
            (Checklist.works_id == newest.c.works_id)
            & (Checklist.template_code == newest.c.template_code)
            & (Checklist.number == newest.c.number),
        )
        .where(Works.project_id == project, Works.is_leaf, ~Works.retired)
        .order_by(Works.position, Works.id)
    )


def leaf_facts(stands: Iterable[LeafStand]) -> LeafFacts:
    """The counts that the guards look at."""
    stands = tuple(stands)
    states = [stand.state for stand in stands]
    return LeafFacts(
        total=len(stands),
        passed=states.count("passed"),
        failed=states.count("failed"),
        drafts=states.count("draft"),
        blank=states.count("blank"),
        photos_missing=sum(stand.photos_missing for stand in stands),
        near_limit=sum(stand.near_limit for stand in stands),
    )


def _stand(
    works_id: int, rows: list[Row[int, int, str | None, str | None, int, int, int]]
) -> LeafStand:
    inspected = [row for row in rows if row.checklist is not None]
    verdicts = {row.verdict for row in inspected}
    if not inspected:
        state = "blank"
    elif "fail" in verdicts:
        state = "failed"
    else:
        state = "draft" if None in verdicts else "passed"
    return LeafStand(
        works_id,
        state,
        sum(max(0, row.photos_announced - row.photos_arrived) for row in inspected),
        sum(row.items_near for row in inspected),
        _lowest(row.grade for row in inspected),
    )


def _lowest(grades: Iterable[str | None]) -> QualityGrade | None:
    known = {grade for grade in grades if grade}
    return next((grade for grade in reversed(QualityGrade) if grade in known), None)
