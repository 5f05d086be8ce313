"""Saving and submitting: what is sent from the sheet."""

from __future__ import annotations

from flask import (
    Blueprint,
    abort,
    flash,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from acceptance.domain.canonical import canonical
from acceptance.domain.findings import Finding
from acceptance.domain.people import Permission
from acceptance.queries.standards import editions_for
from acceptance.queries.templates import template_of
from acceptance.services.drafts import AlreadySubmittedError, SaveDraft, save_draft
from acceptance.services.errors import RefusedError, StaleError
from acceptance.services.judging import judged
from acceptance.services.submission_content import Submit
from acceptance.services.submissions import DifferentSubmissionError, Submitted, submit
from acceptance.web.auth import current_actor, needs
from acceptance.web.checklists.forms import sent_sheet
from acceptance.web.checklists.merging import choose, conflict_page
from acceptance.web.checklists.sheets import refused_page, the_sheet
from acceptance.web.clock import now
from acceptance.web.db import let_go, reading, transaction
from acceptance.web.errors import wants_json
from acceptance.web.formats import moment
from acceptance.web.wording import gettext as _


def add_to(bp: Blueprint) -> None:
    """Give the blueprint the addresses that take a sheet."""
    for name, path, view in (
        ("save", "", save),
        ("submit", "/submissions", submit_sheet),
        ("choose", "/choice", choose),
    ):
        bp.add_url_rule(f"/checklists/<int:checklist_id>{path}", name, view, methods=["POST"])


@needs(Permission.INSPECT)
def save(checklist_id: int) -> ResponseReturnValue:
    """Keep a draft. A stale one leads to the page with both versions."""
    sent = sent_sheet(request)
    if sent.version is None:
        raise RefusedError(Finding.of("version_wanted", field="version"))
    command = SaveDraft(checklist_id, sent.version, sent.answers)
    try:
        with transaction() as session:
            version = save_draft(session, command, current_actor(), now())
    except RefusedError as refused:
        return refused_page(checklist_id, sent, refused.findings, _("还没有保存"))
    except AlreadySubmittedError as error:
        return _already(checklist_id, error)
    except StaleError:
        return conflict_page(checklist_id, sent)
    if wants_json():
        sheet = the_sheet(checklist_id)
        return jsonify(version=version, base=canonical(sheet.draft), saved=moment(sheet.saved_at))
    if not sent.more:
        flash(_("草稿已保存。"))
    target = url_for(".show", checklist_id=checklist_id, saved=version, more=sent.more or None)
    return redirect(target + (f"#{sent.more}.values" if sent.more else ""), 303)


@needs(Permission.INSPECT)
def submit_sheet(checklist_id: int) -> ResponseReturnValue:
    """Judge and store a complete sheet; the same one again gets the same answer."""
    sent = sent_sheet(request)
    command = Submit(sent.submission_id, checklist_id, sent.answers, sent.photos, sent.version)
    template = template_of(reading(), current_actor(), checklist_id) or abort(404)
    editions = editions_for(reading(), template)
    let_go()
    known = judged(command, template, editions)
    try:
        with transaction() as session:
            done = submit(session, command, current_actor(), now(), known)
    except RefusedError as refused:
        return refused_page(checklist_id, sent, refused.findings, _("还没有提交"))
    except (AlreadySubmittedError, DifferentSubmissionError) as error:
        return _already(checklist_id, error)
    except StaleError:
        return conflict_page(checklist_id, sent)
    return _done(done)


def _already(checklist_id: int, error: StaleError) -> ResponseReturnValue:
    if request.is_json or wants_json():
        raise error
    different = isinstance(error, DifferentSubmissionError)
    page = render_template(
        "checklists/already.html", sheet=the_sheet(checklist_id), different=different, failed=True
    )
    return page, 409


def _done(done: Submitted) -> ResponseReturnValue:
    """The answer to a submission, equal for every repetition but for one header."""
    page = url_for(".result", checklist_id=done.checklist_id)
    if request.is_json or wants_json():
        response = jsonify(
            submission_id=done.submission_id,
            checklist=done.checklist_id,
            number=done.number,
            verdict=done.verdict,
            grade=done.grade,
            items_failed=done.items_failed,
            items_near=done.items_near,
            result=page,
        )
    else:
        response = make_response(redirect(page, 303))
    if done.again:
        response.headers["Idempotent-Replay"] = "true"
    return response
