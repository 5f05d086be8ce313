"""The pages around a checklist: of a leaf, of a project, the sheet, its result."""

from __future__ import annotations

from uuid import uuid4

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries import checklists as pages
from acceptance.queries.project_head import project_head
from acceptance.services.checklists import OpenChecklist, open_checklist
from acceptance.services.errors import RefusedError
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.checklists import filling, numbers, sampling
from acceptance.web.checklists.live import live
from acceptance.web.checklists.opening import ChoosingForm, OpeningForm
from acceptance.web.checklists.results import result
from acceptance.web.checklists.rows import rows_of
from acceptance.web.checklists.sheets import sheet_page, the_sheet
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction

bp = Blueprint("checklists", __name__)
filling.add_to(bp)
sampling.add_to(bp)
numbers.add_to(bp)
bp.add_url_rule("/checklists/<int:checklist_id>/live/<code>", "live", live, methods=["POST"])
bp.add_url_rule("/checklists/<int:checklist_id>/result", "result", result)


@bp.get("/works/<int:works_id>/checklists")
@needs(Permission.SEE_PROJECTS)
def for_works(works_id: int) -> ResponseReturnValue:
    """The inspections of a leaf, and the way to begin one."""
    return _works_page(works_id, OpeningForm())


@bp.post("/works/<int:works_id>/checklists", endpoint="open")
@needs(Permission.INSPECT)
def open_one(works_id: int) -> ResponseReturnValue:
    """Begin an inspection, or go on with the one that is open."""
    form = OpeningForm()
    if not form.validate():
        return _works_page(works_id, form), 422
    command = OpenChecklist(works_id, form.template_code.data or "", form.reason.data or "")
    try:
        with transaction() as session:
            opened = open_checklist(session, command, current_actor(), now())
    except RefusedError as refused:
        form.refuse(*refused.findings)
        return _works_page(works_id, form), 422
    return redirect(url_for(".show", checklist_id=opened.checklist_id), 303)


def _works_page(works_id: int, form: OpeningForm) -> str:
    page = pages.for_works(reading(), current_actor(), works_id) or abort(404)
    choosing = ChoosingForm(page.divisions, page.division.name if page.division else "")
    asked = (choosing.division.data or "", choosing.text.data or "")
    return render_template(
        "checklists/works.html",
        page=page,
        form=form,
        choosing=choosing,
        others=page.others(*asked) if choosing.validate() else (),
        failed=bool(form.error_count),
        may_inspect=may(Permission.INSPECT),
    )


@bp.get("/projects/<int:project_id>/checklists")
@needs(Permission.SEE_PROJECTS)
def for_project(project_id: int) -> ResponseReturnValue:
    """The checklists of a project, by what is wrong with them."""
    chosen = request.args.get("show", "all")
    if chosen not in pages.FILTERS:
        abort(404)
    page = pages.for_project(reading(), current_actor(), project_id, chosen) or abort(404)
    head = project_head(reading(), current_actor(), project_id)
    return render_template("checklists/project.html", page=page, head=head, chosen=chosen)


@bp.get("/checklists/<int:checklist_id>")
@needs(Permission.SEE_PROJECTS)
def show(checklist_id: int) -> ResponseReturnValue:
    """The sheet to fill; a submitted one is shown with its result."""
    sheet = the_sheet(checklist_id)
    if sheet.submitted_at is not None:
        return redirect(url_for(".result", checklist_id=checklist_id))
    more = request.args.get("more", "")
    rows = rows_of(sheet.template, sheet.draft, more=more, editions=sheet.editions)
    return sheet_page(sheet, rows, sheet.draft, sheet.version, str(uuid4()))
