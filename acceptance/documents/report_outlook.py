"""What stands beside a figure of a report: the forecast, how failures ended, and the weights."""

from __future__ import annotations

from acceptance.documents.figures import DASH, amount
from acceptance.documents.speech import gettext as _
from acceptance.documents.speech import language
from acceptance.domain.conclusions import CountedOutcome
from acceptance.domain.forecast import MOST
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.reports import ReportedFigure, ReportedReason, ReportedWeight
from acceptance.i18n import forecasts, title


def expected(figure: ReportedFigure) -> str:
    """The forecast in one sentence, that of the page; a dash without a goal."""
    found = figure.forecast
    if figure.goal is None:
        return DASH
    if found is None:
        return _(forecasts.TOO_MANY, most=MOST) if figure.planned else _(forecasts.NOTHING_PLANNED)
    if found.chance == "0":
        return _(forecasts.OUT_OF_REACH, n=figure.rate.failed, planned=found.planned)
    if found.chance == "100":
        return _(forecasts.CERTAIN, planned=found.planned)
    return _(
        forecasts.EXPECTED,
        decided=figure.rate.decided,
        passed=figure.rate.passed,
        planned=found.planned,
        chance=found.chance,
        low=found.low.percent_text(),
        high=found.high.percent_text(),
    )


def beside(figure: ReportedFigure) -> str:
    """What is in no numerator and no denominator."""
    parts = [
        _("计划 %(n)s 项", n=figure.planned),
        _("尚未结论 %(n)s 项", n=figure.under_way),
        _("作废 %(n)s 次", n=figure.voids),
    ]
    if figure.not_graded:
        parts.append(_("未评级 %(n)s 项", n=figure.not_graded))
    return _("，").join(parts)


def reasons(figure: ReportedFigure) -> str:
    """How many did not pass, by how they ended; those abandoned among them."""
    named = (f"{_reason(each, figure.code)} {each.count}" for each in figure.reasons)
    return _("，").join(named) or DASH


def _reason(found: ReportedReason, code: IndicatorCode) -> str:
    if found.outcome is not CountedOutcome.PASSED:
        return title(found.outcome, language())
    if code is IndicatorCode.EXCELLENCE_LARGE:
        return _("合格，未评优良")
    return _("合格，但有未销号的强制性问题")


def weights(figure: ReportedFigure) -> str:
    """The rate by what weighs a project, each beside the figure and never instead of it."""
    return "\n".join(_weight(each) for each in figure.weights) or DASH


def _weight(found: ReportedWeight) -> str:
    text = f"{weight_name(found)} {amount(found.passed)}/{amount(found.decided)}"
    if found.lacking:
        return _("%(weight)s（%(n)s 项没有登记）", weight=text, n=found.lacking)
    return text


def weight_name(found: ReportedWeight) -> str:
    """By what a rate is weighed, with its unit."""
    return title(found.measure, language())
