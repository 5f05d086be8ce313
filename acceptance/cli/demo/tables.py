"""The rates of the demonstration as a document: each figure with its projects, counted twice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from acceptance.domain.indicators import INDICATORS, IndicatorCode
from acceptance.domain.people import SYSTEM
from acceptance.domain.rates import Rate
from acceptance.domain.recount import Recount, recount
from acceptance.queries.ask import Ask
from acceptance.queries.award_tiles import AwardTile
from acceptance.queries.behind import Question, codes_behind
from acceptance.queries.rates import TargetsPage, Tile, targets_page
from acceptance.queries.recounting import periods_with_counts


def rates_document(
    session: Session, ledger: Path, area_code: str, today: date, *, conditional_counts: bool
) -> dict[str, Any]:
    """Every indicator for each year and for all of them together: once from the kept counts as the
    page shows them, once from the exported ledger alone. `agree` says whether both are equal."""
    entries = [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]
    periods = [
        _period(session, entries, Ask(period, area_code, today, conditional_counts))
        for period in periods_with_counts(session)
        if len(period.quarters) > 1
    ]
    return {
        "area": area_code,
        "conditional_counts": conditional_counts,
        "agree": bool(periods) and all(period["agree"] for period in periods),
        "periods": periods,
    }


def _period(session: Session, entries: Iterable[Mapping[str, Any]], ask: Ask) -> dict[str, Any]:
    page = targets_page(session, SYSTEM, ask)
    if page is None:
        raise LookupError(ask.area_code)
    conditional = ask.conditional_counts
    second = recount(entries, ask.period, page.places.chosen.path, conditional_counts=conditional)
    figures = [_rate(session, page, tile, second[tile.code.value]) for tile in page.tiles]
    figures += [_award(tile, second[tile.code.value]) for tile in page.awards]
    return {
        "period": ask.period.code,
        "agree": all(figure["agree"] for figure in figures),
        "indicators": figures,
    }


def _rate(session: Session, page: TargetsPage, tile: Tile, second: Recount) -> dict[str, Any]:
    question = Question(tile.code, page.ask.period, page.ask.field(page.places))
    good, counted = codes_behind(session, question)
    again = Rate(len(second.numerator), len(second.denominator))
    agree = (good, counted) == (second.numerator, second.denominator) and tile.rate == again
    return {
        **_head(tile.code),
        "numerator": tile.rate.passed,
        "denominator": tile.rate.decided,
        "percent": tile.rate.percent_text(),
        "target": tile.goal.value if tile.goal else None,
        "met": tile.met,
        "projects": {"numerator": list(good), "denominator": list(counted)},
        "recount": _again(second),
        "agree": agree,
    }


def _award(tile: AwardTile, second: Recount) -> dict[str, Any]:
    return {
        **_head(tile.code),
        "numerator": tile.count,
        "denominator": None,
        "percent": None,
        "target": tile.goal.value if tile.goal else None,
        "met": tile.met,
        "projects": {"numerator": list(second.numerator), "denominator": []},
        "recount": _again(second),
        "agree": tile.count == len(second.numerator),
    }


def _head(code: IndicatorCode) -> dict[str, str]:
    return {"code": code.value, "title": INDICATORS[code].title}


def _again(second: Recount) -> dict[str, list[str]]:
    return {"numerator": list(second.numerator), "denominator": list(second.denominator)}
