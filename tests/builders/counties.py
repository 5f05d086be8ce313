"""A small county that lives through acceptances, as exported ledger lines of its acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.counted import CountedAttempt
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
