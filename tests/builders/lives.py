"""What projects go through, in short words, with real rows and real acts in the ledger."""

from __future__ import annotations

from datetime import date, timedelta

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Category, Grade, SizeClass
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.services import attempts, rectifications
from acceptance.services.ledger import record
from acceptance.services.rectifications import Problem
from tests.builders.registry import TOWNSHIPS, Registry, at

RESULTS = {
    "pass": AttemptResult.PASSED,
    "fail": AttemptResult.FAILED,
    "conditional": AttemptResult.CONDITIONAL,
    "abandon": AttemptResult.ABANDONED,
}


def step(registry: Registry, project: Project, act: str, day: date) -> None:
    """Do one thing to a project on a day; what is not possible is left out."""
    session, actor, now = registry.session, registry.inspector, at(day)
    newest = attempts.newest(session, project)
    if act in RESULTS:
        conclude(registry, project, act, day)
    elif act == "open" and (newest is None or newest.result is not None):
        attempts.open_attempt(session, project, actor, now, None, "")
    elif act == "void" and newest is not None and newest.result is not AttemptResult.VOID:
        attempts.void(session, project, registry.approver, now, "示例理由")
    elif act == "revoke" and newest is not None and is_in_force(newest):
        newest.overturned_at = now
        payload = {"number": "示例第0001号", "attempt": newest.number, "reason": "示例"}
        record(session, actor, now, "certificate.revoked", "certificate", 1, payload, project)
    elif act == "problem":
        listed = Problem("示例问题", "", PartyRole.CONTRACTOR, day + timedelta(days=9))
        rectifications.list_problems(session, project, newest, (listed,), actor, now)
    elif act == "change":
        change(registry, project, day)


def is_in_force(attempt: Attempt) -> bool:
    """Whether the attempt passed and its certificate was not revoked yet."""
    return attempt.result is AttemptResult.PASSED and attempt.overturned_at is None


def conclude(registry: Registry, project: Project, act: str, day: date) -> None:
    """Open an attempt if none is open, and end it; a pass on an odd day is excellent."""
    session, actor, now = registry.session, registry.inspector, at(day)
    newest = attempts.newest(session, project)
    if newest is None or newest.result is not None:
        attempts.open_attempt(session, project, actor, now, None, "")
    grade = Grade.EXCELLENT if act == "pass" and day.day % 2 else Grade.QUALIFIED
    attempts.conclude(session, project, actor, now, RESULTS[act], "示例结论", grade=grade)
    project.grade = grade
    record(session, actor, now, "project.graded", "project", project.id, {"grade": grade}, project)


def change(registry: Registry, project: Project, day: date) -> None:
    """Make a project another kind in another place, as a correction of its entry would."""
    area = registry.areas[TOWNSHIPS[2]]
    project.size_class, project.category = SizeClass.SMALL, Category.OTHER
    project.rule_set, project.area_id = "SL/T 223-2025", area.id
    project.responsible_id = registry.inspector.organisation_id
    payload = {"size_class": "small", "category": "other", "graded": False, "area": area.path,
               "responsible": project.responsible_id}  # fmt: skip
    record(
        registry.session, registry.inspector, at(day), "project.changed", "project", project.id,
        payload, project,
    )  # fmt: skip


def live_through(county: Registry) -> None:
    """Half a year of a county: passes, a failure made good, a condition, a void, things to come."""
    for number in range(9):
        step(county, county.project(area=TOWNSHIPS[number % 2]), "pass", date(2015, 2, 1 + number))
    failed = county.project(area=TOWNSHIPS[1])
    step(county, failed, "fail", date(2015, 3, 1))
    step(county, failed, "pass", date(2015, 5, 1))
    road = county.project(Category.RURAL_ROAD, SizeClass.MEDIUM)
    step(county, road, "conditional", date(2015, 4, 1))
    voided = county.project(size=SizeClass.LARGE)
    step(county, voided, "pass", date(2015, 4, 2))
    step(county, voided, "void", date(2015, 4, 9))
    step(county, voided, "pass", date(2015, 4, 11))
    step(county, county.project(due=date(2015, 6, 20)), "open", date(2015, 6, 12))
    county.project(due=date(2015, 6, 10))
    county.project(due=date(2015, 12, 10))
