"""Frauds below the project, each tried against the first-time rate of a project that has failed.

F3 throwing away what was begun, F6 leaving failing points out, F7 rounding a value, F9 an old photo.
All of it goes through the services, as the pages do it; whatever is tried, the project is afterwards
accepted for real and still has not passed first time. (F1, F2, F4, F5, F8 and F10 to F12 are in
`test_frauds.py`, F13 and F14 in `test_frauds_around.py`.)
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.rates import Rate
from acceptance.domain.recount import recount
from acceptance.persistence.checklists import Checklist, Submission
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.ledger import export_lines
from acceptance.queries.populations import Field
from acceptance.queries.rectifications import rectifications_of
from acceptance.queries.tallies import counts_by_area
from acceptance.services import rectifications
from acceptance.services.checklists import OpenChecklist, open_checklist
from acceptance.services.errors import RefusedError
from acceptance.services.photos import AddPhoto, add, keep
from acceptance.services.rectifications import AFTER, BEFORE, Check, ReportDone
from acceptance.services.submissions import DifferentSubmissionError
from acceptance.storage.store import DirectoryStore
from acceptance.workflow.actions import Action
from tests.builders.acts import do, pass_attempt, problem, put_right
from tests.builders.checklists import Lot, complete, make_lot, picture
from tests.builders.projects import County, make_county, ready_project
from tests.support.inspecting import acts, codes, do_submit, row, save

CODE = IndicatorCode.FIRST_TIME_OTHER
YEAR = Period.year(2015)


@dataclass
class Failed:
    """A county with one pass and one failure; `lot` is inspected while the failure is put right."""

    county: County
    project: Project
    lot: Lot
    store: DirectoryStore

    def rate(self) -> Rate:
        county = self.county.county
        found = counts_by_area(self.county.session, YEAR, Field(county.id, county.path))
        return found.rate(CODE, county.id)

    def told_by_the_ledger(self) -> Rate:
        lines = list(export_lines(self.county.session))
        found = recount(lines, YEAR, self.county.county.path)[CODE]
        return Rate(len(found.numerator), len(found.denominator))


@pytest.fixture
def failed(session: Session, now: datetime, tmp_path: Path) -> Failed:
    county = make_county(session, now)
    passed = ready_project(county, code="LX-901")
    passed.name = "示例卫生院"
    assert pass_attempt(county, passed).done
    project = ready_project(county, code="LX-902")
    assert do(county, project, Action.OPEN_ATTEMPT).done
    assert do(county, project, Action.CONCLUDE_FAILED, problems=(problem(county),)).done
    lot = make_lot(county, project_code="LX-903")
    made = Failed(county, project, lot, DirectoryStore(tmp_path / "photos"))
    assert made.rate() == made.told_by_the_ledger() == Rate(1, 2)
    return made


def thrown_away(failed: Failed) -> None:
    """A failing draft is emptied, the sheet is opened anew: it is the same one, with its number."""
    county, lot = failed.county, failed.lot
    save(county, lot, {"rebar-02": {"answer": "no", "reason": "示例"}})
    save(county, lot, {}, version=2)
    again = open_checklist(
        county.session, OpenChecklist(lot.works.id, lot.template.code), county.actor("colleague"),
        county.now,
    )  # fmt: skip
    assert (again.checklist_id, again.number, again.again) == (lot.checklist_id, 1, True)
    assert [json.loads(act.payload)["number"] for act in acts(county, "checklist.opened")] == [1]


def points_left_out(failed: Failed) -> None:
    """Fewer points than the sheet asks for are a gap; what was sent once is never sent otherwise;
    a further inspection keeps the failed one beside it."""
    county, lot = failed.county, failed.lot
    measured = next(item for item in lot.template.items if item.minimum_points > 1)
    sent = complete(lot)
    entry = dict(sent.answers[measured.code])  # type: ignore[index]
    short = {**entry, "values": entry["values"][:-1]}
    with pytest.raises(RefusedError) as refused:
        do_submit(county, replace(sent, answers={**sent.answers, measured.code: short}))  # type: ignore[dict-item]
    assert codes(refused) == {"item_too_few_points"}
    bad = {**entry, "values": [{**point, "value": "99"} for point in entry["values"]]}
    first = replace(sent, answers={**sent.answers, measured.code: bad})  # type: ignore[dict-item]
    assert do_submit(county, first).verdict == "fail"
    with pytest.raises(DifferentSubmissionError):
        do_submit(county, replace(first, answers=sent.answers))
    again = open_checklist(
        county.session, OpenChecklist(lot.works.id, lot.template.code), county.actor("inspector"),
        county.now,
    )  # fmt: skip
    assert again.number == 2
    with pytest.raises(DBAPIError), county.session.begin_nested():
        county.session.execute(delete(Submission))
    verdicts = county.session.execute(
        select(Checklist.number, Checklist.verdict)
        .where(Checklist.works_id == lot.works.id)
        .order_by(Checklist.number)
    )
    assert [tuple(one) for one in verdicts] == [(1, "fail"), (2, None)]


def rounded(failed: Failed) -> None:
    """A value a hair beyond its limit fails, and is kept as it was typed."""
    county, lot = failed.county, failed.lot
    item = next(item for item in lot.template.items if item.minimum_points > 1)
    good = complete(lot)
    entry = dict(good.answers[item.code])  # type: ignore[index]
    beyond = [{**point, "value": f"{point['value']}.0000001"} for point in entry["values"]]
    sent = replace(good, answers={**good.answers, item.code: {**entry, "values": beyond}})  # type: ignore[dict-item]
    assert do_submit(county, sent).verdict == "fail"
    body = county.session.scalars(select(Submission.body)).one()
    assert beyond[0]["value"] in body
    assert row(county, lot).verdict == "fail"


def old_photo(failed: Failed) -> None:
    """The photo of the damage is sent again as that of the repair: whoever checks is told."""
    county = failed.county
    open_one = county.session.scalars(select(Rectification)).one()
    for slot in (BEFORE, AFTER):
        command = AddPhoto(keep(failed.store, picture()), slot, rectification_id=open_one.id)
        add(county.session, command, county.actor("inspector"), county.now)
    rectifications.report_done(
        county.session, ReportDone(open_one.id, open_one.version, "已返修"),
        county.actor("inspector"), county.now,
    )  # fmt: skip
    line = rectifications_of(
        county.session, county.actor("colleague"), failed.project.id, county.now.date()
    )[0]
    assert [one.used_before for one in (*line.before, *line.after)] == [False, True]
    rectifications.check(
        county.session, Check(open_one.id, open_one.version, closed=True),
        county.actor("colleague"), county.now,
    )  # fmt: skip


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(thrown_away, id="F3-thrown-away"),
        pytest.param(points_left_out, id="F6-points-left-out"),
        pytest.param(rounded, id="F7-rounded"),
        pytest.param(old_photo, id="F9-old-photo"),
    ],
)
def test_nothing_below_the_project_raises_the_rate(
    failed: Failed, deed: Callable[[Failed], None]
) -> None:
    deed(failed)
    assert failed.rate() == failed.told_by_the_ledger() == Rate(1, 2)
    put_right(failed.county, failed.project)
    assert do(failed.county, failed.project, Action.FINISH_RECTIFICATION).done
    assert pass_attempt(failed.county, failed.project).done
    assert failed.rate() == failed.told_by_the_ledger() == Rate(1, 2)


@pytest.mark.parametrize(
    ("passed", "decided", "target", "shown"),
    [(8, 9, 90, "88.8"), (1799, 2000, 90, "89.9"), (899, 1000, 90, "89.9"),
     (999999, 1000000, 100, "99.9")],
)  # fmt: skip
def test_f7_a_rate_is_not_rounded_up_to_its_target(
    passed: int, decided: int, target: int, shown: str
) -> None:
    rate = Rate(passed, decided)
    assert rate.percent_text() == shown
    assert not rate.meets(Fraction(target, 100))
