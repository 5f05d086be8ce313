"""Facts of a report: an ordinary county, one with long names, one in which nothing happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.rates import NOTHING, Rate, budget
from acceptance.domain.reports import (
    ReportedArea,
    ReportedAward,
    ReportedCell,
    ReportedFigure,
    ReportedGoal,
    ReportedLine,
    ReportedList,
    ReportedPoint,
    ReportFacts,
)

NINE_OF_TEN = Rate(9, 10)
GOAL = ReportedGoal("90", 2015, None, False, "示例县建设局", "示例责任书")
RATES = tuple(code for code in IndicatorCode if not code.value.startswith("award"))
LONG = (
    "陇西县文峰镇至福星镇沿渭河两岸农村公路改建及高标准节水改造配套桥涵防护排水工程第三合同段" * 2
)


def line(number: int, name: str = "示例工程", said: str = "符合要求，同意验收。") -> ReportedLine:
    return ReportedLine(
        f"LX-{number:04}", f"{name}{number}", "巩昌镇", 1, AttemptResult.PASSED,
        date(2015, 3, 1), False, said, "filing",
    )  # fmt: skip


def figure(code: IndicatorCode, rate: Rate, name: str = "示例工程") -> ReportedFigure:
    quarters = (rate, NOTHING, Rate(0, 1), Rate(1, 1))
    lists = (
        ReportedList(
            "not_passed", rate.failed, tuple(line(n, name) for n in range(rate.failed)), rate.failed
        ),
        ReportedList(
            "passed", rate.passed, tuple(line(n, name) for n in range(rate.passed)), rate.passed
        ),
        ReportedList("under_way", 0, (), 0),
        ReportedList("voided", 1, (line(99, name, "=HYPERLINK(1)"),), 1),
    )
    share = Fraction(9, 10)
    return ReportedFigure(
        code, rate, GOAL, rate.meets(share), budget(rate.decided + 3, rate.decided, rate.failed, share),
        3, 1, 1, 0,
        tuple(ReportedPoint(f"2015-Q{n}", each, each.meets(share)) for n, each in enumerate(quarters, 1)),
        lists,
    )  # fmt: skip


def county(rate: Rate = NINE_OF_TEN, name: str = "示例工程", townships: int = 17) -> ReportFacts:
    cells = tuple(ReportedCell(code, rate, None) for code in RATES)
    return ReportFacts(
        issuer="陇西县住房和城乡建设局",
        area="陇西县",
        period="2015",
        first=date(2015, 1, 1),
        last=date(2015, 12, 31),
        today=date(2015, 6, 15),
        taken_at="2015-06-15T08:30:00+00:00",
        conditional_counts=False,
        size=None,
        category=None,
        unit="",
        voids=1,
        figures=tuple(figure(code, rate, name) for code in RATES),
        awards=(ReportedAward(IndicatorCode.AWARD_LUBAN, 0, 1, replace(GOAL, value="1"), True),),
        areas=tuple(ReportedArea(f"第{n}镇", False, cells, rate.failed) for n in range(townships)),
        ledger_position=1234,
        ledger_head="ab" * 32,
    )


def empty_county() -> ReportFacts:
    """Nothing happened, no goal is set, and no area lies below."""
    facts = county(NOTHING, townships=0)
    return replace(
        facts,
        figures=tuple(
            replace(each, goal=None, met=None, budget=None, planned=0, voids=0, lists=(),
                    points=tuple(ReportedPoint(p.name, NOTHING, None) for p in each.points))
            for each in facts.figures
        ),
        awards=(),
    )  # fmt: skip


def crowded_county() -> ReportFacts:
    """Long names, many lines, many areas and years."""
    facts = county(Rate(150, 160), LONG, townships=40)
    years = tuple(ReportedPoint(str(2000 + n), Rate(n, n + 1), None) for n in range(16))
    long_areas = tuple(replace(area, name=LONG[:40]) for area in facts.areas)
    return replace(
        facts,
        area=LONG[:40],
        issuer=LONG[:40],
        unit=LONG,
        areas=long_areas,
        figures=tuple(replace(each, points=years) for each in facts.figures),
    )
