"""A county of a size the bureau will not reach: projects, attempts, and checklists to submit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.people import Actor, Role
from acceptance.domain.projects import Category, SizeBasis, SizeClass, rule_sets_for
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.base import Base
from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.engine import make_engine, writing
from acceptance.persistence.ledger import LedgerHead, LedgerRow
from acceptance.persistence.migrate import upgrade
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project
from acceptance.persistence.users import User
from acceptance.persistence.works import Works
from acceptance.services.counting import count_all
from acceptance.services.templates import publish
from acceptance.workflow.ledger import Entry, body, digest
from acceptance.workflow.processes import PROCESSES, PROCESSES_FOR
from acceptance.workflow.stages import Stage
from tests.builders.checklists import FORTY, catalogue_template
from tests.builders.people import PASSWORD_HASH, load_areas

LEAVES = 12  # checklists of one project
KINDS = ("小学教学楼", "卫生院综合楼", "村道硬化", "幸福院", "渠道改造", "便民桥")
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Registry:
    """What the measurements need to know of a filled database."""

    url: str
    logins: tuple[str, ...]
    checklists: tuple[int, ...]
    projects: int
    busy_project: int
    template: str


def fill(url: str, projects: int, checklists: int) -> Registry:
    """Migrate an empty database and put a county into it, through the tables of the product."""
    upgrade(url)
    engine = make_engine(url)
    now = datetime.now(UTC)
    with writing(engine).begin() as session:
        load_areas(session)
        actors = _people(session, now)
        publish(session, [catalogue_template(FORTY)], actors["administrator"], now)
        template = session.execute(select(ChecklistTemplate.id, ChecklistTemplate.digest)).one()
        _many(session, Project, _projects(session, projects, actors["inspector"], now))
        _many(session, Attempt, _attempts(session))
        count_all(session)
        _chain(session, actors["inspector"], now)
        opened = _checklists(session, checklists, template.id, actors["inspector"], now)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    engine.dispose()
    return Registry(
        url, tuple(actors), tuple(opened), projects, busy_project=1, template=template.digest
    )


def _people(session: Session, now: datetime) -> dict[str, Actor]:
    county = session.scalars(select(Area).where(Area.code == "621122")).one()
    bureau = Organisation(name="示例县住建局", area_id=county.id, is_authority=True)
    session.add(bureau)
    session.flush()
    actors = {}
    for role in (Role.INSPECTOR, Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR):
        user = User(
            login=role.value, name="示例人员", role=role, organisation_id=bureau.id,
            area_id=county.id, password_hash=PASSWORD_HASH, created_at=now,
        )  # fmt: skip
        session.add(user)
        session.flush()
        actors[role.value] = Actor(user.id, role, bureau.id, county.path)
    return actors


def _projects(
    session: Session, count: int, actor: Actor, now: datetime
) -> Iterator[dict[str, Any]]:
    townships = session.scalars(
        select(Area.id).where(Area.level == "township").order_by(Area.code)
    ).all()
    categories, sizes = tuple(Category), tuple(SizeClass)
    for n in range(1, count + 1):
        category = Category.BUILDING if n * LEAVES <= count else categories[n % len(categories)]
        process = PROCESSES_FOR[category][0]
        moment = now - timedelta(minutes=count - n)
        yield {
            "id": n,
            "code": f"LX-{n:05}",
            "name": f"示例{KINDS[n % len(KINDS)]}第{n}号工程",
            "area_id": townships[n % len(townships)],
            "place": f"示例村{n % 211}社",
            "category": category,
            "process": process,
            "rule_set": rule_sets_for(category)[0].key,
            "size_class": sizes[n % len(sizes)],
            "size_basis": SizeBasis.INVESTMENT,
            "stage": _stage(n, process),
            "stage_since": moment,
            "acceptance_due": date(2011 + n % 5, 1 + n % 12, 20),
            "created_at": moment,
            "created_by": actor.id,
            "updated_at": moment,
        }


def _stage(n: int, process: str) -> Stage:
    """Half archived, a tenth at the counted acceptance, a twentieth rectifying, the rest building."""
    if n % 2 == 0:
        return Stage.ARCHIVED
    if n % 20 == 3:
        return Stage.RECTIFICATION
    return PROCESSES[process].counted if n % 10 == 1 else Stage.UNDER_CONSTRUCTION


def _attempts(session: Session) -> Iterator[dict[str, Any]]:
    rows = session.execute(
        select(Project.id, Project.process, Project.stage, Project.area_id, Project.category,
               Project.size_class, Project.acceptance_due)
    ).all()  # fmt: skip
    for row in rows:
        if row.stage in {Stage.ARCHIVED, Stage.RECTIFICATION}:
            yield from _tried(row)
    session.execute(
        update(Project)
        .where(Project.stage.in_((Stage.ARCHIVED, Stage.RECTIFICATION)))
        .values(
            counted_category=Project.category,
            counted_size=Project.size_class,
            counted_area_id=Project.area_id,
            counted_graded=True,
        )
        .execution_options(synchronize_session=False)
    )


def _tried(row: Any) -> Iterator[dict[str, Any]]:
    """One attempt that passed or failed; of the archived ones each tenth failed first."""
    first_passed = row.stage is Stage.ARCHIVED and row.id % 10 != 0
    results = [AttemptResult.PASSED if first_passed else AttemptResult.FAILED]
    if row.stage is Stage.ARCHIVED and not first_passed:
        results.append(AttemptResult.PASSED)
    for number, result in enumerate(results, start=1):
        decided = row.acceptance_due + timedelta(days=30 * (number - 1))
        moment = datetime(decided.year, decided.month, decided.day, 4, tzinfo=UTC)
        yield {
            "project_id": row.id,
            "stage": PROCESSES[row.process].counted,
            "number": number,
            "opened_at": moment,
            "meeting_on": decided,
            "result": result,
            "decided_on": decided,
            "concluded_at": moment,
        }


def _chain(session: Session, actor: Actor, now: datetime) -> None:
    """The registrations in the ledger, chained as the product chains them."""
    head = session.execute(select(LedgerHead.seq, LedgerHead.hash)).one()
    seq, link, rows = head.seq, head.hash, []
    for project_id, code in session.execute(select(Project.id, Project.code).order_by(Project.id)):
        seq += 1
        entry = Entry(
            seq, now.isoformat(timespec="microseconds"), actor.id, actor.role.value,
            "project.registered", "project", str(project_id), code, "{}", link, "",
        )  # fmt: skip
        content = body(entry)
        link = digest(content)
        rows.append(
            {
                "seq": seq, "at": now, "actor_id": actor.id, "role": actor.role.value,
                "action": entry.action, "object_kind": "project", "object_id": str(project_id),
                "project_id": project_id, "project_code": code, "payload": "{}",
                "prev_hash": entry.prev, "hash": link,
            }
        )  # fmt: skip
    _many(session, LedgerRow, rows)
    session.execute(
        update(LedgerHead).values(seq=seq, hash=link).execution_options(synchronize_session=False)
    )


def _checklists(
    session: Session, count: int, template_id: int, actor: Actor, now: datetime
) -> list[int]:
    """Leaves with an open checklist each, on the buildings among the first projects."""
    _many(session, Works, _works(count))
    leaves = session.execute(
        select(Works.id, Works.project_id).where(Works.is_leaf).order_by(Works.id)
    ).all()
    rows = (
        {
            "project_id": leaf.project_id, "works_id": leaf.id, "template_id": template_id,
            "template_code": FORTY, "number": 1, "opened_by": actor.id, "opened_at": now,
            "draft": "{}", "version": 1,
        }
        for leaf in leaves
    )  # fmt: skip
    _many(session, Checklist, rows)
    return list(session.scalars(select(Checklist.id).order_by(Checklist.id)))


def _works(count: int) -> Iterator[dict[str, Any]]:
    """A unit for each project and under it as many leaves as checklists are wanted."""
    projects = -(-count // LEAVES)
    for n in range(1, projects + 1):
        yield {
            "id": n, "project_id": n, "parent_id": None, "level": "unit", "is_leaf": False,
            "position": 1, "code": "1", "name": "示例单位工程",
        }  # fmt: skip
    for n in range(count):
        project = n // LEAVES + 1
        place = n % LEAVES + 1
        yield {
            "id": projects + n + 1, "project_id": project, "parent_id": project, "level": "lot",
            "is_leaf": True, "position": place, "code": f"1.{place}", "name": f"示例检验批{place}",
        }  # fmt: skip


def _many(session: Session, model: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            session.execute(insert(model), batch)
            batch = []
    if batch:
        session.execute(insert(model), batch)
    if session.get_bind().dialect.name == "postgresql" and "id" in model.__table__.c:
        # Keys were given by hand, so that the sequence has to be told.
        name = model.__tablename__
        last = session.scalar(select(func.max(model.__table__.c.id)))
        session.execute(select(func.setval(func.pg_get_serial_sequence(name, "id"), last)))


def sqlite_url(folder: Path) -> str:
    """The address of a new SQLite file in `folder`."""
    return f"sqlite:///{folder / 'acceptance.sqlite3'}"
