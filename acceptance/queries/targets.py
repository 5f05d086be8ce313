"""Goals: which one holds for an area and a year, and all that are set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.areas import AreaLevel
from acceptance.domain.exact import decimal
from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.periods import Period
from acceptance.persistence.agreements import Agreement, AgreementTarget
from acceptance.persistence.areas import Area
from acceptance.persistence.targets import Target
from acceptance.queries.agreements import signed_inside, signed_targets, terms_of
from acceptance.queries.places import Place, Places
from acceptance.queries.scope import inside

PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Goal:
    """At least `value` by the end of `year`: decimal text, a percentage or a number of awards.

    `is_carried` says that it was set for an earlier year and no later one was set since;
    `agreement` is the signed version that it stands in.
    """

    id: int
    indicator: IndicatorCode
    area_id: int
    year: int
    since: int | None
    value: str
    responsible: str
    source: str
    is_carried: bool = False
    agreement: int | None = None

    @property
    def share(self) -> Fraction:
        """The percentage as a share; 1 is 100 %."""
        return Fraction(decimal(self.value)) / 100

    @property
    def count(self) -> int:
        return int(decimal(self.value))


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal in the list of all goals, with its area, and the member unit that signed it if any."""

    goal: Goal
    area_code: str
    area_name: str
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals around one area and period."""

    year: int
    goals: tuple[Goal, ...]

    def own(self, code: IndicatorCode, area_id: int) -> Goal | None:
        """The goal that an area itself has signed for this very year."""
        return next(
            (
                goal
                for goal in self.goals
                if goal.indicator is code and goal.area_id == area_id and self._is_due(goal)
            ),
            None,
        )

    def nearest(self, code: IndicatorCode, upwards: Iterable[Place]) -> Goal | None:
        """The goal of the first of these areas that has one; of an earlier year if need be, but
        for a township, which is judged by what it signed for the year and by nothing else."""
        for place in upwards:
            if own := self.own(code, place.id):
                return own
            earlier = [
                goal
                for goal in self.goals
                if goal.indicator is code and goal.area_id == place.id and goal.year < self.year
            ]
            if earlier and code not in AWARDS and place.level is not AreaLevel.TOWNSHIP:
                last = max(earlier, key=lambda goal: goal.year)
                return Goal(
                    last.id, code, last.area_id, last.year, last.since, last.value,
                    last.responsible, last.source, is_carried=True, agreement=last.agreement,
                )  # fmt: skip
        return None

    def _is_due(self, goal: Goal) -> bool:
        if goal.indicator in AWARDS:
            return (goal.since or goal.year) <= self.year <= goal.year
        return goal.year == self.year


def goals(session: Session, around: Places, period: Period) -> Goals:
    """The goals of an area, of those above it and of its parts, for the year a period ends in.

    What an area has signed goes before what was set for it; a township has only what it signed.
    """
    shown = (around.chosen, *around.above, *around.parts)
    signed = tuple(_signed(*row) for row in signed_targets(session, {place.id for place in shown}))
    known = {(goal.indicator, goal.area_id, goal.year) for goal in signed}
    rows = session.scalars(
        select(Target)
        .where(Target.area_id.in_([p.id for p in shown if p.level is not AreaLevel.TOWNSHIP]))
        .order_by(Target.year, Target.id)
    )
    others = (_goal(row) for row in rows)
    return Goals(
        period.last.year,
        (
            *signed,
            *(each for each in others if (each.indicator, each.area_id, each.year) not in known),
        ),
    )


def upwards(around: Places) -> tuple[Place, ...]:
    """Where to look for the goal of an area: itself, then those above. A township has its own
    signed goal or none (indicators.md, counting rule 13)."""
    if around.chosen.level is AreaLevel.TOWNSHIP:
        return (around.chosen,)
    return (around.chosen, *sorted(around.above, key=lambda p: len(p.path), reverse=True))


def every_goal(session: Session, actor: Actor) -> tuple[GoalLine, ...]:
    """All goals of the viewer's area, the newest year first."""
    rows = session.execute(
        select(Target, Area.code, Area.name)
        .join(Area, Area.id == Target.area_id)
        .where(inside(actor.area_path))
        .order_by(Target.year.desc(), Area.path, Target.id)
    )
    return tuple(GoalLine(_goal(row[0]), row[1], row[2]) for row in rows)


def every_signed_goal(session: Session, actor: Actor) -> tuple[GoalLine, ...]:
    """All goals in force that the areas and units of the viewer's area have signed, the newest year
    first."""
    lines = []
    for row, target in signed_inside(session, actor):
        terms = terms_of(row)
        goal = replace(_signed(row, target), responsible=terms.holder)
        lines.append(GoalLine(goal, terms.area_code, terms.area, row.unit_id))
    return tuple(sorted(lines, key=lambda line: (-line.goal.year, line.area_code)))


def _goal(row: Target) -> Goal:
    return Goal(
        row.id, IndicatorCode(row.indicator), row.area_id, row.year, row.since, row.value,
        row.responsible, row.source,
    )  # fmt: skip


def _signed(row: Agreement, target: AgreementTarget) -> Goal:
    return Goal(
        target.id, IndicatorCode(target.indicator), row.area_id, row.year, target.since,
        target.value, "", "", agreement=row.id,
    )  # fmt: skip
