"""The result of a submitted checklist: what failed, what is near a limit, what should be known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from acceptance.domain.checklists.cautions import cautions_of
from acceptance.domain.checklists.group_lines import group_lines
from acceptance.domain.checklists.words import ItemClass, ItemOutcome
from acceptance.domain.people import Permission
from acceptance.domain.periods import legal_date
from acceptance.domain.projects import Grade
from acceptance.queries import checklist_sheets
from acceptance.queries.beside import beside_of
from acceptance.queries.checklist_sheets import Result
from acceptance.queries.specimen_reports import ReusedReport, reused_reports
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.checklists.rows import Rows, rows_of
from acceptance.web.checklists.worked import worked
from acceptance.web.db import reading
from acceptance.web.language import titled
from acceptance.web.wording import gettext as _


@needs(Permission.SEE_PROJECTS)
def result(checklist_id: int) -> ResponseReturnValue:
    """The verdict with its reasons: what failed first, then what is near, the rest folded."""
    found = checklist_sheets.result(reading(), current_actor(), checklist_id) or abort(404)
    rows = rows_of(found.sheet.template, found.answers.to_document(), editions=found.sheet.editions)
    reused = reused_reports(reading(), current_actor(), (checklist_id,))
    return render_template(
        "checklists/result.html",
        found=found,
        sheet=found.sheet,
        rows=rows,
        missing_slots=[row for row in rows.items if row.item.code in found.missing_slots],
        rates=_rates(found.verdict.basis.rates),
        can_fill=may(Permission.INSPECT),
        reused=reused,
        **_sorted(found, rows, reused),
    )


def _sorted(found: Result, rows: Rows, reused: tuple[ReusedReport, ...]) -> dict[str, Any]:
    """The rows by what a reader looks at first, with what is said of each."""
    editions = found.sheet.editions
    judged = {item.code: item for item in found.verdict.items}
    entries = {row.item.code: (row.item, found.answers.of(row.item.code)) for row in rows.items}
    beside, template = beside_of(reading(), found.sheet.id), found.sheet.template
    beside = replace(beside, on=legal_date(found.submitted_at))
    cautions = {
        code: cautions_of(template, item, entry, beside, editions)
        for code, (item, entry) in entries.items()
    }
    doubtful = {code for code, said in cautions.items() if said} | {u.item_code for u in reused}
    groups: dict[str, list[Any]] = {"failed": [], "near": [], "cautioned": [], "rest": []}
    for row in rows.items:
        code = row.item.code
        if row.outcome is ItemOutcome.FAILED:
            groups["failed"].append(row)
        elif judged[code].near:
            groups["near"].append(row)
        else:
            groups["cautioned" if code in doubtful else "rest"].append(row)
    return {
        "judged": judged,
        "worked": {c: worked(item.evaluation) for c, item in judged.items() if item.evaluation},
        "groups": {c: group_lines(*entry, editions) for c, entry in entries.items()},
        "cautions": cautions,
        "failed_rows": groups["failed"],
        "near_rows": groups["near"],
        "cautioned_rows": groups["cautioned"],
        "rest": groups["rest"],
    }


def _rates(rates: tuple[tuple[str, str], ...]) -> str:
    """The least share of good points by class, in words."""
    names = {
        "dominant": titled(ItemClass.DOMINANT),
        "key": titled(ItemClass.KEY),
        "general": titled(ItemClass.GENERAL),
        "excellent": titled(Grade.EXCELLENT),
    }
    return _("；").join(f"{names[name]} {rate}\u00a0%" for name, rate in rates)
