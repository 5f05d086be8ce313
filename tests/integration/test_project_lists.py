"""Lists of projects and of tasks: complete, in order, in scope, in few statements."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.counted import CountedAttempt, counted_first
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.queries.project_filters import Filters, FirstTime, Progress
from acceptance.queries.project_list import Order, project_list
from acceptance.services.counting import count_all
from acceptance.workflow.stages import Stage
from tests.builders.projects import (
    County,
    make_county,
    make_project,
)
from tests.support.statements import counting_statements

EXAMPLES = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


def plain_project(county: County, number: int, name: str, minutes: int) -> Project:
    project = Project(
        code=f"K-{number:03}",
        name=name,
        area_id=county.townships[0].id,
        category=Category.BUILDING,
        process="building",
        rule_set="GB 50300-2013",
        size_class=SizeClass.SMALL,
        size_basis="investment",
        stage=Stage.REGISTERED,
        stage_since=county.now,
        created_at=county.now,
        updated_at=county.now + timedelta(minutes=minutes),
        counted_area_id=county.townships[0].id,
        counted_category=Category.BUILDING,
        counted_size=SizeClass.SMALL,
    )
    county.session.add(project)
    return project


@pytest.mark.parametrize("order", list(Order))
@EXAMPLES
@given(
    moments=st.lists(st.integers(0, 3), min_size=0, max_size=12),
    size=st.integers(1, 5),
    late=st.integers(0, 3),
)
def test_keyset_paging_visits_each_row_once(
    county: County, order: Order, moments: list[int], size: int, late: int
) -> None:
    """Forwards and backwards, with equal keys, and whatever is inserted on the way."""
    session, actor = county.session, county.actor("inspector")
    session.execute(delete(Project))
    for number, minutes in enumerate(moments):
        plain_project(county, number, f"示例{minutes}", minutes)
    session.flush()
    seen: list[str] = []
    page = project_list(session, actor, Filters(), order, size=size)
    pages = [page]
    while page.after is not None:
        seen.extend(line.code for line in page.lines)
        if len(pages) == 1:
            for more in range(late):
                plain_project(county, 900 + more, "示例0", -5)
            session.flush()
        page = project_list(session, actor, Filters(), order, after=page.after, size=size)
        pages.append(page)
    seen.extend(line.code for line in page.lines)
    assert len(seen) == len(set(seen))
    assert {f"K-{n:03}" for n in range(len(moments))} <= set(seen)
    back: list[str] = []
    while page.before is not None:
        page = project_list(session, actor, Filters(), order, before=page.before, size=size)
        back = [line.code for line in page.lines] + back
    old = [code for code in seen if not code.startswith("K-9")]
    last = [line.code for line in pages[-1].lines]
    expected = [code for code in old if code not in last]
    assert [code for code in back if not code.startswith("K-9")] == expected
    session.rollback()
    county_again(county)


def county_again(county: County) -> None:
    """A rolled-back county is made anew for the next example."""
    county.__dict__.update(make_county(county.session, county.now).__dict__)


ATTEMPTS = st.lists(
    st.tuples(
        st.sampled_from([AttemptResult.PASSED, AttemptResult.FAILED, AttemptResult.CONDITIONAL,
                         AttemptResult.ABANDONED]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=4,
)  # fmt: skip


@EXAMPLES
@given(histories=st.lists(ATTEMPTS, min_size=1, max_size=4), still_open=st.booleans(),
       conditional=st.booleans())  # fmt: skip
def test_the_first_time_filter_says_what_the_domain_says(
    county: County,
    histories: list[list[tuple[AttemptResult, bool, bool]]],
    still_open: bool,
    conditional: bool,
) -> None:
    session, actor = county.session, county.actor("inspector")
    expected: dict[FirstTime, set[str]] = {state: set() for state in FirstTime}
    for number, history in enumerate(histories):
        project = plain_project(county, number, f"示例{number}", 0)
        session.flush()
        counted = []
        for n, (result, voided, overturned) in enumerate(history, start=1):
            session.add(_attempt(county, project, n, result, voided, overturned))
            counted.append(CountedAttempt(n, result, county.now.date(), voided, overturned))
        if still_open and (not counted or counted[-1].voided):
            session.add(_attempt(county, project, len(history) + 1, None))
            counted.append(CountedAttempt(len(history) + 1))
        expected[_state(counted, conditional=conditional)].add(project.code)
    session.flush()
    count_all(session)
    for state in FirstTime:
        page = project_list(
            session, actor, Filters(first_time=state), conditional_counts=conditional, size=50
        )
        assert {line.code for line in page.lines} == expected[state], state
        assert page.counts.lost == len(expected[FirstTime.LOST])
    session.rollback()
    county_again(county)


def _state(counted: list[CountedAttempt], *, conditional: bool) -> FirstTime:
    if not counted:
        return FirstTime.NONE
    first = counted_first(counted, conditional_counts=conditional)
    if first is None or not first.is_decided:
        return FirstTime.OPEN
    return FirstTime.PASSED if first.passed(conditional_counts=conditional) else FirstTime.LOST


def _attempt(
    county: County,
    project: Project,
    number: int,
    result: AttemptResult | None,
    voided: bool = False,
    overturned: bool = False,
) -> Attempt:
    return Attempt(
        project_id=project.id,
        stage=Stage.COMPLETION_ACCEPTANCE,
        number=number,
        opened_at=county.now,
        meeting_on=county.now.date(),
        result=AttemptResult.VOID if voided else result,
        voided_result=result if voided else None,
        voided_at=county.now if voided else None,
        decided_on=county.now.date() if result else None,
        overturned_at=county.now if overturned else None,
    )


def test_a_list_page_takes_two_statements(county: County, session: Session, engine: Engine) -> None:
    for number in range(40):
        project = plain_project(county, number, f"示例{number}", number)
        session.flush()
        session.add(_attempt(county, project, 1, AttemptResult.FAILED))
        session.add(_attempt(county, project, 2, AttemptResult.PASSED))
    session.commit()
    with counting_statements(engine) as statements:
        page = project_list(session, county.actor("inspector"), Filters(text="示例"))
    assert len(statements) <= 2
    assert [mark.number for mark in page.lines[0].attempts] == [1, 2]
    assert [mark.result for mark in page.lines[0].attempts] == ["failed", "passed"]


def test_the_list_and_its_counts_end_at_the_viewers_area(county: County, session: Session) -> None:
    make_project(county)
    page = project_list(session, county.actor("neighbour"), Filters())
    assert page.lines == ()
    assert page.counts.total == 0
    page = project_list(session, county.actor("auditor"), Filters())
    assert page.counts.total == 1
    assert page.counts.by_progress[Progress.BUILDING] == 1


FOUND = [
    (Filters(text="小学"), True),
    (Filters(text="lx-001"), True),
    (Filters(text="100%"), False),
    (Filters(text="_"), False),
    (Filters(category=Category.BUILDING, size_class=SizeClass.SMALL), True),
    (Filters(category=Category.MUNICIPAL), False),
    (Filters(progress=Progress.BUILDING), True),
    (Filters(progress=Progress.ACCEPTED), False),
    (Filters(first_time=FirstTime.NONE), True),
]


@pytest.mark.parametrize(("filters", "found"), FOUND)
def test_filters(county: County, session: Session, filters: Filters, found: bool) -> None:
    make_project(county)
    page = project_list(session, county.actor("inspector"), filters)
    assert bool(page.lines) is found


def test_an_area_holds_what_lies_below_it(county: County, session: Session) -> None:
    make_project(county)
    for area, found in ((county.county, 1), (county.townships[0], 1), (county.townships[1], 0)):
        page = project_list(session, county.actor("inspector"), Filters(area_id=area.id))
        assert len(page.lines) == found
