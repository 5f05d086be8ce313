"""A small county that lives through acceptances: in attempts, and in the ledger of its acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.counted import CountedAttempt, counted_first, counted_latest
from acceptance.domain.measures import ProjectCount
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, Grade, SizeClass

COUNTY = "620000/621100/621122/"
TOWNSHIP = "620000/621100/621122/621122100/"


@dataclass
class Project:
    """What an honest registry knows of a project."""

    code: str
    object_id: int
    size_class: SizeClass
    category: Category
    area: str
    graded: bool
    frozen: tuple[SizeClass, Category, str, bool] | None = None
    attempts: list[CountedAttempt] = field(default_factory=list)
    voided_on: list[date] = field(default_factory=list)
    grade: Grade | None = None
    open_problems: set[int] = field(default_factory=set)

    @property
    def newest(self) -> CountedAttempt | None:
        return self.attempts[-1] if self.attempts else None

    @property
    def number(self) -> int:
        return len(self.attempts)


@dataclass
class County:
    """Acts on projects; each act is written down as an exported ledger line."""

    entries: list[dict[str, Any]] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)

    def write(
        self, action: str, project: Project | None, on: date, payload: Mapping[str, Any]
    ) -> None:
        is_project = action.startswith("project.") and project is not None
        self.entries.append(
            {
                "seq": len(self.entries) + 1,
                "at": f"{on.isoformat()}T04:00:00Z",
                "actor": 1,
                "role": "inspector",
                "action": action,
                "object": {
                    "kind": action.split(".", maxsplit=1)[0],
                    "id": project.object_id if is_project and project else len(self.entries) + 1,
                },
                "project": project.code if project else None,
                "payload": dict(payload),
            }
        )

    def register(
        self,
        size_class: SizeClass = SizeClass.LARGE,
        category: Category = Category.BUILDING,
        area: str = TOWNSHIP,
        *,
        graded: bool = True,
    ) -> Project:
        number = len(self.projects) + 1
        project = Project(f"LX-{number:03}", number, size_class, category, area, graded)
        self.projects.append(project)
        self.write(
            "project.registered",
            project,
            date(2011, 1, 4),
            {
                "code": project.code,
                "name": f"示例工程{number}",
                "area": area,
                "category": category.value,
                "size_class": size_class.value,
                "graded": graded,
            },
        )
        return project

    def change(self, project: Project, on: date, **changed: Any) -> None:
        self.write("project.changed", project, on, changed)
        for name, value in changed.items():
            setattr(project, name, SizeClass(value) if name == "size_class" else value)

    def open(self, project: Project, on: date) -> None:
        now = (project.size_class, project.category, project.area, project.graded)
        project.frozen = project.frozen or now
        project.attempts.append(CountedAttempt(project.number + 1))
        self.write(
            "attempt.opened",
            project,
            on,
            {
                "number": project.number,
                "stage": "completion",
                "size_class": now[0].value,
                "category": now[1].value,
                "area": now[2],
                "graded": now[3],
            },
        )

    def conclude(
        self, project: Project, on: date, result: AttemptResult, grade: Grade | None = None
    ) -> None:
        project.attempts[-1] = replace(project.attempts[-1], result=result, decided_on=on)
        if result is AttemptResult.ABANDONED:
            self.write(
                "attempt.abandoned",
                project,
                on,
                {"number": project.number, "decided_on": on.isoformat()},
            )
            return
        project.grade = grade
        self.write(
            "attempt.concluded",
            project,
            on,
            {
                "number": project.number,
                "result": result.value,
                "decided_on": on.isoformat(),
                "grade": grade.value if grade else None,
            },
        )

    def void(self, project: Project, on: date) -> None:
        project.attempts[-1] = replace(project.attempts[-1], voided=True)
        project.voided_on.append(on)
        self.write("attempt.voided", project, on, {"number": project.number})

    def revoke(self, project: Project, on: date) -> None:
        project.attempts[-1] = replace(project.attempts[-1], overturned=True)
        payload = {"number": "示例第0001号", "attempt": project.number}
        self.write("certificate.revoked", project, on, payload)

    def open_problem(self, project: Project, on: date, identity: int) -> None:
        project.open_problems.add(identity)
        self.write("rectification.opened", project, on, {"id": identity, "mandatory": True})

    def close_problem(self, project: Project, on: date, identity: int) -> None:
        project.open_problems.discard(identity)
        self.write("rectification.closed", project, on, {"id": identity, "mandatory": True})

    def counts(self, period: Period, *, conditional_counts: bool = False) -> list[ProjectCount]:
        """The projects as the first count sees them."""
        return [
            count_of(project, period, conditional_counts=conditional_counts)
            for project in self.projects
            if project.frozen
        ]


def count_of(project: Project, period: Period, *, conditional_counts: bool = False) -> ProjectCount:
    """One project with its first attempt and its latest of the period chosen."""
    assert project.frozen is not None
    size_class, category, area, graded = project.frozen
    first = counted_first(project.attempts, conditional_counts=conditional_counts)
    latest = counted_latest(project.attempts, period, conditional_counts=conditional_counts)
    none = CountedAttempt(0)
    first, latest = first or none, latest or none
    return ProjectCount(
        project_id=project.object_id,
        category=category,
        size_class=size_class,
        area_path=area,
        graded=graded,
        first_result=first.result,
        first_decided_on=first.decided_on,
        first_overturned=first.overturned,
        latest_result=latest.result,
        latest_decided_on=latest.decided_on,
        latest_overturned=latest.overturned,
        grade=project.grade,
        mandatory_open=bool(project.open_problems),
        voided_on=tuple(project.voided_on),
    )
