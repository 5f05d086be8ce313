"""The questions that can be asked of the register of projects, as conditions on a statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    exists,
    literal,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.people import Actor
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
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
        found.append(_area(Project.area_id).in_(_below(filters.area_id)))
    if filters.first_time is not None:
        found.append(first_time(filters.first_time, conditional_counts=conditional_counts))
    return found


def in_scope(actor: Actor) -> ColumnElement[bool]:
    """`scope.visible` for a list: it keeps the reader of the sorted index on that index."""
    if not actor.area_path:
        return true()
    return _area(Project.area_id).in_(select(Area.id).where(inside(actor.area_path)))


def _area(column: ColumnElement[int] | InstrumentedAttribute[int]) -> ColumnElement[int]:
    # SQLite would look up every project of every area and sort them all for one page; a sum is
    # no column of an index, so that it walks the index of the order instead and stops early.
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
    """Projects whose first counted acceptance stands so (`domain.counted.counted_first`).

    Made once: putting these conditions together takes longer than a page of them takes to find.
    """
    tried = exists().where(Attempt.project_id == Project.id)
    passed = _first_standing_passed(Project.id, conditional_counts=conditional_counts)
    missed = _missed(Attempt, conditional_counts=conditional_counts)
    match state:
        case FirstTime.NONE:
            return ~tried
        case FirstTime.PASSED:
            return passed
        case FirstTime.LOST:
            return Project.id.in_(lost_projects(conditional_counts=conditional_counts))
        case FirstTime.OPEN:
            return and_(tried, ~passed, ~exists().where(Attempt.project_id == Project.id, missed))


@cache
def lost_projects(*, conditional_counts: bool) -> Select[Any]:
    """The projects that have lost their first-time pass, found from the misses on."""
    missed = aliased(Attempt)
    return select(missed.project_id).where(
        _missed(missed, conditional_counts=conditional_counts),
        ~_first_standing_passed(missed.project_id, conditional_counts=conditional_counts),
    )


def _first_standing_passed(
    project_id: ColumnElement[int] | InstrumentedAttribute[int], *, conditional_counts: bool
) -> ColumnElement[bool]:
    attempt, earlier = aliased(Attempt), aliased(Attempt)
    stood_before = exists().where(
        earlier.project_id == attempt.project_id,
        earlier.number < attempt.number,
        or_(earlier.result.is_(None), earlier.result != AttemptResult.VOID),
    )
    return exists().where(
        attempt.project_id == project_id,
        attempt.result.in_(_good(conditional_counts=conditional_counts)),
        attempt.overturned_at.is_(None),
        ~stood_before,
    )


def _missed(attempt: Any, *, conditional_counts: bool) -> ColumnElement[bool]:
    # A miss that was voided keeps standing until a later attempt has passed. The first condition
    # is that of the index of misses, letter by letter, so that it is found at all.
    passed = literal(AttemptResult.PASSED.value, String(), literal_execute=True)
    ended = case(
        (attempt.result == AttemptResult.VOID, attempt.voided_result), else_=attempt.result
    )
    good = _good(conditional_counts=conditional_counts)
    return and_(
        or_(type_coerce(attempt.result, String()) != passed, attempt.overturned_at.is_not(None)),
        ended.is_not(None),
        or_(ended.not_in(good), attempt.overturned_at.is_not(None)),
    )


def _good(*, conditional_counts: bool) -> tuple[AttemptResult, ...]:
    if conditional_counts:
        return (AttemptResult.PASSED, AttemptResult.CONDITIONAL)
    return (AttemptResult.PASSED,)


def _below(area_id: int) -> Select[Any]:
    """The area and everything below it; a prefix of the path, so no recursion."""
    root, node = aliased(Area), aliased(Area)
    return (
        select(node.id).join(root, node.path.like(root.path.concat("%"))).where(root.id == area_id)
    )
