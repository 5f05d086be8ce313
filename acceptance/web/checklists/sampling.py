"""Drawing the places of one item, and the sheet to take to the site."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.checklists.required import required_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.words import Places
from acceptance.domain.people import Permission
from acceptance.domain.sampling.plan import SamplingError
from acceptance.queries.checklist_sheets import Sheet
from acceptance.queries.extents import extent_of
from acceptance.queries.sampling import draws_of
from acceptance.services.errors import RefusedError
from acceptance.services.sampling import DrawPlaces, draw_places
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.checklists.drawing_form import DrawingForm, usual
from acceptance.web.checklists.sheets import the_sheet
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction


def add_to(bp: Blueprint) -> None:
    """Give the blueprint the addresses of the draws of an item."""
    path = "/checklists/<int:checklist_id>/sampling/<code>"
    bp.add_url_rule(path, "sampling", sampling)
    bp.add_url_rule(path, "draw", draw, methods=["POST"])
    bp.add_url_rule(f"{path}/<int:number>", "drawn", drawn_sheet)


@needs(Permission.SEE_PROJECTS)
def sampling(checklist_id: int, code: str) -> ResponseReturnValue:
    """What was drawn for the item, and the form to draw."""
    sheet = the_sheet(checklist_id)
    item = _item(sheet, code)
    begun = usual(item, extent_of(reading(), checklist_id), sheet.works_location)
    return _page(sheet, item, DrawingForm(formdata=None, **begun))


@needs(Permission.INSPECT)
def draw(checklist_id: int, code: str) -> ResponseReturnValue:
    """Commit the draw; the places are shown by the next page."""
    sheet, form = the_sheet(checklist_id), DrawingForm()
    item = _item(sheet, code)
    if not form.validate():
        return _page(sheet, item, form), 422
    try:
        command = DrawPlaces(checklist_id, code, form.plan(), form.reason.data or "")
        with transaction() as session:
            draw_places(session, command, current_actor(), now())
    except SamplingError as error:
        form.refuse(error.finding)
    except RefusedError as refused:
        form.refuse(*refused.findings)
    if form.error_count:
        return _page(sheet, item, form), 422
    return redirect(url_for(".sampling", checklist_id=checklist_id, code=code), 303)


@needs(Permission.SEE_PROJECTS)
def drawn_sheet(checklist_id: int, code: str, number: int) -> ResponseReturnValue:
    """The places of one draw with room for the values, to be printed."""
    sheet = the_sheet(checklist_id)
    item = _item(sheet, code)
    found = [d for d in draws_of(reading(), checklist_id, code) if d.number == number]
    if not found:
        abort(404)
    return render_template("checklists/drawn.html", sheet=sheet, papers=((item, found[0]),))


def _item(sheet: Sheet, code: str) -> Item:
    items = sheet.template.items
    return next((i for i in items if i.code == code and i.kind.has_points), None) or abort(404)


def _page(sheet: Sheet, item: Item, form: DrawingForm) -> str:
    if item.places is Places.CHAINAGE:
        for asked in (form.start, form.end, form.every, form.each):
            asked.flags.required = True
    return render_template(
        "checklists/sampling.html",
        sheet=sheet,
        item=item,
        form=form,
        draws=draws_of(reading(), sheet.id, item.code),
        required=required_of(sheet.template, item, extent_of(reading(), sheet.id)),
        can_draw=may(Permission.INSPECT) and sheet.submitted_at is None,
        failed=bool(form.error_count),
    )
