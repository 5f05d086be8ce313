"""The second count: not to be raised by tricks, and by hand. That it equals the first over random
lives of real projects is shown in `tests/integration/test_rates.py`."""

import ast
from copy import deepcopy
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acceptance.domain import chronicle
from acceptance.domain import recount as recount_module
from acceptance.domain.attempts import AttemptResult
from acceptance.domain.chronicle import BrokenLedgerError
from acceptance.domain.periods import Period
from acceptance.domain.projects import SizeClass
from acceptance.domain.recount import Recount, recount
from tests.builders.counties import COUNTY, TOWNSHIP, County, Project
from tests.builders.histories import OTHER_TOWNSHIP, TRICKS, live

PERIODS = [Period.parse(text) for text in ("2011", "2012", "2012-Q1", "2011..2013")]
FIRST_TIME = ("first_time_large_medium", "first_time_other")
DAY = date(2012, 5, 4)

RESULTS = [AttemptResult.PASSED, *(r for r in AttemptResult if r is not AttemptResult.VOID)]
# Attempts are what matters: most steps are whole ones, so that histories get far.
ACTS = (
    *["try"] * 6,
    "open",
    "conclude",
    "void",
    "revoke",
    "reclass",
    "move",
    "rename",
    "problem",
    "mend",
)
STEP = st.tuples(
    st.integers(0, 3), st.sampled_from(ACTS), st.sampled_from(RESULTS), st.integers(0, 60)
)
HISTORIES = st.lists(STEP, max_size=40)


def value(found: Recount) -> Fraction | None:
    whole = len(found.denominator)
    return Fraction(len(found.numerator), whole) if whole else None


def never_raised(before: dict[str, Recount], after: dict[str, Recount]) -> bool:
    """Whether no first-time rate went up. No data beforehand cannot be raised but by a pass."""
    for code in FIRST_TIME:
        old, new = value(before[code]), value(after[code])
        if new is not None and new > (0 if old is None else old):
            return False
    return True


@settings(max_examples=300, deadline=None)
@given(HISTORIES, st.integers(0, 3), st.sampled_from(sorted(TRICKS)))
def test_no_trick_raises_a_first_time_rate(
    steps: list[tuple[int, str, AttemptResult, int]], which: int, trick: str
) -> None:
    county, on = live(steps)
    before = deepcopy(county)
    TRICKS[trick](county, county.projects[which], on + timedelta(days=1))
    for period in PERIODS:
        assert never_raised(recount(before.entries, period), recount(county.entries, period))


@pytest.mark.parametrize("trick", sorted(TRICKS))
@pytest.mark.parametrize("result", RESULTS[1:])
def test_no_trick_after_an_outcome_raises_the_rate(trick: str, result: AttemptResult) -> None:
    county = County()
    for known in (AttemptResult.PASSED, AttemptResult.FAILED, result):
        project = decided(county, known)
    before = deepcopy(county)
    TRICKS[trick](county, project, DAY + timedelta(days=1))
    now, then = (recount(each.entries, PERIODS[1]) for each in (county, before))
    assert never_raised(then, now)
    assert trick in {"void", "revoke"} or value(now[FIRST_TIME[0]]) == value(then[FIRST_TIME[0]])


def test_a_revoked_certificate_takes_the_pass_away_for_ever() -> None:
    county = County()
    project = decided(county, AttemptResult.PASSED)
    county.revoke(project, DAY)
    county.open(project, DAY)
    county.conclude(project, DAY, AttemptResult.PASSED)
    found = recount(county.entries, PERIODS[1])
    assert found["first_time_large_medium"] == Recount((), ("LX-001",))
    assert found["standards_met"] == Recount(("LX-001",), ("LX-001",))


@settings(max_examples=100, deadline=None)
@given(HISTORIES, st.sampled_from(SizeClass), st.sampled_from(PERIODS))
def test_a_new_project_that_fails_first_never_raises_the_rate(
    steps: list[tuple[int, str, AttemptResult, int]], size_class: SizeClass, period: Period
) -> None:
    county, _ = live(steps)
    before = recount(county.entries, period)
    project = county.register(size_class)
    county.open(project, period.first)
    county.conclude(project, period.last, AttemptResult.FAILED)
    county.open(project, period.last)
    county.conclude(project, period.last, AttemptResult.PASSED)
    after = recount(county.entries, period)
    assert never_raised(before, after)
    code = FIRST_TIME[size_class is SizeClass.SMALL]
    assert len(after[code].denominator) == len(before[code].denominator) + 1


@settings(max_examples=50, deadline=None)
@given(HISTORIES, st.randoms(use_true_random=False))
def test_lines_count_by_their_seq_and_not_by_arrival(
    steps: list[tuple[int, str, AttemptResult, int]], random: Random
) -> None:
    county, _ = live(steps)
    shuffled = list(county.entries)
    random.shuffle(shuffled)
    assert recount(shuffled, PERIODS[3]) == recount(county.entries, PERIODS[3])


def decided(county: County, result: AttemptResult, on: date = DAY) -> Project:
    project = county.register()
    county.open(project, on)
    county.conclude(project, on, result)
    return project


def test_five_numbers_by_hand() -> None:
    county = County()
    for result in (AttemptResult.PASSED, AttemptResult.FAILED, AttemptResult.CONDITIONAL):
        decided(county, result)
    voided = decided(county, AttemptResult.FAILED)
    county.void(voided, DAY)
    county.open(voided, DAY)
    county.conclude(voided, DAY, AttemptResult.PASSED)
    found = recount(county.entries, Period.year(2012))["first_time_large_medium"]
    assert found == Recount(
        numerator=("LX-001", "LX-004"),
        denominator=("LX-001", "LX-002", "LX-003", "LX-004"),
        voids=(("LX-004", 1),),
    )


def test_a_reacceptance_next_year_touches_no_year() -> None:
    county = County()
    project = decided(county, AttemptResult.FAILED, date(2011, 12, 31))
    county.open(project, date(2012, 1, 1))
    county.conclude(project, date(2012, 1, 1), AttemptResult.PASSED)
    in_2011, in_2012 = (recount(county.entries, Period.year(y)) for y in (2011, 2012))
    assert in_2011["first_time_large_medium"].denominator == ("LX-001",)
    assert in_2011["first_time_large_medium"].numerator == ()
    assert in_2012["first_time_large_medium"] == Recount()
    assert in_2012["standards_met"].numerator == ("LX-001",)


def test_a_void_belongs_to_the_legal_date_in_shanghai() -> None:
    county = County()
    project = decided(county, AttemptResult.PASSED)
    county.void(project, date(2012, 12, 31))
    county.entries[-1]["at"] = "2012-12-31T16:00:00+00:00"
    assert recount(county.entries, Period.year(2012))["standards_met"].voids == ()
    assert recount(county.entries, Period.year(2013))["standards_met"].voids == (("LX-001", 1),)


def test_awards_are_counted_by_kind_day_and_area() -> None:
    county = County()
    project = county.register()
    payload = {"kind": "luban", "awarded_on": "2012-05-04", "area": TOWNSHIP}
    county.write("award.recorded", project, DAY, payload)
    found = recount(county.entries, Period.year(2012), COUNTY)
    assert found["award_luban"].numerator == ("LX-001",)
    assert found["award_feitian"].numerator == ()
    assert recount(county.entries, Period.year(2012), OTHER_TOWNSHIP)["award_luban"] == Recount()
    assert recount(county.entries, Period.year(2013), COUNTY)["award_luban"] == Recount()


def test_a_later_final_grade_counts() -> None:
    county = County()
    project = decided(county, AttemptResult.PASSED)
    payload = {"grade": "excellent", "decided_on": "2014-05-04", "score": "92.1"}
    county.write("project.graded", project, date(2014, 5, 4), payload)
    assert recount(county.entries, Period.year(2012))["excellence_large"].numerator == ("LX-001",)


@pytest.mark.parametrize(
    ("action", "payload", "project"),
    [
        ("attempt.opened", {"number": 1}, "LX-999"),
        ("attempt.concluded", {"number": 1, "result": "passed"}, "LX-001"),
        ("certificate.revoked", {"attempt": 3}, "LX-001"),
    ],
)
def test_a_ledger_that_speaks_of_the_unknown_is_broken(
    action: str, payload: dict[str, object], project: str
) -> None:
    county = County()
    county.register()
    county.write(action, None, DAY, payload)
    county.entries[-1]["project"] = project
    with pytest.raises(BrokenLedgerError, match="entry 2"):
        recount(county.entries, Period.year(2012))


def test_the_second_count_shares_no_code_with_the_first() -> None:
    allowed = {"acceptance.domain.periods", "acceptance.domain.chronicle"}
    for module in (recount_module, chronicle):
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        imported = {
            node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
        }
        assert {name for name in imported if name.startswith("acceptance")} <= allowed


def test_an_award_stays_with_its_project_under_another_code() -> None:
    county = County()
    project = county.register()
    payload = {"kind": "luban", "awarded_on": "2012-05-04", "area": TOWNSHIP}
    county.write("award.recorded", project, DAY, payload)
    county.change(project, DAY, code="LX-001x")
    assert project.code == "LX-001x"
    won = recount(county.entries, Period.year(2012), COUNTY)["award_luban"].numerator
    assert won == (project.code,)
