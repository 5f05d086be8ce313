"""How many points the items of a checklist need, and where they are drawn: all at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.entries import Answers, Entry
from acceptance.domain.checklists.extents import asked_of
from acceptance.domain.checklists.frequency import Extent
from acceptance.domain.checklists.required import Required, points_given, required_of
from acceptance.domain.checklists.strength_groups import specimens_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.people import Permission
from acceptance.queries.checklist_sheets import Sheet
from acceptance.queries.extents import extent_of
from acceptance.queries.sampling import Draw, newest_draws
from acceptance.services.errors import RefusedError
from acceptance.services.extents import RecordExtent, record_extent
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.checklists.rows import rows_of
from acceptance.web.checklists.sheets import the_sheet
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.fields import Between, CountField, ExactDecimalField
from acceptance.web.forms import BaseForm
from acceptance.web.wording import gettext as _

MOST = 1_000_000
UNITS = {"length": "m", "area": "m²"}


class ExtentForm(BaseForm):
    """How much the checklist covers; only what its template goes by is shown."""

    length = ExactDecimalField(_l("长度"), [Between(least=0, most=MOST)], places=3)
    area = ExactDecimalField(_l("面积"), [Between(least=0, most=MOST)], places=3)
    structures = CountField(_l("座（道、台、根）数"), [Between(least=1, most=MOST)])
    pieces = CountField(_l("检验批容量（件、间、处）"), [Between(least=1, most=MOST)])
    layers = CountField(_l("层数"), [Between(least=1, most=100)])
    lanes = CountField(_l("车道数"), [Between(least=1, most=20)])
    sides = CountField(_l("几侧（一侧 1，两侧 2）"), [Between(least=1, most=2)])

    def extent(self) -> Extent:
        """What was typed; layers, lanes and sides left blank are one."""
        typed = self.data
        return Extent(
            typed["length"] or None, typed["area"] or None,
            typed["structures"], typed["pieces"],
            typed["layers"] or 1, typed["lanes"] or 1, typed["sides"] or 1,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberLine:
    """One item: how many it needs, how many it has, and its newest draw."""

    number: str
    item: Item
    required: Required
    given: int
    draw: Draw | None

    @property
    def is_drawn(self) -> bool:
        """Whether places are drawn for it; the groups of a strength lot come with their reports."""
        return self.item.kind.has_points and specimens_of(self.item) is None


def add_to(bp: Blueprint) -> None:
    """Give the blueprint the addresses of the whole checklist's sampling."""
    path = "/checklists/<int:checklist_id>/sampling"
    bp.add_url_rule(path, "numbers", numbers)
    bp.add_url_rule(path, "extent", enter_extent, methods=["POST"])
    bp.add_url_rule(f"{path}.print", "all_drawn", all_drawn)


@needs(Permission.SEE_PROJECTS)
def numbers(checklist_id: int) -> ResponseReturnValue:
    """How many, why, and where, for every item that is measured or counted."""
    sheet = the_sheet(checklist_id)
    extent = extent_of(reading(), checklist_id)
    return _page(sheet, ExtentForm(formdata=None, obj=extent))


@needs(Permission.INSPECT)
def enter_extent(checklist_id: int) -> ResponseReturnValue:
    """Record how much the checklist covers; the numbers follow from it at once."""
    sheet, form = the_sheet(checklist_id), ExtentForm()
    if not form.validate():
        return _page(sheet, form), 422
    try:
        with transaction() as session:
            command = RecordExtent(checklist_id, form.extent())
            record_extent(session, command, current_actor(), now())
    except RefusedError as refused:
        form.refuse(*refused.findings)
        return _page(sheet, form), 422
    flash(_("检查范围已登记。"))
    return redirect(url_for(".numbers", checklist_id=checklist_id), 303)


@needs(Permission.SEE_PROJECTS)
def all_drawn(checklist_id: int) -> ResponseReturnValue:
    """The newest draw of every item with room for the values, as one paper."""
    sheet = the_sheet(checklist_id)
    draws = newest_draws(reading(), checklist_id)
    papers = [(item, draws[item.code]) for item in sheet.template.items if item.code in draws]
    return render_template("checklists/drawn.html", sheet=sheet, papers=papers)


def _page(sheet: Sheet, form: ExtentForm) -> str:
    extent = extent_of(reading(), sheet.id)
    draws = newest_draws(reading(), sheet.id)
    entries = _typed(sheet)
    found = [
        NumberLine(row.number, row.item, required, points_given(row.item, entries(row.item.code)),
                   draws.get(row.item.code))
        for row in rows_of(sheet.template, {}).items
        if (required := required_of(sheet.template, row.item, extent)) is not None
    ]  # fmt: skip
    return render_template(
        "checklists/numbers.html",
        sheet=sheet,
        form=form,
        asked=[(form[name], UNITS.get(name, "")) for name in asked_of(sheet.template)],
        missing=[form[name].label.text for name in _missing(found)],
        lines=found,
        drawn=bool(draws),
        can_fill=may(Permission.INSPECT) and sheet.submitted_at is None,
        failed=bool(form.error_count),
    )


def _missing(lines: Iterable[NumberLine]) -> tuple[str, ...]:
    """What frequencies wait for, each once."""
    return tuple(dict.fromkeys(name for line in lines for name in line.required.missing))


def _typed(sheet: Sheet) -> Any:
    """What was typed so far by item; what cannot be read counts as blank."""
    answers = parse_answers(sheet.template, sheet.draft)
    return answers.of if isinstance(answers, Answers) else Entry
