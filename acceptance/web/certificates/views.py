"""证书: find one, see what it certifies, take its paper."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.people import Permission
from acceptance.queries.certificates import (
    CertificatePage,
    certificate_list,
    certificate_page,
)
from acceptance.services.errors import NotFoundError
from acceptance.services.renderings import print_again
from acceptance.storage.store import MissingFileError
from acceptance.web import paging
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.forms import only_a_button
from acceptance.web.wording import gettext as _

bp = Blueprint("certificates", __name__, url_prefix="/certificates")


@bp.get("")
@needs(Permission.SEE_PROJECTS)
def index() -> ResponseReturnValue:
    """The certificates of the viewer's area, the newest first."""
    text = request.args.get("text", "").strip()[:60]
    wanted = request.args.get("state", "")
    state = CertificateState(wanted) if wanted in set(CertificateState) else None
    found = certificate_list(
        reading(), current_actor(), text, state, after=_place("after"), before=_place("before")
    )
    chips = [(_("全部"), _address(text), found.total, state is None)]
    chips += [
        (one, _address(text, one.value), found.counts.get(one, 0), state is one)
        for one in CertificateState
    ]
    pages = paging.pages(found.before, found.after)
    return render_template(
        "certificates/index.html", found=found, pages=pages, text=text, chips=chips, state=state
    )


@bp.get("/<int:certificate_id>")
@needs(Permission.SEE_PROJECTS)
def show(certificate_id: int) -> ResponseReturnValue:
    """A certificate: its facts, its state, how far its paper is."""
    page = _find(certificate_id)
    digest = page.paper.sha256
    return render_template(
        "certificates/show.html",
        page=page,
        facts=page.facts,
        lost=digest is not None and not runtime().papers.has(digest),
        can_print=may(Permission.DECIDE) or may(Permission.ADMINISTER),
    )


@bp.get("/<int:certificate_id>.pdf")
@needs(Permission.SEE_PROJECTS)
def paper(certificate_id: int) -> ResponseReturnValue:
    """The paper itself, exactly as it was made once."""
    page = _find(certificate_id)
    digest = page.paper.sha256
    if digest is None:
        raise NotFoundError
    try:
        content = runtime().papers.get(digest)
    except MissingFileError:
        raise NotFoundError from None
    return _pdf(content, page.facts.number)


@bp.post("/<int:certificate_id>/print")
@needs(Permission.DECIDE, Permission.ADMINISTER)
def reprint(certificate_id: int) -> ResponseReturnValue:
    """Try the paper once more."""
    only_a_button()
    with transaction() as session:
        print_again(session, certificate_id, current_actor(), now())
    flash(_("已重新排队制作。"))
    return redirect(url_for(".show", certificate_id=certificate_id), 303)


def _find(certificate_id: int) -> CertificatePage:
    page = certificate_page(reading(), current_actor(), certificate_id)
    if page is None:
        raise NotFoundError
    return page


def _pdf(content: bytes, number: str) -> Response:
    response = Response(content, mimetype="application/pdf")
    # A header takes only Latin letters as they are; the number has Chinese ones (RFC 6266).
    name = {"filename*": f"UTF-8''{quote(number, safe='')}.pdf"}
    response.headers.set("Content-Disposition", "inline", **name)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _place(name: str) -> tuple[datetime, int] | None:
    found = paging.position(name, [str, int])
    if found is None:
        return None
    try:
        moment = datetime.fromisoformat(str(found[0]))
    except ValueError:
        return None
    return (moment, int(found[1])) if moment.tzinfo else None


def _address(text: str, state: str = "") -> str:
    kept: dict[str, Any] = {"text": text or None, "state": state or None}
    return url_for(".index", **kept)
