"""The drawings of a report: a gauge from 0 to 100 with its target, and the course of a rate.

Both are drawn without letters: the numbers stand in the table beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from markupsafe import Markup

from acceptance.domain.exact import decimal
from acceptance.domain.rates import Rate
from acceptance.domain.reports import ReportedGoal, ReportedPoint

WIDTH, LABEL = 840, 140  # tenths of half ems: the type area, and its first column
TOP, BOTTOM = 12, 100
BLUE, GREY, INK, RULE = "#3b5772", "#8b8b8b", "#111", "#c8c8c4"


def gauge(rate: Rate, goal: ReportedGoal | None, *, missed: bool) -> Markup:
    """How far a rate has come from 0 to 100, and where its goal stands; hatched without data."""
    parts = [f'<rect x="0" y="6" width="1000" height="24" fill="none" stroke="{RULE}"/>']
    if rate.decided:
        reached = rate.passed * 1000 // rate.decided
        colour = GREY if missed else BLUE
        parts.append(f'<rect x="0" y="6" width="{reached}" height="24" fill="{colour}"/>')
    else:
        parts += [f'<path d="M{x} 30l24 -24" stroke="{RULE}"/>' for x in range(0, 980, 24)]
    if goal is not None:
        place = min(int(_share(goal) * 1000), 998)
        parts.append(f'<rect x="{place - 3}" y="0" width="6" height="36" fill="{INK}"/>')
    return _svg("gauge", "-4 0 1008 36", parts)


def course(points: Sequence[ReportedPoint], goal: ReportedGoal | None) -> Markup:
    """The points of a trend from 0 to 100 %, each above its column; a hollow square missed."""
    parts = [
        f'<path d="M{LABEL} {y}H{WIDTH}" stroke="{RULE}" stroke-width="1.5"/>'
        for y in (TOP, (TOP + BOTTOM) // 2, BOTTOM)
    ]
    if goal is not None:
        y = BOTTOM - int(_share(goal) * (BOTTOM - TOP))
        parts.append(
            f'<path d="M{LABEL} {y}H{WIDTH}" stroke="{INK}" stroke-width="2"'
            ' stroke-dasharray="9 6"/>'
        )
    dots = [_dot(number, len(points), point) for number, point in enumerate(points)]
    parts += [
        f'<path d="M{one[0]} {one[1]}L{other[0]} {other[1]}" stroke="{BLUE}" stroke-width="3"/>'
        for one, other in pairwise(dots)
        if one and other
    ]
    parts += [_mark(dot) for dot in dots if dot]
    return _svg("course", f"0 0 {WIDTH} {BOTTOM + TOP}", parts)


Dot = tuple[int, int, bool]


def _dot(number: int, count: int, point: ReportedPoint) -> Dot | None:
    if not point.rate.decided:
        return None
    x = LABEL + (WIDTH - LABEL) * (2 * number + 1) // (2 * count)
    y = BOTTOM - point.rate.passed * (BOTTOM - TOP) // point.rate.decided
    return x, y, point.met is False


def _mark(dot: Dot) -> str:
    x, y, missed = dot
    if missed:
        return (
            f'<rect x="{x - 8}" y="{y - 8}" width="16" height="16" fill="#fff"'
            f' stroke="{INK}" stroke-width="3"/>'
        )
    return f'<circle cx="{x}" cy="{y}" r="8" fill="{BLUE}"/>'


def _share(goal: ReportedGoal) -> Fraction:
    return Fraction(decimal(goal.value)) / 100


def _svg(name: str, box: str, parts: Sequence[str]) -> Markup:
    # The parts hold numbers and colours of this module only, nothing that anybody entered.
    inner = "".join(parts)
    stretched = 'preserveAspectRatio="none"'
    return Markup(  # noqa: S704
        f'<svg class="{name}" viewBox="{box}" {stretched}>{inner}</svg>'
    )
