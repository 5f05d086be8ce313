"""记录: ask for the paper of an inspection, a part of the works or a project, and take it."""

from __future__ import annotations

from urllib.parse import quote

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.documents.record_forms import form_number, form_of
from acceptance.domain.people import Permission
from acceptance.domain.record_facts import Subject
from acceptance.domain.record_forms import RecordForm
from acceptance.queries.record_papers import RecordPage, record_page
from acceptance.services.errors import NotFoundError
from acceptance.services.record_papers import OrderRecord, order_record
from acceptance.services.record_renderings import print_record_again
from acceptance.storage.store import MissingFileError
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.forms import only_a_button

bp = Blueprint("records", __name__)
FORMS = ", ".join(each for each in RecordForm if each is not RecordForm.RATING)


@bp.post("/checklists/<int:subject_id>/record", defaults={"subject": Subject.CHECKLIST})
@bp.post("/works/<int:subject_id>/record", defaults={"subject": Subject.WORKS})
@bp.post("/projects/<int:subject_id>/record", defaults={"subject": Subject.PROJECT})
@bp.post(f"/works/<int:subject_id>/record/<any({FORMS}):form>", defaults={"subject": Subject.WORKS})
@needs(Permission.SEE_PROJECTS)
def order(subject: Subject, subject_id: int, form: str = RecordForm.RATING) -> ResponseReturnValue:
    """Freeze what the records say now, and wait for the paper."""
    only_a_button()
    with transaction() as session:
        command = OrderRecord(subject, subject_id, RecordForm(form))
        record_id = order_record(session, command, current_actor(), now())
    return redirect(url_for(".show", record_id=record_id), 303)


@bp.get("/records/<int:record_id>")
@needs(Permission.SEE_PROJECTS)
def show(record_id: int) -> ResponseReturnValue:
    """How far the paper is, then the way to it."""
    page = _find(record_id)
    lost = page.sha256 is not None and not runtime().papers.has(page.sha256)
    return render_template(
        "records/show.html",
        page=page,
        facts=page.facts,
        form_title=form_of(page.facts).title,
        form_number=form_number(page.facts),
        lost=lost,
    )


@bp.get("/records/<int:record_id>.pdf")
@needs(Permission.SEE_PROJECTS)
def paper(record_id: int) -> ResponseReturnValue:
    """The paper itself, exactly as it was made once."""
    page = _find(record_id)
    if page.sha256 is None:
        raise NotFoundError
    try:
        content = runtime().papers.get(page.sha256)
    except MissingFileError:
        raise NotFoundError from None
    response = Response(content, mimetype="application/pdf")
    title = f"{page.facts.project_code}-{form_of(page.facts).title}-{page.id}"
    # A header takes only Latin letters as they are (RFC 6266).
    name = {"filename*": f"UTF-8''{quote(title, safe='')}.pdf"}
    response.headers.set("Content-Disposition", "inline", **name)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@bp.post("/records/<int:record_id>/print")
@needs(Permission.SEE_PROJECTS)
def reprint(record_id: int) -> ResponseReturnValue:
    """Try the same paper once more, after it failed or its file was lost."""
    only_a_button()
    with transaction() as session:
        print_record_again(session, record_id, current_actor(), now())
    return redirect(url_for(".show", record_id=record_id), 303)


def _find(record_id: int) -> RecordPage:
    page = record_page(reading(), current_actor(), record_id)
    if page is None:
        raise NotFoundError
    return page
