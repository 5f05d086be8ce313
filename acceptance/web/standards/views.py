"""Every edition with its limits: value, clause, and whether it was compared with the print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from acceptance.domain.arithmetic import short_text
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.register import EDITIONS, by_code
from acceptance.i18n.evaluation_titles import FIGURE_TITLES, INPUT_TITLES, WORD_TITLES
from acceptance.i18n.standard_titles import LIMIT_TITLES, ROW_TITLES
from acceptance.web.auth import public
from acceptance.web.language import titled
from acceptance.web.wording import gettext

bp = Blueprint("standards", __name__, url_prefix="/standards")


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit as it is shown; `value` is a text, a list of texts, or rows by name."""

    title: str
    value: Any
    clause: str
    is_verified: bool


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """All editions; with `named`, those of one standard and year."""
    named = request.args.get("named", "")
    found = [each for each in EDITIONS if named in {"", each.name}]
    return render_template("standards/index.html", editions=found, named=named)


@bp.get("/edition")
@public
def show() -> ResponseReturnValue:
    """One table of an edition, by the code that the records use."""
    edition = by_code(request.args.get("code", ""))
    if edition is None:
        abort(404)
    limits = [_limit(edition, name, value) for name, value in edition.limits().items()]
    return render_template("standards/show.html", edition=edition, limits=limits)


def _limit(edition: Edition, name: str, value: Any) -> Limit:
    title = gettext(LIMIT_TITLES[name])
    return Limit(title, shown(value), edition.clause_of(name), name not in edition.unverified)


def shown(value: Any) -> Any:
    """A limit as a text, a list, or rows by name: tables keep their shape."""
    if isinstance(value, Fraction):
        return short_text(value, 6)
    if is_dataclass(value):
        return {named(e.name): shown(getattr(value, e.name)) for e in fields(value)}
    if isinstance(value, Mapping):
        return {_key(name): shown(each) for name, each in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [shown(each) for each in value]
    return _word(value)


def _key(name: Any) -> str:
    parts = name if isinstance(name, tuple) else (name,)
    return " · ".join(str(_word(part)) for part in parts)


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    if isinstance(value, StrEnum):
        return titled(value)
    return "—" if value is None else named(str(value))


def named(word: str) -> str:
    """The title of a name within a table; what has none speaks for itself."""
    for titles in (ROW_TITLES, LIMIT_TITLES, WORD_TITLES, FIGURE_TITLES, INPUT_TITLES):
        if word in titles:
            return gettext(titles[word])
    return word
