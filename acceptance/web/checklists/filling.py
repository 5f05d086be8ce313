"""Saving, submitting and choosing: what is sent from the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

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
from flask_babel import gettext as _

from acceptance.domain.canonical import canonical
from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.findings import Finding
from acceptance.domain.people import Permission
from acceptance.queries import checklist_sheets
from acceptance.queries.checklist_sheets import Sheet
from acceptance.queries.templates import template_of
from acceptance.services.checklists import AlreadySubmittedError, SaveDraft, save_draft
from acceptance.services.errors import RefusedError, StaleError
from acceptance.services.judging import judged
from acceptance.services.submission_content import Submit
from acceptance.services.submissions import DifferentSubmissionError, Submitted, submit
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.checklists.conflicts import chosen_document, merge
from acceptance.web.checklists.forms import CHOICE, Sent, document_in, sent_sheet, version_in
from acceptance.web.checklists.messages import by_field, problems_of
from acceptance.web.checklists.rows import Rows, rows_of
from acceptance.web.clock import now
from acceptance.web.db import let_go, reading, transaction
from acceptance.web.errors import wants_json
from acceptance.web.formats import moment


def add_to(bp: Blueprint, kind: str) -> None:
    """Give the blueprint the addresses that take a sheet."""
    for name, path, view in (
        ("save", "", save),
        ("submit", "/submissions", submit_sheet),
        ("choose", "/choice", choose),
    ):
        bp.add_url_rule(f"/checklists/<{kind}:checklist_id>{path}", name, view, methods=["POST"])


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
        return _refused(checklist_id, sent, refused.findings, _("还没有保存"))
    except AlreadySubmittedError as error:
        return _already(checklist_id, error)
    except StaleError:
        return _conflict(checklist_id, sent)
    if wants_json():
        sheet = _sheet(checklist_id)
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
    let_go()
    known = judged(command, template)
    try:
        with transaction() as session:
            done = submit(session, command, current_actor(), now(), known)
    except RefusedError as refused:
        return _refused(checklist_id, sent, refused.findings, _("还没有提交"))
    except (AlreadySubmittedError, DifferentSubmissionError) as error:
        return _already(checklist_id, error)
    except StaleError:
        return _conflict(checklist_id, sent)
    return _done(done)


@needs(Permission.INSPECT)
def choose(checklist_id: int) -> ResponseReturnValue:
    """Save what was chosen between two hands; a missing choice comes back."""
    form = request.form
    sheet = _sheet(checklist_id)
    base, mine = document_in(form.get("base", "")), document_in(form.get("mine", ""))
    sent = Sent(mine, version_in(form.get("version")), base)
    picked = {
        name.removeprefix(CHOICE): side for name, side in form.items() if name.startswith(CHOICE)
    }
    found = merge(sheet.template, _document(sheet, base), sheet.draft, mine, picked)
    if form.get("all") == "mine":
        picked = {choice.name: "mine" for choice in found.choices}
    elif found.missing or sent.version != sheet.version:
        return _conflict(checklist_id, sent, picked)
    command = SaveDraft(checklist_id, sheet.version, chosen_document(found, picked))
    try:
        with transaction() as session:
            version = save_draft(session, command, current_actor(), now())
    except RefusedError as refused:
        return _refused(checklist_id, sent, refused.findings, _("还没有保存"))
    flash(_("已按所选保存。"))
    return redirect(url_for(".show", checklist_id=checklist_id, saved=version), 303)


def sheet_page(
    sheet: Sheet,
    rows: Rows,
    base: Mapping[str, Any],
    version: int,
    submission_id: str,
    findings: Iterable[Finding] = (),
    refusal: str = "",
) -> str:
    """The sheet with what was typed, and the reasons why it was not taken."""
    return render_template(
        "checklists/sheet.html",
        sheet=sheet,
        rows=rows,
        base=base,
        version=version,
        submission_id=submission_id,
        problems=problems_of(rows, findings),
        refusal=refusal,
        failed=bool(refusal),
        can_fill=may(Permission.INSPECT),
        just_saved=request.args.get("saved") == str(sheet.version),
    )


def _refused(
    checklist_id: int, sent: Sent, findings: tuple[Finding, ...], refusal: str
) -> ResponseReturnValue:
    if request.is_json or wants_json():
        raise RefusedError(*findings)
    sheet = _sheet(checklist_id)
    rows = rows_of(sheet.template, sent.answers, by_field(findings))
    version = sheet.version if sent.version is None else sent.version
    page = sheet_page(sheet, rows, sent.base, version, sent.submission_id, findings, refusal)
    return page, 422


def _conflict(
    checklist_id: int, sent: Sent, picked: Mapping[str, str] | None = None
) -> ResponseReturnValue:
    """Both versions side by side. A program is only told that its version is old."""
    if request.is_json or wants_json():
        raise StaleError
    sheet = _sheet(checklist_id)
    mine = _document(sheet, sent.answers)
    base = _document(sheet, sent.base)
    found = merge(sheet.template, base, sheet.draft, mine, picked or {})
    page = render_template(
        "checklists/conflict.html",
        sheet=sheet,
        merge=found,
        base=base,
        mine=mine,
        version=sent.version,
        again=picked is not None,
        failed=True,
    )
    return page, 409


def _document(sheet: Sheet, sent: Mapping[str, Any]) -> dict[str, Any]:
    """What was sent, in normal form; what cannot be read counts as blank."""
    answers = parse_answers(sheet.template, sent)
    return {} if isinstance(answers, list) else answers.to_document()


def _already(checklist_id: int, error: StaleError) -> ResponseReturnValue:
    if request.is_json or wants_json():
        raise error
    different = isinstance(error, DifferentSubmissionError)
    page = render_template(
        "checklists/already.html", sheet=_sheet(checklist_id), different=different, failed=True
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


def _sheet(checklist_id: int) -> Sheet:
    return checklist_sheets.sheet(reading(), current_actor(), checklist_id) or abort(404)
