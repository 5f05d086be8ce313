"""A small county in the database, and projects at any point of their way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor, Role
from acceptance.domain.projects import RULE_SETS, Category, SizeBasis, SizeClass, rule_sets_for
from acceptance.persistence.areas import Area
from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project, ProjectPaper, ProjectParty
from acceptance.persistence.users import User
from acceptance.persistence.works import Works
from acceptance.queries.project_papers import asked_of_project
from acceptance.services.ledger import record
from acceptance.workflow.actions import Action
from acceptance.workflow.processes import PROCESSES, PROCESSES_FOR
from acceptance.workflow.stages import Stage
from tests.builders.completing import complete_records

COUNTY_PATH = "620000/621100/621122/"


@dataclass
class County:
    """One county with two townships, a bureau, a station and an account for each role."""

    session: Session
    now: datetime
    county: Area
    townships: list[Area]
    bureau: Organisation
    station: Organisation
    actors: dict[str, Actor]

    def actor(self, name: str) -> Actor:
        return self.actors[name]


def make_area(session: Session, code: str, name: str, parent: Area | None, level: str) -> Area:
    known = session.scalars(select(Area).where(Area.code == code)).one_or_none()
    if known is not None:
        return known
    area = Area(
        code=code,
        name=name,
        level=level,
        parent_id=parent.id if parent else None,
        path=(parent.path if parent else "") + code + "/",
        position=int(code[-3:]),
    )
    session.add(area)
    session.flush()
    return area


def make_organisation(session: Session, name: str, area: Area) -> Organisation:
    organisation = Organisation(name=name, area_id=area.id)
    session.add(organisation)
    session.flush()
    return organisation


def make_actor(
    session: Session, login: str, role: Role, organisation: Organisation, area: Area, now: datetime
) -> Actor:
    user = User(
        login=login,
        name=f"示例{login}",
        role=role,
        organisation_id=organisation.id,
        area_id=area.id,
        created_at=now,
    )
    session.add(user)
    session.flush()
    return Actor(user.id, role, organisation.id, area.path)


def make_county(session: Session, now: datetime) -> County:
    province = make_area(session, "620000", "甘肃省", None, "province")
    city = make_area(session, "621100", "定西市", province, "city")
    county = make_area(session, "621122", "陇西县", city, "county")
    townships = [
        make_area(session, "621122100", "巩昌镇", county, "township"),
        make_area(session, "621122101", "文峰镇", county, "township"),
    ]
    bureau = make_organisation(session, "示例县住建局", county)
    station = make_organisation(session, "示例县质监站", county)
    people = (
        ("inspector", Role.INSPECTOR, bureau, county),
        ("colleague", Role.INSPECTOR, bureau, county),
        ("approver", Role.APPROVER, bureau, county),
        ("outsider", Role.APPROVER, station, county),
        ("leader", Role.LEADER, bureau, county),
        ("administrator", Role.ADMINISTRATOR, bureau, county),
        ("auditor", Role.AUDITOR, station, county),
        ("neighbour", Role.INSPECTOR, bureau, townships[1]),
    )
    actors = {
        login: make_actor(session, login, role, organisation, area, now)
        for login, role, organisation, area in people
    }
    return County(session, now, county, townships, bureau, station, actors)


def make_project(
    county: County,
    category: Category = Category.BUILDING,
    stage: Stage = Stage.REGISTERED,
    size: SizeClass = SizeClass.SMALL,
    process: str = "",
    code: str = "LX-001",
    name: str = "示例小学教学楼",
) -> Project:
    process = process or PROCESSES_FOR[category][0]
    project = Project(
        code=code,
        name=name,
        area_id=county.townships[0].id,
        category=category,
        process=process,
        rule_set=rule_sets_for(category)[0].key,
        size_class=size,
        size_basis=SizeBasis.INVESTMENT,
        organiser="示例建设单位",
        stage=stage,
        stage_since=county.now,
        created_at=county.now,
        created_by=county.actor("inspector").id,
        updated_at=county.now,
    )
    county.session.add(project)
    county.session.flush()
    _register(county, project)
    return project


def _register(county: County, project: Project) -> None:
    payload = {
        "code": project.code,
        "name": project.name,
        "area": county.townships[0].path,
        "category": project.category,
        "size_class": project.size_class,
        "size_basis": project.size_basis,
        "process": project.process,
        "rule_set": project.rule_set,
        "graded": RULE_SETS[project.rule_set].grades,
    }
    record(
        county.session, county.actor("inspector"), county.now, "project.registered", "project",
        project.id, payload, project,
    )  # fmt: skip


def add_parties(county: County, project: Project) -> None:
    roles = (
        PartyRole.OWNER,
        PartyRole.SURVEYOR,
        PartyRole.DESIGNER,
        PartyRole.CONTRACTOR,
        PartyRole.SUPERVISOR,
    )
    for role in roles:
        organisation = make_organisation(
            county.session, f"示例{role}单位-{project.code}", county.county
        )
        county.session.add(
            ProjectParty(
                project_id=project.id,
                organisation_id=organisation.id,
                role=role,
                leader=f"示例{role}负责人",
            )
        )
    county.session.flush()


def add_works(county: County, project: Project, leaves: int = 2) -> list[Works]:
    """A unit with one division and `leaves` leaves, in the levels of the rule set."""
    parent: Works | None = None
    levels = RULE_SETS[project.rule_set].levels
    for level in levels[:-1]:
        parent = _works(county, project, parent, level.value, 1, leaf=False)
    return [
        _works(county, project, parent, levels[-1].value, n, leaf=True)
        for n in range(1, leaves + 1)
    ]


def _works(
    county: County, project: Project, parent: Works | None, level: str, number: int, *, leaf: bool
) -> Works:
    works = Works(
        project_id=project.id,
        parent_id=parent.id if parent else None,
        level=level,
        is_leaf=leaf,
        position=number,
        code=f"{parent.code if parent else '1'}.{number}",
        name=f"示例{level}{number}",
    )
    county.session.add(works)
    county.session.flush()
    return works


def inspect(
    county: County, works: Iterable[Works], verdict: str = "pass", number: int = 1
) -> list[Checklist]:
    """Put submitted checklists on the leaves, as the checklist service would."""
    template = county.session.query(ChecklistTemplate).first() or _template(county)
    made = [
        Checklist(
            project_id=leaf.project_id,
            works_id=leaf.id,
            template_id=template.id,
            template_code=template.code,
            number=number,
            opened_at=county.now,
            submitted_at=county.now,
            submitted_by=county.actor("inspector").id,
            verdict=verdict,
        )
        for leaf in works
    ]
    county.session.add_all(made)
    county.session.flush()
    return made


def _template(county: County) -> ChecklistTemplate:
    body = canonical({"code": "example"})
    template = ChecklistTemplate(
        code="example",
        version="1",
        digest=sha256(body),
        category=Category.BUILDING,
        level="lot",
        title="示例",
        title_en="Example",
        standard="GB 50300-2013",
        items=1,
        body=body,
        loaded_at=county.now,
    )
    county.session.add(template)
    county.session.flush()
    return template


def add_papers(
    county: County,
    project: Project,
    dated: date | None = None,
    action: Action = Action.OPEN_ATTEMPT,
) -> None:
    """Put on file all that a step waits for."""
    for asked in asked_of_project(county.session, project):
        if not asked.blocks(action):
            continue
        county.session.add(
            ProjectPaper(
                project_id=project.id,
                code=asked.document.code,
                dated=dated or county.now.date() - timedelta(days=60),
                recorded_at=county.now,
            )
        )
    county.session.flush()


def ready_project(
    county: County,
    category: Category = Category.BUILDING,
    process: str = "",
    code: str = "LX-001",
    size: SizeClass = SizeClass.SMALL,
) -> Project:
    """A project at its counted stage with nothing missing."""
    project = make_project(county, category, process=process, code=code, size=size)
    project.stage = PROCESSES[project.process].counted
    add_parties(county, project)
    inspect(county, add_works(county, project))
    add_papers(county, project)
    complete_records(county.session, project, county.actor("inspector"), county.now)
    return project
