"""What one item comes to by what is typed so far: judged as on submission, and nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.cautions import cautions_of
from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.group_lines import group_lines
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
from acceptance.web.checklists.messages import by_field
from acceptance.web.db import reading


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
    """What an entry comes to; empty while nothing is typed."""
    typed = entry is not None and not entry.is_blank
    judged = judge_item(item, entry, editions) if entry is not None and typed else None
    lot = standing_of(judged.evaluation) if judged and judged.evaluation else None
    return render_template(
        "checklists/live.html",
        item=item,
        judged=judged,
        lot=lot,
        messages=by_field(judged.findings if judged else unreadable),
        groups=group_lines(item, entry, editions) if entry is not None and judged else (),
        cautions=cautions if judged else (),
    )
