"""A province of a million projects, made by a few statements of SQL on either database.

Every number is drawn from the running number of the project by multiplication and remainder, so
that two databases hold the same province; every township has projects of every kind, and failures.
The counts are made by statements and not by the services, which would take hours;
`check_sample` holds a sample against the services' own rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, insert, text
from sqlalchemy.orm import Session

from acceptance.persistence.areas import Area
from acceptance.persistence.engine import make_engine, writing
from acceptance.persistence.migrate import upgrade
from acceptance.persistence.projects import Project
from acceptance.services.counted_projects import counted
from tools.bench.people import add_leader
from tools.bench.province_counts import counts

FIRST_DAY, DAYS, ALL_DAYS = date(2011, 1, 1), 1826, 2400
CITIES, COUNTIES, TOWNSHIPS = 14, 100, 1700
MOMENT = datetime(2015, 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Province:
    """A filled database: who may look at all of it, and the areas that are asked for."""

    url: str
    login: str
    projects: int
    province: str
    county: str
    township: str


def fill(url: str, projects: int) -> Province:
    """Migrate an empty database and put the province into it."""
    upgrade(url)
    engine = make_engine(url)
    with writing(engine).begin() as session:
        areas = list(_areas())
        session.execute(insert(Area), areas)
        login = add_leader(session, areas[0]["id"], MOMENT)
        _calendar(session)
        for statement in _statements(engine, projects):
            session.execute(text(statement), {"count": projects, "moment": _moment(engine)})
        check_sample(session, projects)
    # As after years of use: PostgreSQL tidies its tables up by itself, and an index then answers
    # without a look at the rows.
    tidy = "ANALYZE" if engine.dialect.name == "sqlite" else "VACUUM (ANALYZE)"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(tidy)
    engine.dispose()
    return Province(url, login, projects, areas[0]["code"], "620101", "620101100")


def check_sample(session: Session, projects: int) -> None:
    """Every thousandth project counts as the services would count it."""
    ids = range(1, projects + 1, max(1, projects // 300))
    if any(found.kept != found.due for found in counted(session, ids)):
        raise AssertionError("the province is not counted as the services count")


def _areas() -> Iterable[dict[str, Any]]:
    """One province, its cities, counties and townships, numbered as the statistics number them."""
    rows = [_area(1, "620000", "", None, "province")]
    rows += (
        _area(1 + city, f"62{city:02}00", "620000/", 1, "city") for city in range(1, CITIES + 1)
    )
    for number in range(COUNTIES):
        city, place = number % CITIES + 1, number // CITIES + 1
        code = f"62{city:02}{place:02}"
        rows.append(_area(101 + number, code, f"620000/62{city:02}00/", 1 + city, "county"))
    counties = rows[-COUNTIES:]
    for number in range(TOWNSHIPS):
        county = counties[number % COUNTIES]
        code = f"{county['code']}{100 + number // COUNTIES}"
        rows.append(_area(1001 + number, code, county["path"], county["id"], "township"))
    return rows


def _area(number: int, code: str, above: str, parent: int | None, level: str) -> dict[str, Any]:
    return {
        "id": number, "code": code, "name": f"示例{code}", "level": level, "parent_id": parent,
        "path": f"{above}{code}/", "position": number,
    }  # fmt: skip


def _calendar(session: Session) -> None:
    """Days by their number, so that no statement needs the date arithmetic of one database."""
    session.execute(
        text(
            "CREATE TEMPORARY TABLE calendar (no INTEGER PRIMARY KEY, day DATE,"
            " month INTEGER, ordinal INTEGER)"
        )
    )
    days = (FIRST_DAY + timedelta(days=no) for no in range(ALL_DAYS))
    session.execute(
        text("INSERT INTO calendar VALUES (:no, :day, :month, :ordinal)"),
        [
            {
                "no": no,
                "day": day.isoformat(),
                "month": day.year * 12 + day.month - 1,
                "ordinal": day.toordinal(),
            }
            for no, day in enumerate(days)
        ],
    )
    session.execute(
        text(
            "CREATE TEMPORARY TABLE above (area_id INTEGER, over_id INTEGER, weighed BOOLEAN,"
            " daily BOOLEAN)"
        )
    )
    session.execute(
        text(
            "INSERT INTO above SELECT own.id, over_it.id, over_it.level <> 'township',"
            " over_it.level IN ('province', 'city')"
            " FROM area own JOIN area over_it ON substr(own.path, 1, length(over_it.path))"
            " = over_it.path"
        )
    )


def _moment(engine: Engine) -> Any:
    return "2015-12-31 00:00:00.000000" if engine.dialect.name == "sqlite" else MOMENT


def _statements(engine: Engine, projects: int) -> list[str]:
    return [
        _projects(engine),
        *_attempts(),
        *counts(),
        *_after(engine, projects),
    ]


def _projects(engine: Engine) -> str:
    """Columns that the province says nothing of get what the model gives by itself."""
    given = {
        "id": "i", "code": "'P' || i", "name": "'示例工程' || i",
        "area_id": f"1001 + (i * 7919 + i / 100) % {TOWNSHIPS}", "place": "''",
        "category": "CASE WHEN i % 10 < 4 THEN 'building' WHEN i % 10 < 5 THEN 'municipal'"
        " WHEN i % 10 < 8 THEN 'rural_road' WHEN i % 10 < 9 THEN 'water_saving' ELSE 'other' END",
        "size_class": "CASE WHEN i % 17 = 0 THEN 'large' WHEN i % 17 < 5 THEN 'medium'"
        " ELSE 'small' END",
        "size_basis": "'investment'", "process": "'building'", "rule_set": "'GB 50300-2013'",
        "stage": "'archived'", "stage_since": ":moment", "created_at": ":moment",
        "updated_at": ":moment", "investment": "CAST(100000 + (i * 31) % 9000000 AS TEXT)",
        "length_km": "CASE WHEN i % 10 IN (5, 6, 7) THEN CAST(1 + i % 12 AS TEXT) END",
        "grade": "CASE WHEN (i * 13) % 100 < 76 THEN 'excellent' ELSE 'qualified' END",
        "counted_graded": "TRUE", "counted_decided": "TRUE",
    }  # fmt: skip
    given |= {
        "counted_category": given["category"],
        "counted_size": given["size_class"],
        "counted_area_id": given["area_id"],
    }
    for column in Project.__table__.columns:
        if column.name not in given and not column.nullable:
            given[column.name] = _default(column)
    moment = "CAST(:moment AS TIMESTAMP WITH TIME ZONE)"
    if engine.dialect.name != "sqlite":
        given = {name: value.replace(":moment", moment) for name, value in given.items()}
    return (
        "WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n"
        f" WHERE i < :count) INSERT INTO project ({', '.join(given)})"
        f" SELECT {', '.join(given.values())} FROM n"
    )


def _default(column: Any) -> str:
    value = column.default.arg if column.default is not None else ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value) if isinstance(value, int) else f"'{value}'"


def _attempts() -> list[str]:
    """A quarter of the projects fails first; a fifth of these fails again."""
    day = f"(i * 48271) % {DAYS}"
    second = f"{day} + 10 + (i * 31) % 170"
    chance = "(i * 69621) % 100"
    first = (
        f"CASE WHEN {chance} < 75 THEN 'passed' WHEN {chance} < 90 THEN 'failed'"
        f" WHEN {chance} < 96 THEN 'conditional' ELSE 'abandoned' END"
    )
    again = "CASE WHEN (i * 7) % 5 = 0 THEN 'failed' ELSE 'passed' END"
    missed = f"{chance} >= 75"
    tries = (
        (1, day, "TRUE", first),
        (2, second, missed, again),
        (3, f"{second} + 5 + i % 90", f"{missed} AND (i * 7) % 5 = 0", "'passed'"),
    )
    return [
        "INSERT INTO attempt (project_id, stage, number, opened_at, meeting_on, organiser, result,"
        " decided_on, concluded_at, conclusion, void_reason, version)"
        f" SELECT p.i, 'completion_acceptance', {number}, p.created_at, c.day, '', {result},"
        " c.day, p.created_at, '', '', 1 FROM (SELECT CAST(id AS BIGINT) AS i, created_at FROM project) p"
        f" JOIN calendar c ON c.no = {on} WHERE {which}"
        for number, on, which, result in tries
    ]


def _after(engine: Engine, projects: int) -> list[str]:
    """Rows were given their keys by hand, so that a sequence has to be told."""
    if engine.dialect.name == "sqlite":
        return []
    return [f"SELECT setval(pg_get_serial_sequence('project', 'id'), {projects})"]
