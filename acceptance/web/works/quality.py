"""The quality record of a part, and its accidents."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.domain.rollup.asked import Asked
from acceptance.queries.works_quality import QualityPage, quality_page
from acceptance.services.errors import RefusedError, StaleError
from acceptance.services.quality_accidents import record_accident, treat_accident
from acceptance.services.works_records import record_quality
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.wording import gettext
from acceptance.web.works.quality_forms import AccidentForm, QualityForm, TreatedForm


@needs(Permission.REGISTER_PROJECTS)
def quality(works_id: int) -> ResponseReturnValue:
    """Documents, appearance, tests, treatment and the filing of a defect."""
    page = _page(works_id)
    form = QualityForm(page)
    if not form.is_submitted():
        return _shown(form, page)
    if not form.validate():
        return _shown(form, page, 422)
    try:
        with transaction() as session:
            record_quality(session, form.command(works_id), current_actor(), now())
    except StaleError:
        form.version.data, form.version.raw_data = page.version, None
        return _shown(form, page, 409)
    except RefusedError as error:
        form.refuse(*error.findings)
        return _shown(form, page, 422)
    flash(gettext("已保存。"))
    return redirect(url_for("works.tree", project_id=page.head.id, _anchor=f"w{works_id}"), 303)


@needs(Permission.REGISTER_PROJECTS)
def accident(works_id: int) -> ResponseReturnValue:
    """Record an accident of a part."""
    page = _page(works_id)
    if Asked.ACCIDENTS not in page.asked:
        abort(404)
    form = AccidentForm()
    if form.is_submitted() and form.validate():
        try:
            with transaction() as session:
                record_accident(session, form.command(works_id), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(gettext("已登记质量事故。"))
            return redirect(url_for("works.quality", works_id=works_id), 303)
    shown = render_template("works/accident.html", form=form, page=page, accident=None)
    return shown, 422 if form.is_submitted() else 200


@needs(Permission.REGISTER_PROJECTS)
def treated(works_id: int, accident_id: int) -> ResponseReturnValue:
    """Record that an accident has been treated."""
    page = _page(works_id)
    found = next((each for each in page.accidents if each.id == accident_id), None)
    if found is None or found.treated_on is not None:
        abort(404)
    form = TreatedForm()
    if form.is_submitted() and form.validate():
        try:
            with transaction() as session:
                treat_accident(session, form.command(accident_id), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(gettext("已登记处理结果。"))
            return redirect(url_for("works.quality", works_id=works_id), 303)
    shown = render_template("works/accident.html", form=form, page=page, accident=found)
    return shown, 422 if form.is_submitted() else 200


def _page(works_id: int) -> QualityPage:
    page = quality_page(reading(), current_actor(), works_id)
    if page is None:
        abort(404)
    return page


def _shown(form: QualityForm, page: QualityPage, status: int = 200) -> ResponseReturnValue:
    shown = render_template("works/quality.html", form=form, page=page, stale=status == 409)
    return shown, status
