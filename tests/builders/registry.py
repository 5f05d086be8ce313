"""Rows for tests of the rates and certificates: a small county, its people and its projects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from acceptance.domain.areas import read_areas
from acceptance.domain.people import Actor, Role
from acceptance.domain.projects import Category, SizeBasis, SizeClass
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project
from acceptance.persistence.users import User
from acceptance.services.ledger import record
from acceptance.workflow.stages import Stage

COUNTY = "621122"
TOWNSHIPS = ("621122100", "621122101", "621122102")
_AREAS = Path(__file__).resolve().parents[2] / "acceptance" / "catalogue" / "areas.toml"
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
        payload = {
            "code": project.code,
            "name": project.name,
            "area": self.areas[area].path,
            "category": category,
            "size_class": size,
            "rule_set": rule_set,
            "graded": True,
        }
        record(
            self.session, self.inspector, moment, "project.registered", "project", project.id,
            payload, project,
        )  # fmt: skip
        return project


def make_registry(session: Session) -> Registry:
    """Load the areas and make two bureaus with their people."""
    areas: dict[str, Area] = {}
    for row in read_areas(_AREAS.read_text(encoding="utf-8")):
        parent = areas.get(row.parent_code or "")
        areas[row.code] = Area(
            code=row.code, name=row.name, level=row.level.value, path=row.path,
            position=row.position, parent_id=parent.id if parent else None,
        )  # fmt: skip
        session.add(areas[row.code])
        session.flush()
    county = areas[COUNTY]
    bureaus = [
        Organisation(name=name, area_id=county.id, is_authority=True)
        for name in ("示例县住房和城乡建设局", "示例县交通运输局")
    ]
    session.add_all(bureaus)
    session.flush()

    def person(login: str, role: Role, bureau: Organisation) -> Actor:
        user = User(
            login=login, name="示例人员", role=role, organisation_id=bureau.id, area_id=county.id,
            created_at=at(date(2011, 1, 1)),
        )  # fmt: skip
        session.add(user)
        session.flush()
        return Actor(user.id, role, bureau.id, county.path)

    return Registry(
        session,
        areas,
        inspector=person("inspector", Role.INSPECTOR, bureaus[0]),
        approver=person("approver", Role.APPROVER, bureaus[0]),
        other_approver=person("approver2", Role.APPROVER, bureaus[1]),
        administrator=person("administrator", Role.ADMINISTRATOR, bureaus[0]),
        leader=person("leader", Role.LEADER, bureaus[0]),
    )
