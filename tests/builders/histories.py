"""Random lives of a small county, and the tricks by which somebody might mend its figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.projects import Category, Grade, SizeClass
from tests.builders.counties import COUNTY, TOWNSHIP, County, Project

OTHER_TOWNSHIP = f"{COUNTY}621122200/"


def act(county: County, project: Project, verb: str, result: AttemptResult, on: date) -> None:
    """Do what the workflow would allow in this state; do nothing where it would refuse."""
    newest = project.newest
    is_open = newest is not None and not newest.is_decided and not newest.is_void
    if verb == "try":
        act(county, project, "open", result, on)
        act(county, project, "conclude", result, on)
    elif verb == "open" and not is_open:
        county.open(project, on)
    elif verb == "conclude" and is_open:
        grade = Grade.EXCELLENT if on.day % 2 else Grade.QUALIFIED
        county.conclude(project, on, result, grade if project.graded else None)
    elif verb == "void" and newest is not None and not newest.is_void:
        county.void(project, on)
    elif verb == "revoke" and newest is not None and newest.passed() and not newest.is_void:
        county.revoke(project, on)
    else:
        tinker(county, project, verb, on)


def tinker(county: County, project: Project, verb: str, on: date) -> None:
    """What happens to a project beside its acceptance."""
    if verb == "reclass":
        county.change(project, on, size_class=list(SizeClass)[on.day % 3].value)
    elif verb == "move":
        county.change(project, on, area=(TOWNSHIP, OTHER_TOWNSHIP)[on.day % 2])
    elif verb == "rename":
        county.change(project, on, code=f"{project.code}x")
    elif verb == "problem":
        county.open_problem(project, on, project.object_id)
    elif verb == "mend" and project.open_problems:
        county.close_problem(project, on, project.object_id)


def live(steps: list[tuple[int, str, AttemptResult, int]]) -> tuple[County, date]:
    county, on = County(), date(2011, 1, 10)
    for number in range(4):
        county.register(
            list(SizeClass)[number % 3], list(Category)[number % 5], graded=number % 4 != 3
        )
    for which, verb, result, days in steps:
        on += timedelta(days=days)
        act(county, county.projects[which], verb, result, on)
    return county, on


def _conclude(result: AttemptResult) -> Callable[[County, Project, date], None]:
    return lambda county, project, on: act(county, project, "conclude", result, on)


def _act(verb: str) -> Callable[[County, Project, date], None]:
    return lambda county, project, on: act(county, project, verb, AttemptResult.PASSED, on)


def _reimport(county: County, project: Project, on: date) -> None:
    payload = {"code": project.code, "size_class": "small", "category": "other", "area": TOWNSHIP}
    county.write("project.registered", project, on, payload)


def _reopen(county: County, project: Project, on: date) -> None:
    if project.attempts:
        county.write("attempt.opened", project, on, {"number": 1, "size_class": "small"})


def _conclude_again(county: County, project: Project, on: date) -> None:
    first = project.attempts[0] if project.attempts else None
    if first is not None and first.is_decided:
        payload = {"number": 1, "result": "passed", "decided_on": on.isoformat(), "grade": None}
        county.write("attempt.concluded", project, on, payload)


TRICKS: dict[str, Callable[[County, Project, date], None]] = {
    "void": _act("void"),
    "abandon": _conclude(AttemptResult.ABANDONED),
    "fail": _conclude(AttemptResult.FAILED),
    "conditional": _conclude(AttemptResult.CONDITIONAL),
    "revoke": _act("revoke"),
    "open": _act("open"),
    "reclass": _act("reclass"),
    "move": _act("move"),
    "rename": _act("rename"),
    "reimport": _reimport,
    "reopen": _reopen,
    "conclude_again": _conclude_again,
}
