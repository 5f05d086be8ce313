"""Every edition with its limits: value, clause, and whether it was compared with the print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.register import EDITIONS, by_code
from acceptance.i18n.standard_titles import LIMIT_TITLES
from acceptance.i18n.table_titles import TABLE_TITLES
from acceptance.web.auth import public
from acceptance.web.standards.showing import shown
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
    called = [(each, _called(each)) for each in found]
    return render_template("standards/index.html", editions=called, named=named)


@bp.get("/edition")
@public
def show() -> ResponseReturnValue:
    """One table of an edition, by the code that the records use."""
    edition = by_code(request.args.get("code", ""))
    if edition is None:
        abort(404)
    limits = [_limit(edition, name, value) for name, value in edition.limits().items()]
    return render_template(
        "standards/show.html", edition=edition, called=_called(edition), limits=limits
    )


def _called(edition: Edition) -> str:
    """The number of the standard, and which of its tables this is where it has several."""
    if not edition.table:
        return edition.name
    return f"{edition.name} · {gettext(TABLE_TITLES[edition.table])}"


def _limit(edition: Edition, name: str, value: Any) -> Limit:
    title = gettext(LIMIT_TITLES[name])
    return Limit(title, shown(value, name), edition.clause_of(name), name not in edition.unverified)
