"""Reports of the rates: ordered with one button, made in the background, taken as files."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries.ask import Ask
from acceptance.queries.reports import ReportLine, report_list, report_page
from acceptance.services.errors import NotFoundError
from acceptance.services.reports import make_again, order_report
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.forms import only_a_button
from acceptance.web.targets.asking import asked, kept
from acceptance.web.targets.blueprint import bp
from acceptance.web.targets.period_words import period_name
from acceptance.web.targets.report_words import Files, at_hand, files_of, narrowing
from acceptance.web.wording import gettext as _


def order_address(ask: Ask) -> str:
    """Where to order the report of what is asked for."""
    return f"{url_for('targets.order')}?{urlencode(kept(ask))}"


@bp.get("/reports")
@needs(Permission.SEE_TARGETS)
def reports() -> ResponseReturnValue:
    """The newest reports of the viewer's area."""
    found = report_list(reading(), current_actor())
    return render_template(
        "targets/reports.html", reports=found, period_name=period_name, narrowing=narrowing
    )


@bp.post("/reports")
@needs(Permission.SEE_TARGETS)
def order() -> ResponseReturnValue:
    """Order the report of the period, the area and the projects that the address names."""
    only_a_button()
    with transaction() as session:
        made = order_report(session, asked(), current_actor(), now())
    return redirect(url_for(".report", report_id=made), 303)


@bp.get("/reports/<int:report_id>")
@needs(Permission.SEE_TARGETS)
def report(report_id: int) -> ResponseReturnValue:
    """How far a report is, and then its files."""
    page = find_report(report_id)
    return render_template(
        "targets/report.html",
        page=page,
        files=files_of(page, runtime().papers),
        at_hand=at_hand(page, runtime().papers),
        period_name=period_name,
        narrowing=narrowing,
        order_address=order_address(page.ask),
    )


@bp.post("/reports/<int:report_id>/again")
@needs(Permission.SEE_TARGETS)
def report_again(report_id: int) -> ResponseReturnValue:
    """Make the files of a report once more, of the same facts, as long as these can be read."""
    only_a_button()
    if files_of(find_report(report_id), runtime().papers) is Files.UNREADABLE:
        flash(_("这份报告不能再制成文件"), "fail")
        return redirect(url_for(".report", report_id=report_id), 303)
    with transaction() as session:
        make_again(session, report_id, current_actor(), now())
    flash(_("已重新排队制作。"))
    return redirect(url_for(".report", report_id=report_id), 303)


def find_report(report_id: int) -> ReportLine:
    """A report that the viewer may see; otherwise it is not found."""
    page = report_page(reading(), current_actor(), report_id)
    if page is None:
        raise NotFoundError
    return page
