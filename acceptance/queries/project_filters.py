"""The questions that can be asked of the register of projects, as conditions on a statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from acceptance.domain.people import Actor
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.scope import inside
from acceptance.workflow.stages import COUNTED, Stage


class Progress(StrEnum):
    """The parts of the way that a reader asks for."""

    BUILDING = "building"  # 在建
    ACCEPTANCE = "acceptance"  # 待验收、验收中
    RECTIFYING = "rectifying"  # 整改中
    APPROVAL = "approval"  # 待批准
    ACCEPTED = "accepted"  # 已验收


class FirstTime(StrEnum):
    """How the first counted acceptance of a project stands."""

    PASSED = "passed"  # 一次验收合格
    LOST = "lost"  # 一次合格已失去
    OPEN = "open"  # 第 1 次未结论
    NONE = "none"  # 尚未验收


STAGES_OF: dict[Progress, frozenset[Stage]] = {
    Progress.ACCEPTANCE: COUNTED,
    Progress.RECTIFYING: frozenset({Stage.RECTIFICATION, Stage.CORRECTION}),
    Progress.APPROVAL: frozenset({Stage.APPROVAL}),
    Progress.ACCEPTED: frozenset(
        {
            Stage.FILING,
            Stage.FILED,
            Stage.TRIAL_OPERATION,
            Stage.QUALITY_APPRAISAL,
            Stage.FINAL_ACCEPTANCE,
            Stage.HANDED_OVER,
            Stage.ARCHIVED,
        }
    ),
}
STAGES_OF[Progress.BUILDING] = frozenset(Stage).difference(*STAGES_OF.values())


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for; every part may be left out. `text` is looked for in code, name, place."""

    text: str = ""
    category: Category | None = None
    size_class: SizeClass | None = None
    progress: Progress | None = None
    area_id: int | None = None
    first_time: FirstTime | None = None

    @property
    def asked(self) -> bool:
        """Whether anything was asked for at all."""
        return self != Filters()


def conditions(
    session: Session, filters: Filters, *, conditional_counts: bool
) -> list[ColumnElement[bool]]:
    """The filters in SQL, beside the scope of the viewer."""
    found: list[ColumnElement[bool]] = []
    if filters.text:
        found.append(_mentions(session, filters.text))
    if filters.category is not None:
        found.append(Project.category == filters.category)
    if filters.size_class is not None:
        found.append(Project.size_class == filters.size_class)
    if filters.progress is not None:
        found.append(Project.stage.in_(sorted(STAGES_OF[filters.progress])))
    if filters.area_id is not None:
        found.append(_walked(Project.area_id).in_(_below(filters.area_id)))
    if filters.first_time is not None:
        found.append(first_time(filters.first_time, conditional_counts=conditional_counts))
    return found


def in_scope(actor: Actor) -> ColumnElement[bool]:
    """`scope.visible` for a list: it keeps the reader of the sorted index on that index."""
    if not actor.area_path:
        return true()
    return _walked(Project.area_id).in_(select(Area.id).where(inside(actor.area_path)))


def _walked(column: ColumnElement[int] | InstrumentedAttribute[int]) -> ColumnElement[int]:
    # The database would look up every project of every area, or every one that has lost, and sort
    # them all for one page; a sum is no column of an index, so that it walks the index of the order
    # instead and stops early.
    return column + 0


def _mentions(session: Session, text: str) -> ColumnElement[bool]:
    # lower() and ILIKE on every row cost several times a plain LIKE. SQLite's does not mind the
    # case of Latin letters; for PostgreSQL the text is tried as typed, in capitals and in small.
    spellings = [text]
    if session.get_bind().dialect.name != "sqlite":
        spellings = list(dict.fromkeys((text, text.upper(), text.lower())))
    columns = (Project.name, Project.code, Project.place)
    return or_(
        *(
            column.contains(spelling, autoescape=True)
            for column in columns
            for spelling in spellings
        )
    )


@cache
def first_time(state: FirstTime, *, conditional_counts: bool) -> ColumnElement[bool]:
    """Projects whose first counted acceptance stands so, as `services.counting` keeps it
    (`domain.counted.counted_first`). Made once: making it takes longer than asking it."""
    tried = exists().where(Attempt.project_id == Project.id)
    first = exists().where(
        ProjectConclusion.project_id == Project.id,
        *_first_counted(conditional_counts=conditional_counts),
    )
    match state:
        case FirstTime.NONE:
            return ~tried
        case FirstTime.PASSED:
            return first.where(ProjectConclusion.passed)
        case FirstTime.LOST:
            lost = lost_first_passes(conditional_counts=conditional_counts)
            return _walked(Project.id).in_(select(ProjectConclusion.project_id).where(lost))
        case FirstTime.OPEN:
            return and_(tried, ~first)


def lost_first_passes(*, conditional_counts: bool) -> ColumnElement[bool]:
    """The conclusions by which a project has lost its first-time pass, one for each. Its words are
    those of their index."""
    return and_(
        *_first_counted(conditional_counts=conditional_counts), ProjectConclusion.passed == false()
    )


def _first_counted(*, conditional_counts: bool) -> tuple[ColumnElement[bool], ...]:
    reading = true() if conditional_counts else false()
    return ProjectConclusion.conditional_counts == reading, ProjectConclusion.is_first == true()


def _below(area_id: int) -> Select[Any]:
    """The area and everything below it; a prefix of the path, so no recursion."""
    root, node = aliased(Area), aliased(Area)
    return (
        select(node.id).join(root, node.path.like(root.path.concat("%"))).where(root.id == area_id)
    )
