"""Rows for tests of the rates and certificates: a small county, its people and its projects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor, Role
from acceptance.domain.projects import RULE_SETS, Category, SizeBasis, SizeClass
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project
from acceptance.services.ledger import record
from acceptance.workflow.stages import Stage
from tests.builders.people import load_areas, make_person

COUNTY = "621122"
TOWNSHIPS = ("621122100", "621122101", "621122102")
NOON = timedelta(hours=4)  # midday in Longxi, in UTC


def at(day: date) -> datetime:
    """Midday of a legal date."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + NOON


@dataclass(slots=True)
class Registry:
    """A county in a database: areas by code, and one actor for each role needed."""

    session: Session
    areas: dict[str, Area]
    inspector: Actor
    approver: Actor
    other_approver: Actor
    administrator: Actor
    leader: Actor
    count: int = 0

    def actor_in(self, actor: Actor, area_code: str) -> Actor:
        """The same person, bounded by another area."""
        return Actor(actor.id, actor.role, actor.organisation_id, self.areas[area_code].path)

    def project(
        self,
        category: Category = Category.BUILDING,
        size: SizeClass = SizeClass.SMALL,
        area: str = TOWNSHIPS[0],
        rule_set: str = "GB 50300-2013",
        *,
        stage: Stage = Stage.COMPLETION_ACCEPTANCE,
        due: date | None = None,
        on: date = date(2011, 1, 4),
    ) -> Project:
        """Register a project, with its act in the ledger."""
        self.count += 1
        moment = at(on)
        project = Project(
            code=f"LX-{self.count:04}",
            name=f"示例工程{self.count}",
            area_id=self.areas[area].id,
            category=category,
            process="building",
            rule_set=rule_set,
            size_class=size,
            size_basis=SizeBasis.INVESTMENT,
            stage=stage,
            stage_since=moment,
            acceptance_due=due,
            created_at=moment,
            updated_at=moment,
        )
        self.session.add(project)
        self.session.flush()
        self._record(project, moment)
        return project

    def _record(self, project: Project, moment: datetime) -> None:
        area = next(a for a in self.areas.values() if a.id == project.area_id)
        payload = {
            "code": project.code,
            "name": project.name,
            "area": area.path,
            "category": project.category,
            "size_class": project.size_class,
            "rule_set": project.rule_set,
            "graded": RULE_SETS[project.rule_set].grades,
        }
        record(
            self.session, self.inspector, moment, "project.registered", "project", project.id,
            payload, project,
        )  # fmt: skip


def make_registry(session: Session, *, areas_are_there: bool = False) -> Registry:
    """Load the areas and make two bureaus with their people."""
    if not areas_are_there:
        load_areas(session)
    areas = {area.code: area for area in session.scalars(select(Area))}
    begin = at(date(2011, 1, 1))

    def person(login: str, role: Role, bureau: str = "示例县建设局") -> Actor:
        return make_person(session, begin, role, login, organisation=bureau).actor

    return Registry(
        session,
        areas,
        inspector=person("inspector", Role.INSPECTOR),
        approver=person("approver", Role.APPROVER),
        other_approver=person("approver2", Role.APPROVER, "示例县交通局"),
        administrator=person("administrator", Role.ADMINISTRATOR),
        leader=person("leader", Role.LEADER),
    )
