"""Putting right: what is listed, the report with its photo, the check by another person."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries import rectifications as pages
from acceptance.queries.project_head import project_head
from acceptance.queries.rectifications import RectificationLine
from acceptance.services import photos
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.photos import AddPhoto
from acceptance.services.rectifications import AFTER, BEFORE, check, report_done
from acceptance.web.acceptances.acting import ACTING
from acceptance.web.acceptances.forms import CheckForm, PhotoForm, ReportForm
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now, today
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.forms import BaseForm
from acceptance.web.wording import gettext

TEMPLATE = "acceptances/rectification.html"


@needs(Permission.SEE_PROJECTS)
def rectifications(project_id: int) -> ResponseReturnValue:
    """All of a project: what is late first, closed ones at the end."""
    head = project_head(reading(), current_actor(), project_id)
    if head is None:
        raise NotFoundError
    lines = pages.rectifications_of(reading(), current_actor(), project_id, today())
    return render_template("acceptances/rectifications.html", head=head, lines=lines)


@needs(Permission.SEE_PROJECTS)
def rectification(rectification_id: int) -> ResponseReturnValue:
    """One of them, with what the viewer can do about it."""
    return _page(_the_line(rectification_id))


@needs(Permission.RUN_ACCEPTANCE)
def report(rectification_id: int) -> ResponseReturnValue:
    """The measure and the photo after it, in one go."""
    line, form = _the_line(rectification_id), ReportForm()
    if not form.validate():
        return _again(line, report=form)
    try:
        if form.after.data:
            # The photo stays even when the report has to be completed: nobody sends it twice.
            _keep(rectification_id, AFTER, form.after.data)
        with transaction() as session:
            report_done(session, form.command(rectification_id), current_actor(), now())
    except RefusedError as refused:
        form.refuse(*refused.findings)
        return _again(_the_line(rectification_id), report=form)
    except StaleError:
        return _again(_the_line(rectification_id), status=409, report=form)
    flash(gettext("已报告整改完成，等另一人检查。"))
    return redirect(url_for("acceptances.rectification", rectification_id=rectification_id), 303)


@needs(Permission.RUN_ACCEPTANCE)
def before(rectification_id: int) -> ResponseReturnValue:
    """A photo of how it looked before."""
    line, form = _the_line(rectification_id), PhotoForm()
    if not form.validate():
        return _again(line, before=form)
    try:
        _keep(rectification_id, BEFORE, form.photo.data)
    except RefusedError as refused:
        form.refuse(*refused.findings)
        return _again(line, before=form)
    flash(gettext("照片已送达。"))
    return redirect(url_for("acceptances.rectification", rectification_id=rectification_id), 303)


@needs(*ACTING)
def checking(rectification_id: int) -> ResponseReturnValue:
    """Close it, or return it with the reason."""
    line, form = _the_line(rectification_id), CheckForm()
    if not form.validate():
        return _again(line, check=form)
    command = form.command(rectification_id)
    try:
        with transaction() as session:
            check(session, command, current_actor(), now())
    except RefusedError as refused:
        form.refuse(*refused.findings)
        return _again(_the_line(rectification_id), check=form)
    except StaleError:
        return _again(_the_line(rectification_id), status=409, check=form)
    flash(gettext("已销号。") if command.closed else gettext("已退回，须重新整改。"))
    return redirect(url_for("acceptances.rectifications", project_id=line.project_id), 303)


def _the_line(rectification_id: int) -> RectificationLine:
    line = pages.rectification(reading(), current_actor(), rectification_id, today())
    if line is None:
        raise NotFoundError
    return line


def _keep(rectification_id: int, slot: str, file: Any) -> None:
    """Pictures are read and put on the disk before the transaction begins: that is slow work."""
    kept = photos.keep(runtime().photos, file.read())
    with transaction() as session:
        command = AddPhoto(kept, slot, rectification_id=rectification_id)
        photos.add(session, command, current_actor(), now())


def _again(line: RectificationLine, status: int = 422, **typed: BaseForm) -> ResponseReturnValue:
    """The page with what was typed; the newest version is what the person is shown now."""
    for form in typed.values():
        if "version" in form:
            form.version.raw_data, form.version.data = None, line.version
    return _page(line, stale=status == 409, failed=True, **typed), status


def _page(line: RectificationLine, **given: Any) -> str:
    head = project_head(reading(), current_actor(), line.project_id)
    blank = {
        "report": ReportForm(formdata=None, version=line.version),
        "check": CheckForm(formdata=None, version=line.version),
        "before": PhotoForm(formdata=None),
        "stale": False,
    }
    return render_template(TEMPLATE, **{**blank, **given}, line=line, head=head)
