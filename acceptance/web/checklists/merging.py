"""Two hands on one sheet: the page with both versions, and what was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import (
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.people import Permission
from acceptance.queries.checklist_sheets import Sheet
from acceptance.services.drafts import SaveDraft, save_draft
from acceptance.services.errors import RefusedError, StaleError
from acceptance.web.auth import current_actor, needs
from acceptance.web.checklists.conflicts import chosen_document, merge
from acceptance.web.checklists.forms import CHOICE, Sent, document_in, version_in
from acceptance.web.checklists.sheets import refused_page, the_sheet
from acceptance.web.clock import now
from acceptance.web.db import transaction
from acceptance.web.errors import wants_json
from acceptance.web.wording import gettext as _


@needs(Permission.INSPECT)
def choose(checklist_id: int) -> ResponseReturnValue:
    """Save what was chosen between two hands; a missing choice comes back."""
    form = request.form
    sheet = the_sheet(checklist_id)
    base, mine = document_in(form.get("base", "")), document_in(form.get("mine", ""))
    sent = Sent(mine, version_in(form.get("version")), base)
    picked = {
        name.removeprefix(CHOICE): side for name, side in form.items() if name.startswith(CHOICE)
    }
    found = merge(sheet.template, read_document(sheet, base), sheet.draft, mine, picked)
    if form.get("all") == "mine":
        picked = {choice.name: "mine" for choice in found.choices}
    elif found.missing or sent.version != sheet.version:
        return conflict_page(checklist_id, sent, picked)
    command = SaveDraft(checklist_id, sheet.version, chosen_document(found, picked))
    try:
        with transaction() as session:
            version = save_draft(session, command, current_actor(), now())
    except RefusedError as refused:
        return refused_page(checklist_id, sent, refused.findings, _("还没有保存"))
    flash(_("已按所选保存。"))
    return redirect(url_for(".show", checklist_id=checklist_id, saved=version), 303)


def conflict_page(
    checklist_id: int, sent: Sent, picked: Mapping[str, str] | None = None
) -> ResponseReturnValue:
    """Both versions side by side. A program is only told that its version is old."""
    if request.is_json or wants_json():
        raise StaleError
    sheet = the_sheet(checklist_id)
    mine = read_document(sheet, sent.answers)
    base = read_document(sheet, sent.base)
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


def read_document(sheet: Sheet, sent: Mapping[str, Any]) -> dict[str, Any]:
    """What was sent, in normal form; what cannot be read counts as blank."""
    answers = parse_answers(sheet.template, sent)
    return {} if isinstance(answers, list) else answers.to_document()
