"""达标: the figures of a period and an area, and each of them explained."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode, urlsplit

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.people import Permission
from acceptance.i18n.indicators import INDICATOR_WORDS
from acceptance.queries.ask import Ask
from acceptance.queries.awards import award_page
from acceptance.queries.explain import ExplainPage, explain_page
from acceptance.queries.listing import Part
from acceptance.queries.rates import targets_page
from acceptance.services.errors import NotFoundError
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading
from acceptance.web.targets import (
    agreement_views,
    goal_views,
    list_views,
    report_files,
    report_views,
    words,
)
from acceptance.web.targets.asking import asked, kept
from acceptance.web.targets.blueprint import bp
from acceptance.web.targets.chart import charts
from acceptance.web.targets.filters import filters
from acceptance.web.targets.period_words import period_name
from acceptance.web.targets.supposing import outlook

__all__ = ["agreement_views", "bp", "goal_views", "list_views", "report_files", "report_views"]

COLUMNS = tuple(code for code in IndicatorCode if code not in AWARDS)
# On a phone the township table keeps three columns.
KEPT_NARROW = frozenset(
    {
        IndicatorCode.FIRST_TIME_LARGE_MEDIUM,
        IndicatorCode.FIRST_TIME_OTHER,
        IndicatorCode.QUALITY_RURAL_ROAD,
    }
)


@bp.get("")
@needs(Permission.SEE_TARGETS)
def index() -> ResponseReturnValue:
    """Every indicator for a period and an area."""
    ask = asked()
    here = _here(ask, None)
    page = targets_page(reading(), current_actor(), ask)
    if page is None:
        raise NotFoundError
    return render_template(
        "targets/index.html",
        page=page,
        ask=ask,
        columns=COLUMNS,
        kept_narrow=KEPT_NARROW,
        charts=charts(page.tiles),
        choices=filters(ask, page.years, here),
        moment=now(),
        words=words,
        period_name=period_name,
        here=here,
        order_address=report_views.order_address(ask),
        waiting=agreement_views.waiting(),
    )


@bp.get("/<code>")
@needs(Permission.SEE_TARGETS)
def explain(code: str) -> ResponseReturnValue:
    """One figure: its definition, its numbers, and the projects behind them."""
    if code not in set(IndicatorCode):
        abort(404)
    indicator, ask = IndicatorCode(code), asked()
    here = _here(ask, indicator)
    common: dict[str, Any] = {
        "ask": ask,
        "defined": INDICATOR_WORDS[indicator],
        "words": words,
        "period_name": period_name,
        "here": here,
    }
    if indicator in AWARDS:
        awards = award_page(reading(), current_actor(), ask, indicator)
        if awards is None:
            raise NotFoundError
        asking = filters(ask, awards.years, here)
        return render_template("targets/awards.html", page=awards, choices=asking, **common)
    page = _explained(ask, indicator)
    said = outlook(page)
    shown = render_template(
        "targets/explain.html",
        page=page,
        parts=Part,
        choices=filters(ask, page.years, here),
        whole_list=f"{url_for('.take_list', code=code)}?{_query(here(part=page.part))}",
        forecast_said=said,
        asked_now=kept(ask),
        **common,
    )
    return shown, 422 if said and said.findings else 200


def _explained(ask: Ask, indicator: IndicatorCode) -> ExplainPage:
    wanted = request.args.get("part", "")
    page = explain_page(
        reading(),
        current_actor(),
        ask,
        indicator,
        Part(wanted) if wanted in set(Part) else None,
        request.args.get("after", "")[:40],
        weigh=request.args.get("weights") == "1",
    )
    if page is None:
        raise NotFoundError
    return page


def _query(address: str) -> str:
    return urlsplit(address).query


def _here(ask: Ask, page: IndicatorCode | None) -> Any:
    """Addresses that keep what is asked on this page; an empty value leaves out a question. A page
    has more than a hundred of them, so that their common part is made once."""
    asked_now = kept(ask)
    pages = {None: url_for(".index")} | {
        code: url_for(".explain", code=code) for code in IndicatorCode
    }

    def address(code: IndicatorCode | None = page, anchor: str = "", **changed: str) -> str:
        query = urlencode({name: value for name, value in (asked_now | changed).items() if value})
        return f"{pages[code]}?{query}" + (f"#{anchor}" if anchor else "")

    return address
