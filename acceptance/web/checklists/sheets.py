"""The sheet as a page: to fill, and with the reasons why it was not taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flask import (
    abort,
    render_template,
    request,
)
from flask.typing import ResponseReturnValue

from acceptance.domain.checklists.words import ItemKind
from acceptance.domain.findings import Finding
from acceptance.domain.people import Permission
from acceptance.queries import checklist_sheets
from acceptance.queries.checklist_sheets import Sheet
from acceptance.services.errors import RefusedError
from acceptance.web.auth import current_actor, may
from acceptance.web.checklists.forms import Sent
from acceptance.web.checklists.messages import by_field, problems_of
from acceptance.web.checklists.rows import Rows, rows_of
from acceptance.web.db import reading
from acceptance.web.errors import wants_json


def the_sheet(checklist_id: int) -> Sheet:
    """The sheet of this request; missing and foreign are the same."""
    return checklist_sheets.sheet(reading(), current_actor(), checklist_id) or abort(404)


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
        numbered=any(item.kind is not ItemKind.YES_NO for item in sheet.template.items),
        just_saved=request.args.get("saved") == str(sheet.version),
    )


def refused_page(
    checklist_id: int, sent: Sent, findings: tuple[Finding, ...], refusal: str
) -> ResponseReturnValue:
    """The sheet again with everything that was typed, and every reason at its field."""
    if request.is_json or wants_json():
        raise RefusedError(*findings)
    sheet = the_sheet(checklist_id)
    rows = rows_of(sheet.template, sent.answers, by_field(findings), editions=sheet.editions)
    version = sheet.version if sent.version is None else sent.version
    page = sheet_page(sheet, rows, sent.base, version, sent.submission_id, findings, refusal)
    return page, 422
