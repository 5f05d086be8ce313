"""The rates and the targets for other systems: the numbers of the pages, and links to their lists."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.domain.periods import Period
from acceptance.domain.rates import Budget, Rate
from acceptance.i18n.catalogs import LOCALES, translator
from acceptance.i18n.indicators import INDICATOR_WORDS
from acceptance.queries.ask import Ask
from acceptance.queries.award_tiles import AwardTile
from acceptance.queries.listing import Part
from acceptance.queries.rates import Part as Place
from acceptance.queries.rates import TargetsPage, Tile, targets_page
from acceptance.queries.targets import GoalLine, every_goal, every_signed_goal
from acceptance.services.errors import NotFoundError
from acceptance.web.auth import current_actor, needs
from acceptance.web.db import reading
from acceptance.web.targets.asking import asked, kept

bp = Blueprint("rates_api", __name__, url_prefix="/api/v1")
LISTED = (Part.PASSED, Part.NOT_PASSED, Part.UNDER_WAY, Part.VOIDED, Part.NOT_GRADED)


@bp.get("/rates")
@needs(Permission.SEE_TARGETS)
def rates() -> ResponseReturnValue:
    """Every indicator for a period and an area, narrowed as on the page."""
    ask = asked()
    page = targets_page(reading(), current_actor(), ask)
    if page is None:
        raise NotFoundError
    return jsonify(_document(page, ask))


@bp.get("/targets")
@needs(Permission.SEE_TARGETS)
def targets() -> ResponseReturnValue:
    """Every goal of the caller's area: those that were signed, then those that were set."""
    session, actor = reading(), current_actor()
    lines = (*every_signed_goal(session, actor), *every_goal(session, actor))
    return jsonify({"targets": [_goal(line) for line in lines]})


def _document(page: TargetsPage, ask: Ask) -> dict[str, Any]:
    chosen = page.places.chosen
    return {
        "area": {"code": chosen.code, "name": chosen.name},
        "period": {
            "code": ask.period.code,
            "first": ask.period.first.isoformat(),
            "last": ask.period.last.isoformat(),
        },
        "size": ask.size,
        "category": ask.category,
        "unit": ask.unit,
        "only": ask.only,
        "conditional_counts": ask.conditional_counts,
        "ledger_seq": page.seq,
        "indicators": [
            *(_tile(tile, ask) for tile in page.tiles),
            *(_award(tile, ask) for tile in page.awards),
        ],
        "parts": [_part(part) for part in page.parts],
    }


def _tile(tile: Tile, ask: Ask) -> dict[str, Any]:
    values: dict[str, Any] = {**kept(ask)}
    return {
        "code": tile.code,
        "title": _title(tile.code),
        **_counts(tile.rate),
        "percent": tile.rate.percent_text(),
        "target": tile.goal.value if tile.goal else None,
        "met": tile.met,
        "voids": tile.voids,
        "planned": tile.planned,
        "under_way": tile.under_way,
        "not_graded": tile.not_graded,
        "budget": _budget(tile.budget),
        "lists": {
            part: url_for("targets.explain", code=tile.code, part=part, **values) for part in LISTED
        },
    }


def _award(tile: AwardTile, ask: Ask) -> dict[str, Any]:
    values: dict[str, Any] = {**kept(ask)}
    return {
        "code": tile.code,
        "title": _title(tile.code),
        "count": tile.count,
        "collected": tile.collected,
        "target": tile.goal.value if tile.goal else None,
        "met": tile.met,
        "lists": {"awards": url_for("targets.explain", code=tile.code, **values)},
    }


def _part(part: Place) -> dict[str, Any]:
    return {
        "area": {"code": part.place.code, "name": part.place.name},
        "indicators": {
            code: {**_counts(rate), "met": part.met.get(code)} for code, rate in part.rates.items()
        },
    }


def _counts(rate: Rate) -> dict[str, int]:
    return {"numerator": rate.passed, "denominator": rate.decided}


def _budget(budget: Budget | None) -> dict[str, Any] | None:
    if budget is None:
        return None
    return {
        "allowed": budget.allowed,
        "left": budget.left,
        "reachable": budget.reachable,
        "passes_needed": budget.passes_needed,
    }


def _goal(line: GoalLine) -> dict[str, Any]:
    goal = line.goal
    period = Period.cumulative(goal.since or goal.year, goal.year)
    return {
        "indicator": goal.indicator,
        "year": goal.year,
        "since": goal.since,
        "area": {"code": line.area_code, "name": line.area_name},
        "value": goal.value,
        "responsible": goal.responsible,
        "source": goal.source,
        "unit": line.unit_id,
        "agreement": goal.agreement,
        "list": url_for(
            "targets.explain", code=goal.indicator, period=period.code, area=line.area_code,
            unit=line.unit_id,
        ),
    }  # fmt: skip


def _title(code: Any) -> dict[str, str]:
    title = INDICATOR_WORDS[code].title
    return {locale: translator(locale).gettext(title) for locale in LOCALES}
