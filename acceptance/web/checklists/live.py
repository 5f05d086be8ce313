"""What one item comes to by what is typed so far: judged as on submission, and nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.cautions import cautions_of
from acceptance.domain.checklists.entries import Entry, Point
from acceptance.domain.checklists.group_lines import group_lines
from acceptance.domain.checklists.group_report import NO_REPORT
from acceptance.domain.checklists.judged_items import judge_item
from acceptance.domain.checklists.shares import in_force
from acceptance.domain.checklists.standing import standing_of
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.findings import Finding
from acceptance.domain.people import Permission
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.queries.beside import beside_of
from acceptance.queries.standards import editions_for
from acceptance.queries.templates import template_of
from acceptance.web.auth import current_actor, needs
from acceptance.web.checklists.forms import answers_in
from acceptance.web.db import reading
from acceptance.web.language import saying


@needs(Permission.INSPECT)
def live(checklist_id: int, code: str) -> ResponseReturnValue:
    """A fragment for the sheet. What cannot be read is said at once, with status 422."""
    template = template_of(reading(), current_actor(), checklist_id) or abort(404)
    editions = editions_for(reading(), template)
    item = _measured(in_force(template, editions), code) or abort(404)
    own = ((n, v) for n, v in request.form.items(multi=True) if n.partition(".")[0] == code)
    answers = parse_answers(template, answers_in(own))
    if isinstance(answers, list):
        return _fragment(item, unreadable=answers), 422
    entry = answers.of(code)
    cautions = cautions_of(template, item, entry, beside_of(reading(), checklist_id), editions)
    return _fragment(item, entry, editions, cautions)


def _measured(template: Template, code: str) -> Item | None:
    """Only an item with points has anything to compute."""
    return next((i for i in template.items if i.code == code and i.kind.has_points), None)


def _fragment(
    item: Item,
    entry: Entry | None = None,
    editions: Editions = SHIPPED,
    cautions: Sequence[Finding] = (),
    unreadable: Sequence[Finding] = (),
) -> str:
    """What an entry comes to; empty while nothing is typed. Drawn places that are still blank stand in
    the way of the verdict, but not of the figures of those that were measured."""
    judged = trial = None
    if entry is not None and not entry.is_blank:
        judged, trial = (judge_item(item, each, editions) for each in (entry, _measured_of(entry)))
    findings = trial.findings if trial else unreadable
    return render_template(
        "checklists/live.html",
        item=item,
        judged=judged,
        trial=trial,
        lot=standing_of(trial.evaluation) if trial and trial.evaluation else None,
        blank=_blank(entry) if entry is not None and judged else 0,
        messages=list(dict.fromkeys(saying(finding) for finding in findings)),
        groups=group_lines(item, entry, editions) if entry is not None and judged else (),
        cautions=cautions if judged else (),
    )


def _measured_of(entry: Entry) -> Entry:
    """The entry without the points that have no value yet; the others keep their numbers."""
    values = tuple(p if p.value or p.group != NO_REPORT else Point() for p in entry.values)
    return entry if not any(p.value for p in values) else replace(entry, values=values)


def _blank(entry: Entry) -> int:
    return sum(1 for p in entry.values if p.place and not p.value and p.group == NO_REPORT)
