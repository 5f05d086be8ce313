"""The tabs of a project: one line of links above pages that several blueprints make."""

from __future__ import annotations

from flask import Flask, current_app, url_for

from acceptance.queries.project_head import ProjectHead
from acceptance.web.wording import gettext as _

Tab = tuple[str, str, str | None, bool]


def project_tabs(head: ProjectHead, here: str) -> list[Tab]:
    """Name, address, count and whether it is here, for each part of a project."""
    papers = f"{head.papers_on_file}/{head.papers_asked}" if head.papers_asked else None
    parts = (
        ("projects.show", "overview", _("概况"), None),
        ("works.tree", "works", _("工程划分"), str(head.leaves) if head.leaves else None),
        ("checklists.for_project", "checklists", _("检查表"), str(head.checklists)),
        ("acceptances.proceedings", "proceedings", _("程序"), None),
        ("acceptances.for_project", "acceptances", _("验收"), str(head.attempts)),
        ("projects.papers", "papers", _("资料"), papers),
        ("projects.log", "log", _("记录"), None),
    )
    return [
        (name, url_for(endpoint, project_id=head.id), count, key == here)
        for endpoint, key, name, count in parts
        if has_page(endpoint)
    ]


def has_page(endpoint: str) -> bool:
    """Whether this installation has such a page."""
    return endpoint in current_app.view_functions


def checklists_address(works_id: int) -> str:
    """Where the checklists of a leaf are."""
    return url_for("checklists.for_works", works_id=works_id)


def init_app(app: Flask) -> None:
    """Let every page of a project draw its tabs and find its neighbours."""
    app.jinja_env.globals.update(
        project_tabs=project_tabs, has_page=has_page, checklists_address=checklists_address
    )
