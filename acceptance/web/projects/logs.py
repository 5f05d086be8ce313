"""The log of a project."""

from __future__ import annotations

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries.log import log_page
from acceptance.web.auth import current_actor, needs
from acceptance.web.db import reading
from acceptance.web.paging import pages, position
from acceptance.web.projects.blueprint import bp
from acceptance.web.projects.log_words import act_details, act_title, document_title, process_title

bp.app_template_global("act_title")(act_title)
bp.app_template_global("act_details")(act_details)
bp.app_template_global("process_title")(process_title)
bp.app_template_global("document_title")(document_title)


@bp.get("/projects/<int:project_id>/log")
@needs(Permission.SEE_PROJECTS)
def log(project_id: int) -> ResponseReturnValue:
    """The acts of a project, newest first."""
    before, after = position("before", (int,)), position("after", (int,))
    page = log_page(
        reading(),
        current_actor(),
        project_id,
        int(before[0]) if before else None,
        int(after[0]) if after else None,
    )
    if page is None:
        abort(404)
    return render_template(
        "projects/log.html", page=page, head=page.head, pages=pages(page.before, page.after)
    )
