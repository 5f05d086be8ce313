"""The list of projects."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries.project_choices import area_choices
from acceptance.queries.project_filters import FirstTime, Progress
from acceptance.queries.project_list import KEY_KINDS, Counts, project_list
from acceptance.web.auth import current_actor, needs
from acceptance.web.db import reading, runtime
from acceptance.web.paging import pages, position
from acceptance.web.projects.blueprint import bp
from acceptance.web.projects.list_form import FIRST_TIME_NAMES, PROGRESS_NAMES, ListForm
from acceptance.web.wording import gettext

Chip = tuple[str, str, int, bool]


@bp.get("/projects")
@needs(Permission.SEE_PROJECTS)
def index() -> ResponseReturnValue:
    """The projects of the viewer's area, a page at a time."""
    session, actor = reading(), current_actor()
    form = ListForm(area_choices(session, actor))
    if not form.validate():
        return render_template("projects/index.html", form=form, failed=True), 422
    filters = form.filters()
    found = project_list(
        session,
        actor,
        filters,
        form.sorting(),
        position("before", KEY_KINDS),
        position("after", KEY_KINDS),
        conditional_counts=runtime().settings.conditional_counts,
    )
    return render_template(
        "projects/index.html",
        form=form,
        found=found,
        asked=filters.asked,
        chips=_chips(found.counts, form),
        pages=pages(found.before, found.after),
        progress_names=PROGRESS_NAMES,
    )


def _chips(counts: Counts, form: ListForm) -> list[Chip]:
    """Ready-made questions with the counts of the whole area, whatever is asked now."""
    progress, first_time = form.progress.data, form.first_time.data
    free = not progress and not first_time
    chips = [(gettext("全部"), url_for(".index"), counts.total, free)]
    for word in (Progress.BUILDING, Progress.ACCEPTANCE, Progress.RECTIFYING, Progress.APPROVAL,
                 Progress.ACCEPTED):  # fmt: skip
        name, count = str(PROGRESS_NAMES[word]), counts.by_progress.get(word, 0)
        address = url_for(".index", progress=word.value)
        chips.append((name, address, count, progress == word and not first_time))
    lost = FirstTime.LOST
    address = url_for(".index", first_time=lost.value)
    chips.append((str(FIRST_TIME_NAMES[lost]), address, counts.lost, first_time == lost))
    return chips
