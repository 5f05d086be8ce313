"""The acceptances before and around the counted one: looking at them, and recording them."""

from __future__ import annotations

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.i18n.procedures import ACCEPTANCE_TITLES, OPINION_TITLES
from acceptance.queries.acts import ActLine, acts_since
from acceptance.queries.proceeding_pages import ProceedingsPage, proceedings_page
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.proceedings import permission_for, record_events
from acceptance.web.acceptances.proceeding_forms import ProceedingForm
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.wording import gettext


@needs(Permission.SEE_PROJECTS)
def proceedings(project_id: int) -> ResponseReturnValue:
    """The tab of the acceptances."""
    page = _page(project_id)
    return render_template("acceptances/proceedings.html", page=page, head=page.head)


@needs(Permission.RUN_ACCEPTANCE)
def recording(project_id: int, kind: str) -> ResponseReturnValue:
    """What happened, except what the supervision body said."""
    return _record(project_id, kind, Permission.RUN_ACCEPTANCE)


@needs(Permission.DECIDE)
def opinion(project_id: int, kind: str) -> ResponseReturnValue:
    """What the quality supervision body recorded or decided (核备, 核定)."""
    return _record(project_id, kind, Permission.DECIDE)


def acceptance_title(kind: str) -> str:
    """What an acceptance is called."""
    word: str = gettext(ACCEPTANCE_TITLES[kind])
    return word


def opinion_title(opinion: str) -> str:
    """What the supervision body does is called."""
    word: str = gettext(OPINION_TITLES[opinion])
    return word


def _record(project_id: int, kind: str, permission: Permission) -> ResponseReturnValue:
    page = _page(project_id)
    form = _form(page, kind, permission)
    changes: list[ActLine] = []
    status = 200
    if not form.is_submitted():
        form.renew(page.seen)
    elif form.validate():
        try:
            with transaction() as session:
                record_events(session, form.command(project_id), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
            status = 422
        except StaleError:
            changes = list(acts_since(reading(), project_id, form.seen.data or 0))
            form.renew(page.seen)
            status = 409
        else:
            flash(gettext("已登记。"))
            return redirect(
                url_for("acceptances.proceedings", project_id=project_id, _anchor=kind), 303
            )
    else:
        status = 422
    html = render_template(
        "acceptances/proceeding.html", form=form, page=page, group=form.group, line=form.line,
        changes=changes, failed=status != 200,
    )  # fmt: skip
    return make_response(html, status)


def _form(page: ProceedingsPage, kind: str, permission: Permission) -> ProceedingForm:
    """The form of one acceptance; of one part where the address names it."""
    group = page.group(kind)
    events = _events(group.own, permission) if group else ()
    if group is None or not events:
        raise NotFoundError
    part = request.args.get("part", type=int)
    line = group.line(part) if part is not None or group.rule.level is None else None
    if part is not None and line is None:
        raise NotFoundError
    return ProceedingForm(group, line, events, page.parties)


def _events(own: tuple[Event, ...], permission: Permission) -> tuple[Event, ...]:
    return tuple(event for event in own if permission_for(event) is permission)


def _page(project_id: int) -> ProceedingsPage:
    page = proceedings_page(reading(), current_actor(), project_id, now())
    if page is None:
        raise NotFoundError
    return page
