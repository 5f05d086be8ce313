"""What the rates of a province cost, and the same rates without any counts that are kept."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
from sqlalchemy import Engine, event, insert, select, text
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor, Role
from acceptance.domain.periods import LEGAL_ZONE, Period
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.engine import make_engine, reading, writing
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.ask import Ask
from acceptance.queries.explain import explain_page
from acceptance.queries.rates import targets_page
from acceptance.services.counting import count_project
from acceptance.workflow.stages import Stage
from tools.bench.clients import ask, sign_in
from tools.bench.province import Province
from tools.bench.stack import running
from tools.bench.tables import Table, milliseconds

TODAY = date(2015, 12, 31)
TIMES, WARM, DECISIONS = 15, 3, 100
PERIODS = ("2015", "2011..2015", "2013-Q2", "2012-07", "2012-03-05/2014-08-20")
CODE = IndicatorCode.FIRST_TIME_OTHER


def measure(province: Province, name: str, data: Path) -> list[Table]:
    """The targets page and a list behind a figure, for every kind of period and node."""
    table = Table(
        f"Rates, {province.projects} projects, {name}",
        ("page", "period", "node", "at the database ms", "at the server median ms", "p95 ms"),
    )
    engine = make_engine(province.url)
    with running(province.url, data) as stack:
        browser = sign_in(stack.port, province.login, "/account/password")
        for period in PERIODS:
            for node in (province.province, province.county, province.township):
                for title, path, work in _pages(period, node):
                    inside = _at_database(engine, work)
                    times = _timed(lambda: _get(browser, stack.port, path))  # noqa: B023
                    slow = sorted(times)[int(len(times) * 0.95)]
                    table.add(title, period, node, milliseconds(inside),
                              milliseconds(median(times)), milliseconds(slow))  # fmt: skip
    table.note(
        f"Counting one more decision: {milliseconds(_decision(engine, province.projects))} ms (median)."
    )
    floors = _floors(engine, data)
    engine.dispose()
    return [table, floors]


Work = Callable[[Session], object]


def _pages(period: str, node: str) -> Iterator[tuple[str, str, Work]]:
    asked = Ask(Period.parse(period), node, TODAY, conditional_counts=False)
    where = f"period={period}&area={node}"
    yield "targets", f"/targets?{where}", lambda session: targets_page(session, _actor(), asked)
    yield (
        "list behind",
        f"/targets/{CODE}?{where}",
        lambda session: explain_page(session, _actor(), asked, CODE),
    )


def _actor() -> Actor:
    return Actor(1, Role.LEADER, 1, "620000/")


def _get(browser: object, port: int, path: str) -> float:
    answer = ask(port, browser.get(path))  # type: ignore[attr-defined]
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    return answer.ms


def _timed(work: Callable[[], float]) -> list[float]:
    for _ in range(WARM):
        work()
    return [work() for _ in range(TIMES)]


def _at_database(engine: Engine, work: Work) -> float:
    """The median of what the statements of one page take when they are given to the driver alone,
    every row fetched: SQLite computes much of it only while it is fetched."""
    with reading(engine)() as session, _noted(engine) as statements:
        work(session)
    with engine.connect() as connection:
        cursor: Any = connection.connection.cursor()

        def once() -> float:
            began = time.perf_counter()
            for statement, parameters in statements:
                cursor.execute(statement, parameters)
                cursor.fetchall()
            return (time.perf_counter() - began) * 1000

        return median(_timed(once))


@contextmanager
def _noted(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    noted: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: object) -> None:
        if statement.startswith("SELECT"):
            noted.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield noted
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _decision(engine: Engine, projects: int) -> float:
    """One more attempt of a project and the counts that follow; nothing is kept of it."""
    times = []
    now = datetime(2015, 12, 31, 12, tzinfo=LEGAL_ZONE)
    with writing(engine)() as session:
        for number in range(1, DECISIONS + 1):
            project = number * (projects // (DECISIONS + 1))
            session.execute(
                insert(Attempt),
                {
                    "project_id": project, "stage": Stage.COMPLETION_ACCEPTANCE, "number": 9,
                    "opened_at": now, "meeting_on": TODAY, "result": AttemptResult.FAILED,
                    "decided_on": TODAY, "concluded_at": now,
                },
            )  # fmt: skip
            began = time.perf_counter()
            count_project(session, project)
            times.append((time.perf_counter() - began) * 1000)
        session.rollback()
    return median(times)


DIRECT = (
    "SELECT size, category, SUM(CASE WHEN is_first THEN 1 ELSE 0 END),"
    " SUM(CASE WHEN is_first AND passed THEN 1 ELSE 0 END),"
    " SUM(CASE WHEN overtaken_by IS NULL OR overtaken_by > '{end}' THEN 1 ELSE 0 END)"
    " FROM project_conclusion WHERE NOT conditional_counts"
    " AND decided_on BETWEEN '{begin}' AND '{end}' GROUP BY size, category"
)


def _floors(engine: Engine, data: Path) -> Table:
    """The same sums without counts that are kept: by this database, and by a column store."""
    table = Table(
        f"The same rates by a direct aggregate, {engine.dialect.name}",
        ("period (province)", "kept counts ms", "direct SQL ms", "DuckDB ms"),
    )
    store = _column_store(engine, data)
    for name in PERIODS:
        period = Period.parse(name)
        sql = DIRECT.format(begin=period.first, end=period.last)
        asked = Ask(period, "620000", TODAY, conditional_counts=False)
        kept = _at_database(engine, lambda s: targets_page(s, _actor(), asked))  # noqa: B023
        direct = _at_database(engine, lambda s: s.execute(text(sql)).all())  # noqa: B023
        columns = _column_time(store, sql)
        table.add(name, *(milliseconds(value) for value in (kept, direct, columns)))
    store.close()
    table.note("Kept counts: all statements of the whole targets page. Direct: one statement.")
    return table


def _column_time(store: duckdb.DuckDBPyConnection, sql: str) -> float:
    def once() -> float:
        began = time.perf_counter()
        store.execute(sql).fetchall()
        return (time.perf_counter() - began) * 1000

    return median(_timed(once))


def _column_store(engine: Engine, data: Path) -> duckdb.DuckDBPyConnection:
    """The conclusions in DuckDB, in memory."""
    names = ("size", "category", "is_first", "passed", "overtaken_by", "conditional_counts",
             "decided_on")  # fmt: skip
    file = data / "conclusions.csv"
    with engine.connect() as connection, file.open("w", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(names)
        columns = [getattr(ProjectConclusion, name) for name in names]
        writer.writerows(connection.execution_options(yield_per=10_000).execute(select(*columns)))
    store = duckdb.connect()
    store.execute(
        f"CREATE TABLE project_conclusion AS SELECT * FROM read_csv('{file}', nullstr='')"
    )
    file.unlink()
    return store
