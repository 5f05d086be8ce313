"""The second, independent count: every figure from the exported ledger alone.

On purpose this shares no code with the first count (conclusions, counted attempts, the queries of
the rates): a mistake in one of the two must show as a difference. Only the meaning of a period is
common to both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from acceptance.domain.chronicle import Entry, Story, Try, read_chronicle
from acceptance.domain.periods import Period


@dataclass(frozen=True, slots=True)
class Recount:
    """The codes of the projects behind both numbers, sorted, and the voids (code, number)."""

    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    voids: tuple[tuple[str, int], ...] = ()


def recount(
    entries: Iterable[Entry],
    period: Period,
    area_path: str = "",
    *,
    conditional_counts: bool = False,
    only: Mapping[str, object] | None = None,
) -> dict[str, Recount]:
    """Every indicator for a period and an area, read from exported ledger lines.

    `only` narrows the projects by what the opening of their first attempt fixed: `size_class`,
    `category`, `responsible` (the id of an organisation).
    """
    chronicle = read_chronicle(entries)
    good = {"passed", "conditional"} if conditional_counts else {"passed"}
    judged = [
        _Judged(story, period, good)
        for story in {id(story): story for story in chronicle.stories.values()}.values()
        if story.tries
        and str(story.frozen["area"]).startswith(area_path)
        and all(story.frozen.get(name) == value for name, value in (only or {}).items())
    ]
    counted = {code: _counted(code, judged, period) for code in _POPULATION}
    for kind in ("luban", "feitian"):
        won = sorted(
            prize.winner
            for prize in chronicle.prizes
            if prize.kind == kind
            and period.contains(prize.day)
            and prize.area.startswith(area_path)
        )
        counted[f"award_{kind}"] = Recount(numerator=tuple(won))
    return counted


class _Judged:
    """What a project's story says about one period."""

    def __init__(self, story: Story, period: Period, good: set[str]) -> None:
        tries = [story.tries[number] for number in sorted(story.tries)]
        first, latest = _first(tries, good), _latest(tries, period, good)
        self.story = story
        self.size, self.category = story.frozen.get("size_class"), story.frozen.get("category")
        self.graded, self.excellent = bool(story.frozen.get("graded")), story.grade == "excellent"
        self.sound = not story.mandatory
        self.first_in = first is not None and period.contains(first.day)
        self.first_good = first is not None and _is_good(first, good)
        self.latest_in = latest is not None
        self.latest_good = latest is not None and _is_good(latest, good)


def _is_good(attempt: Try, good: set[str]) -> bool:
    return attempt.result in good and not attempt.revoked


def _first(tries: list[Try], good: set[str]) -> Try | None:
    """Walk the attempts once; a bad outcome that was voided waits for a standing pass."""
    bad: Try | None = None
    for attempt in tries:
        if attempt.result and not _is_good(attempt, good) and bad is None:
            bad = attempt
        if attempt.void_day is None:
            return attempt if _is_good(attempt, good) else bad
    return bad


def _latest(tries: list[Try], period: Period, good: set[str]) -> Try | None:
    for attempt in reversed(tries):
        withdrawn = attempt.void_day is not None and _is_good(attempt, good)
        if attempt.result and period.contains(attempt.day) and not withdrawn:
            return attempt
    return None


_POPULATION: dict[str, Callable[[_Judged], bool]] = {
    "first_time_large_medium": lambda p: p.size in {"large", "medium"},
    "first_time_other": lambda p: p.size == "small",
    "quality_rural_road": lambda p: p.category == "rural_road",
    "quality_water_saving": lambda p: p.category == "water_saving",
    "excellence_large": lambda p: p.size == "large",
    "standards_met": lambda p: True,  # noqa: ARG005
}
_COUNTED: dict[str, Callable[[_Judged], bool]] = {
    "first_time_large_medium": lambda p: p.first_in,
    "first_time_other": lambda p: p.first_in,
    "quality_rural_road": lambda p: p.latest_in,
    "quality_water_saving": lambda p: p.latest_in,
    "excellence_large": lambda p: p.latest_in and p.latest_good and p.graded,
    "standards_met": lambda p: p.latest_in,
}
_GOOD: dict[str, Callable[[_Judged], bool]] = {
    "first_time_large_medium": lambda p: p.first_good,
    "first_time_other": lambda p: p.first_good,
    "quality_rural_road": lambda p: p.latest_good,
    "quality_water_saving": lambda p: p.latest_good,
    "excellence_large": lambda p: p.excellent,
    "standards_met": lambda p: p.latest_good and p.sound,
}


def _counted(code: str, judged: list[_Judged], period: Period) -> Recount:
    population = [project for project in judged if _POPULATION[code](project)]
    denominator = [project for project in population if _COUNTED[code](project)]
    return Recount(
        numerator=tuple(sorted(p.story.code for p in denominator if _GOOD[code](p))),
        denominator=tuple(sorted(p.story.code for p in denominator)),
        voids=tuple(
            sorted(
                (p.story.code, attempt.number)
                for p in population
                for attempt in p.story.tries.values()
                if period.contains(attempt.void_day)
            )
        ),
    )
