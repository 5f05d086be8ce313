"""不合格余量分解: who uses the failure budget of an indicator, and the lists behind each count."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Permission
from acceptance.queries.cascade import cascade_page
from acceptance.queries.populations import NOBODY, RATE_CODES
from acceptance.services.errors import NotFoundError
from acceptance.web.auth import current_actor, needs
from acceptance.web.db import reading
from acceptance.web.targets import words
from acceptance.web.targets.asking import asked
from acceptance.web.targets.blueprint import bp
from acceptance.web.targets.period_words import period_name


@bp.get("/cascade")
@needs(Permission.SEE_TARGETS)
def cascade() -> ResponseReturnValue:
    """Who uses the failure budget of an indicator: by area, by unit, by project."""
    # All projects of an area are split; what narrows them on other pages has no meaning here.
    ask = replace(asked(), size=None, category=None, unit=None, only=False)
    wanted = request.args.get("code", "")
    code = IndicatorCode(wanted) if wanted in RATE_CODES else IndicatorCode.FIRST_TIME_OTHER
    page = cascade_page(reading(), current_actor(), ask, code)
    if page is None:
        raise NotFoundError
    return render_template(
        "targets/cascade.html",
        page=page,
        ask=ask,
        codes=RATE_CODES,
        words=words,
        period_name=period_name,
        listed=listed,
        nobody=NOBODY,
    )


def listed(
    code: IndicatorCode,
    period: str,
    area: str,
    unit: int | None = None,
    part: str = "",
    only: str = "",
) -> str:
    """The address of the list behind a count."""
    whose = "" if unit is None else str(unit)
    kept = {"period": period, "area": area, "unit": whose, "only": only, "part": part}
    query = urlencode({name: value for name, value in kept.items() if value})
    return url_for(".explain", code=code) + f"?{query}#list"
