"""The tab 验收 of a project."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries import timeline as pages
from acceptance.queries.acceptances import ActionsBox, actions_in_scope
from acceptance.queries.project_head import project_head
from acceptance.services.errors import NotFoundError
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now, today
from acceptance.web.db import reading, runtime


@needs(Permission.SEE_PROJECTS)
def timeline(project_id: int) -> ResponseReturnValue:
    """Everything around the acceptance in the order in which it happened."""
    page = pages.timeline(
        reading(),
        current_actor(),
        project_id,
        today(),
        conditional_counts=runtime().settings.conditional_counts,
    )
    project = project_head(reading(), current_actor(), project_id)
    if page is None or project is None:
        raise NotFoundError
    return render_template(
        "acceptances/timeline.html", page=page, project=project, actions=box_of(project_id)
    )


def box_of(project_id: int) -> ActionsBox:
    """What this person may do to the project now."""
    box = actions_in_scope(reading(), current_actor(), project_id, now())
    if box is None:
        raise NotFoundError
    return box
