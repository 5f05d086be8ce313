"""The papers of a project: which are asked for, which are on file, and recording one."""

from __future__ import annotations

from datetime import date
from typing import cast

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, StringField, TextAreaField
from wtforms.validators import Length

from acceptance.domain.people import Permission
from acceptance.queries.papers import PaperLine, PapersPage, papers_page
from acceptance.services.errors import RefusedError, StaleError
from acceptance.services.papers import RecordPaper, record_paper
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.fields import DayField, Filled
from acceptance.web.forms import BaseForm
from acceptance.web.projects.blueprint import bp
from acceptance.web.wording import gettext


class PaperForm(BaseForm):
    """A paper that somebody holds in hand."""

    number = StringField(_l("文号或编号"), [Length(max=60)])
    dated = DayField(_l("日期"), [Filled()])
    not_applicable = BooleanField(_l("本工程不涉及（在备注里写明理由）"))
    note = TextAreaField(_l("备注"), [Length(max=200)])
    mark = HiddenField()


@bp.get("/projects/<int:project_id>/papers", endpoint="papers")
@needs(Permission.SEE_PROJECTS)
def papers_of(project_id: int) -> ResponseReturnValue:
    """The tab of papers."""
    page = _found(project_id)
    return render_template("projects/papers.html", page=page, head=page.head)


@bp.route("/projects/<int:project_id>/papers/<code>", methods=["GET", "POST"])
@needs(Permission.REGISTER_PROJECTS)
def paper(project_id: int, code: str) -> ResponseReturnValue:
    """The form of one paper."""
    page = _found(project_id)
    line = page.line(code)
    if line is None:
        abort(404)
    form = PaperForm(obj=line.recorded)
    if not line.document.may_not_apply:
        del form.not_applicable
    if not form.is_submitted():
        return _form_page(form, page, line)
    if not form.validate():
        return _form_page(form, page, line, 422)
    try:
        with transaction() as session:
            command = RecordPaper(project_id, code, cast("date", form.dated.data), form.number.data or "",
                                  form.note.data or "", form.mark.data or "",
                                  "not_applicable" in form and form.not_applicable.data)  # fmt: skip
            record_paper(session, command, current_actor(), now())
    except StaleError:
        return _form_page(form, page, line, 409)
    except RefusedError as error:
        form.refuse(*error.findings)
        return _form_page(form, page, line, 422)
    flash(gettext("资料已登记。"))
    return redirect(url_for(".papers", project_id=project_id), 303)


def _found(project_id: int) -> PapersPage:
    page = papers_page(reading(), current_actor(), project_id)
    if page is None:
        abort(404)
    return page


def _form_page(
    form: PaperForm, page: PapersPage, line: PaperLine, status: int = 200
) -> ResponseReturnValue:
    """At 409 the page shows what others recorded beside what was typed, and the form goes on from
    there."""
    if status == 409:
        form.mark.data, form.mark.raw_data = line.recorded.mark if line.recorded else "", None
    shown = render_template(
        "projects/paper.html", form=form, page=page, line=line, failed=status == 422,
        stale=status == 409,
    )  # fmt: skip
    return shown, status
