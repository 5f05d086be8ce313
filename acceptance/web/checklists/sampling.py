"""Drawing the places of one item, and the sheet to take to the site."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField, TextAreaField
from wtforms.validators import Length

from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.words import Places
from acceptance.domain.people import Permission
from acceptance.domain.sampling.grid import Grid
from acceptance.domain.sampling.pieces import Pieces
from acceptance.domain.sampling.plan import Plan, SamplingError
from acceptance.queries.checklist_sheets import Sheet
from acceptance.queries.sampling import draws_of
from acceptance.services.errors import RefusedError
from acceptance.services.sampling import LONGEST_REASON, DrawPlaces, along, draw_places
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.checklists.sheets import the_sheet
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.fields import CountField
from acceptance.web.forms import BaseForm

WAYS = {
    "along": _l("沿桩号"),
    "pieces": _l("从一批中抽件"),
    "grid": _l("在网格中取点"),
}


class DrawingForm(BaseForm):
    """How many places, and where they may lie; which fields count follows from the way."""

    way = RadioField(_l("取点方法"), default="along")
    start = StringField(_l("起点桩号"), [Length(max=20)])
    end = StringField(_l("终点桩号"), [Length(max=20)])
    every = CountField(_l("每多少米"), default="200")
    each = CountField(_l("取几点"), default="2")
    lot = CountField(_l("一批共几件"))
    rows = CountField(_l("网格行数"))
    columns = CountField(_l("网格列数"))
    count = CountField(_l("抽几件（取几点）"))
    reason = TextAreaField(_l("重新抽取的理由"), [Length(max=LONGEST_REASON)])

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.way.choices = list(WAYS.items())

    def plan(self) -> Plan:
        """The plan in the fields of the chosen way."""
        count = _whole(self.count)
        if self.way.data == "pieces":
            return Pieces(_whole(self.lot), count)
        if self.way.data == "grid":
            return Grid(_whole(self.rows), _whole(self.columns), count)
        ends = (self.start.data or "", self.end.data or "")
        return along(*ends, _whole(self.every), _whole(self.each))


def _whole(field: CountField) -> int:
    """What was typed; blank is nought, which the plan refuses where it counts."""
    return int(field.data or 0)


def add_to(bp: Blueprint, kind: str) -> None:
    """Give the blueprint the addresses of the draws of an item."""
    path = f"/checklists/<{kind}:checklist_id>/sampling/<code>"
    bp.add_url_rule(path, "sampling", sampling)
    bp.add_url_rule(path, "draw", draw, methods=["POST"])
    bp.add_url_rule(f"{path}/<{kind}:number>", "drawn", drawn_sheet)


@needs(Permission.SEE_PROJECTS)
def sampling(checklist_id: int, code: str) -> ResponseReturnValue:
    """What was drawn for the item, and the form to draw."""
    sheet = the_sheet(checklist_id)
    item = _item(sheet, code)
    way = "along" if item.places is Places.CHAINAGE else "pieces"
    return _page(sheet, item, DrawingForm(formdata=None, way=way))


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
    return render_template("checklists/drawn.html", sheet=sheet, item=item, draw=found[0])


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
        can_draw=may(Permission.INSPECT) and sheet.submitted_at is None,
        failed=bool(form.error_count),
    )
