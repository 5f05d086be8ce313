"""目标责任书: what was signed, how far it has come, and the yearly assessment."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries.agreement_pages import AgreementPage, agreement_list, agreement_page
from acceptance.queries.agreements import waiting_for
from acceptance.queries.organisations import choices
from acceptance.queries.places import every_place
from acceptance.services.agreement_papers import print_agreement_again
from acceptance.services.agreements import draw_up, sign_agreement
from acceptance.services.assessments import assess
from acceptance.services.errors import NotFoundError, RefusedError
from acceptance.storage.store import MissingFileError
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.clock import now, today
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.forms import only_a_button
from acceptance.web.targets import words
from acceptance.web.targets.agreement_forms import AgreementForm
from acceptance.web.targets.blueprint import bp
from acceptance.web.targets.cascade_views import listed
from acceptance.web.targets.signing_form import SigningForm
from acceptance.web.wording import gettext as _


@bp.get("/agreements")
@needs(Permission.SEE_TARGETS)
def agreements() -> ResponseReturnValue:
    """The agreements of the viewer's area."""
    lines = agreement_list(reading(), current_actor())
    return render_template("targets/agreements.html", lines=lines)


@bp.get("/agreements/new")
@needs(Permission.SET_TARGETS)
def new_agreement() -> ResponseReturnValue:
    """The form for an agreement."""
    return render_template("targets/agreement_new.html", form=_form({"year": today().year}))


@bp.post("/agreements/new")
@needs(Permission.SET_TARGETS)
def add_agreement() -> ResponseReturnValue:
    """Draw up the next version."""
    form = _form({})
    if form.validate():
        try:
            with transaction() as session:
                made = draw_up(session, form.command(), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("已经拟定，等另一人确认签订。"))
            return redirect(url_for(".agreement", agreement_id=made), 303)
    return render_template("targets/agreement_new.html", form=form), 422


@bp.get("/agreements/<int:agreement_id>")
@needs(Permission.SEE_TARGETS)
def agreement(agreement_id: int) -> ResponseReturnValue:
    """A version: its targets, what has come of them, its paper, its assessments."""
    return _shown(agreement_id, SigningForm(data={"signed_on": today()}))


@bp.post("/agreements/<int:agreement_id>/sign")
@needs(Permission.SIGN_TARGETS)
def sign(agreement_id: int) -> ResponseReturnValue:
    """Confirm that a version was signed."""
    form = SigningForm()
    if form.validate():
        try:
            with transaction() as session:
                command = form.command(agreement_id, runtime().settings.issuer)
                sign_agreement(session, command, current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("已确认签订，并记入记录。"))
            return redirect(url_for(".agreement", agreement_id=agreement_id), 303)
    return _shown(agreement_id, form), 422


@bp.post("/agreements/<int:agreement_id>/assess")
@needs(Permission.SIGN_TARGETS)
def assess_agreement(agreement_id: int) -> ResponseReturnValue:
    """Confirm the yearly assessment."""
    only_a_button()
    counts = runtime().settings.conditional_counts
    with transaction() as session:
        assess(session, agreement_id, current_actor(), now(), conditional_counts=counts)
    flash(_("年度考核已确认，并记入记录。"))
    return redirect(url_for(".agreement", agreement_id=agreement_id), 303)


@bp.post("/agreements/<int:agreement_id>/print")
@needs(Permission.SIGN_TARGETS)
def reprint_agreement(agreement_id: int) -> ResponseReturnValue:
    """Try the paper once more."""
    only_a_button()
    with transaction() as session:
        print_agreement_again(session, agreement_id, current_actor(), now())
    flash(_("已重新排队制作。"))
    return redirect(url_for(".agreement", agreement_id=agreement_id), 303)


@bp.get("/agreements/<int:agreement_id>.pdf")
@needs(Permission.SEE_TARGETS)
def agreement_paper(agreement_id: int) -> ResponseReturnValue:
    """The paper itself, exactly as it was made once."""
    page = _find(agreement_id)
    if page.paper.sha256 is None:
        raise NotFoundError
    try:
        content = runtime().papers.get(page.paper.sha256)
    except MissingFileError:
        raise NotFoundError from None
    terms = page.terms
    name = f"{terms.holder}-{terms.year}-{terms.version}"
    response = Response(content, mimetype="application/pdf")
    # A header takes only Latin letters as they are; the name has Chinese ones (RFC 6266).
    coded = {"filename*": f"UTF-8''{quote(name, safe='')}.pdf"}
    response.headers.set("Content-Disposition", "inline", **coded)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def waiting() -> tuple[int, ...]:
    """The agreements that the viewer may confirm as signed."""
    return waiting_for(reading(), current_actor()) if may(Permission.SIGN_TARGETS) else ()


def _shown(agreement_id: int, form: SigningForm) -> str:
    page = _find(agreement_id)
    digest = page.paper.sha256
    return render_template(
        "targets/agreement.html",
        page=page,
        terms=page.terms,
        form=form,
        words=words,
        listed=listed,
        lost=digest is not None and not runtime().papers.has(digest),
    )


def _find(agreement_id: int) -> AgreementPage:
    counts = runtime().settings.conditional_counts
    page = agreement_page(
        reading(), current_actor(), agreement_id, today(), conditional_counts=counts
    )
    if page is None:
        raise NotFoundError
    return page


def _form(data: dict[str, object]) -> AgreementForm:
    session = reading()
    areas = every_place(session, current_actor())
    return AgreementForm(areas, choices(session, authorities=True), data=data)
