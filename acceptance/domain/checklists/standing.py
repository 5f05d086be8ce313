"""How a lot stands against its limits, in the few figures a reviewer compares."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.result import Evaluation, Figure

# The limit of the representative value or of the mean: a figure of the method, or its own input.
_LIMITS = ("representative_limit", "threshold", "mean_required")
_DESIGNS = ("required", "acceptance", "design")
_LOWEST_LIMITS = ("lowest_allowed", "minimum_required")


@dataclass(frozen=True, slots=True)
class Standing:
    """`figure` names what is compared (representative value or mean); it is good when `value` is
    `sign` `limit`. `lowest` is the worst single value and `extreme` what it may not fall below.
    Numbers are shortened for the eye; what a method does not have is empty. `doubtful` says that a
    limit in use has not been compared with the printed standard."""

    figure: str
    value: str
    sign: str
    limit: str
    coefficient: str
    n: int
    lowest: str
    extreme: str
    clause: str
    doubtful: bool


def standing_of(evaluation: Evaluation) -> Standing | None:
    """The standing of a lot; None where the method compares neither representative value nor mean."""
    figures, given, basis = evaluation.figures, evaluation.basis.given, evaluation.basis
    figure = "representative" if "representative" in figures else "mean"
    count = figures.get("n")
    if figure not in figures or not isinstance(count, int):
        return None
    at_most = "acceptance" in given
    return Standing(
        figure=figure,
        value=_text(figures[figure]),
        sign="≤" if at_most else "≥",
        limit=_limit(evaluation, figure),
        coefficient=_text(basis.coefficients.get("coefficient", basis.coefficients.get("z"))),
        n=count,
        lowest="" if at_most else _text(_lowest(evaluation)),
        extreme="" if at_most else _text(_extreme(evaluation)),
        clause=basis.cited,
        doubtful=bool(basis.unverified),
    )


def _limit(evaluation: Evaluation, figure: str) -> str:
    """What the method computed as its limit; a representative value may have the required one."""
    given = evaluation.basis.given
    computed = [evaluation.figures[name] for name in _LIMITS if name in evaluation.figures]
    if not computed and figure == "representative":
        computed = [given[name] for name in _DESIGNS if given.get(name) is not None]
    return _text(computed[0]) if computed else ""


def _lowest(evaluation: Evaluation) -> Figure:
    minimum = evaluation.figures.get("minimum")
    points = evaluation.basis.given.get("values")
    if minimum is not None or not isinstance(points, tuple):
        return minimum
    return min((point for point in points if isinstance(point, Fraction)), default=None)


def _extreme(evaluation: Evaluation) -> Figure:
    """The least a single value may be: the extreme of a road, the lowest group of a strength."""
    given = evaluation.basis.given
    deviation, design = given.get("extreme_deviation"), given.get("design")
    if isinstance(deviation, Fraction) and isinstance(design, Fraction):
        return design + deviation
    if given.get("extreme") is not None:
        return given["extreme"]
    figures = evaluation.figures
    return next((figures[name] for name in _LOWEST_LIMITS if name in figures), None)


def _text(figure: Figure) -> str:
    return short_text(figure) if isinstance(figure, Fraction) else ""
