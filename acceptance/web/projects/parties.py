"""Naming the parties of a project."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries.project_choices import organisation_choices
from acceptance.queries.projects import EditableProject, editable_project
from acceptance.services.errors import RefusedError, StaleError
from acceptance.services.parties import SetParties, set_parties
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.projects.blueprint import bp
from acceptance.web.projects.party_form import PartiesForm, party_rows
from acceptance.web.wording import gettext


@bp.route("/projects/<int:project_id>/parties", methods=["GET", "POST"], endpoint="parties")
@needs(Permission.REGISTER_PROJECTS)
def parties_of(project_id: int) -> ResponseReturnValue:
    """The form of the parties."""
    found = editable_project(reading(), current_actor(), project_id)
    if found is None:
        abort(404)
    form = PartiesForm(data={"version": found.version, "parties": party_rows(found.parties)})
    if not form.is_submitted():
        return _page(form, found)
    names = {choice.name: choice.id for choice in organisation_choices(reading())}
    fine = form.validate()
    parties = form.read(names)
    if not fine or parties is None:
        return _page(form, found, 422)
    try:
        with transaction() as session:
            command = SetParties(project_id, int(form.version.data or 0), parties)
            set_parties(session, command, current_actor(), now())
    except StaleError:
        return _page(form, found, 409)
    except RefusedError as error:
        form.refuse(*error.findings)
        return _page(form, found, 422)
    flash(gettext("参建单位已保存。"))
    return redirect(url_for(".show", project_id=project_id), 303)


def _page(form: PartiesForm, found: EditableProject, status: int = 200) -> ResponseReturnValue:
    """At 409 what was typed stays in the form and what others saved stands beside it; the form
    then carries the new version, so that a second save is a choice made by eye."""
    if status == 409:
        form.version.process_data(found.version)
        form.version.raw_data = None
    page = render_template(
        "projects/parties.html",
        form=form,
        found=found,
        failed=status == 422,
        stale=status == 409,
        organisations=organisation_choices(reading()),
    )
    return page, status
