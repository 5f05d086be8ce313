"""The worked result of a statistical item: its figures by name and the lines written on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.result import Evaluation, Figure, Step
from acceptance.i18n.evaluation_titles import FIGURE_TITLES, METHOD_TITLES, WORD_TITLES
from acceptance.web.wording import gettext


@dataclass(frozen=True, slots=True)
class Worked:
    """`method` is its title, `basis` the clause; figures are pairs of title and value; `lines` are
    the formula in signs and in numbers; `doubtful` says that a limit is not yet verified."""

    method: str
    basis: str
    figures: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    doubtful: bool


def worked(evaluation: Evaluation) -> Worked:
    """The result in the reader's language; numbers shortened for the eye only."""
    basis = evaluation.basis
    return Worked(
        method=gettext(METHOD_TITLES[basis.method]),
        basis=basis.cited,
        figures=tuple(_figures(evaluation)),
        lines=tuple(_line(step) for step in evaluation.working),
        doubtful=bool(basis.unverified),
    )


def _figures(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    """The single figures; lists such as rounds of rejection are told by the lines."""
    for name, figure in evaluation.figures.items():
        if isinstance(figure, Fraction | int | str) and not isinstance(figure, bool):
            yield _title(name), _said(figure)


def _line(step: Step) -> str:
    name = " ".join(part for part in (_title(step.figure), step.symbol) if part)
    return f"{name} = {step.formula} = {step.numbers} = {_said(step.value)}"


def _title(name: str) -> str:
    return gettext(FIGURE_TITLES[name]) if name in FIGURE_TITLES else name


def _said(figure: Figure) -> str:
    if isinstance(figure, Fraction):
        return short_text(figure)
    return gettext(WORD_TITLES[figure]) if figure in WORD_TITLES else str(figure)
