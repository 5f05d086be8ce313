"""What lies beneath a submission: judging without a database, and the bare insert."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, insert, select, text, update
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from acceptance.domain.canonical import canonical
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.template import Template
from acceptance.persistence.checklists import Checklist, Submission
from acceptance.persistence.engine import make_engine
from acceptance.persistence.ledger import LedgerHead, LedgerRow
from acceptance.persistence.projects import Touch
from acceptance.services.submission_content import Submit, gaps_in, read
from acceptance.web.checklists.forms import sent_sheet
from tests.builders.checklists import FORTY, catalogue_template
from tools.bench.registry import Registry
from tools.bench.submissions import FORM, JSON, form_body, json_body
from tools.bench.tables import Table, milliseconds, per_second

SECONDS = 2.0


def judging() -> Table:
    """The same documents, read and judged in one process that never sees a database."""
    template = catalogue_template(FORTY)
    table = Table(
        "Read and judged without a database or a server (one process)",
        ("body", "bytes", "submissions/s", "ms each"),
    )
    for name, kind in (("JSON", JSON), ("form", FORM)):
        body = _body(template, kind)
        table.add(name, str(len(body)), *_timed(partial(_judged, template, body, kind)))
    return table


def bare_insert(registry: Registry, name: str, rows: int) -> Table:
    """The rows of a submission and nothing else, each five of them committed durably."""
    engine = make_engine(registry.url)
    table = Table(
        f"The bare insert of the same rows, {name} (one connection)",
        ("statements", "submissions/s", "ms each"),
    )
    with engine.connect() as connection:
        before = _one(connection)
        began = time.perf_counter()
        for checklist_id in registry.checklists[-rows:]:
            _write(connection, checklist_id, before)
        each = (time.perf_counter() - began) / rows
        table.add("5 and a commit", per_second(1 / each), milliseconds(each * 1000))
    engine.dispose()
    return table


def _judged(template: Template, body: bytes, kind: str) -> str:
    builder = EnvironBuilder(method="POST", data=body, content_type=kind)
    sent = sent_sheet(Request(builder.get_environ()))  # type: ignore[arg-type]
    asked = Submit(sent.submission_id, 1, sent.answers, sent.photos, sent.version)
    content = read(asked, template)
    if content.problems:
        raise RuntimeError(f"the document of the benchmark is refused: {content.problems}")
    verdict = judge(template, content.answers)
    if gaps_in(template, verdict, {photo.slot for photo in asked.photos}):
        raise RuntimeError("the document of the benchmark has gaps")
    return content.digest + canonical(verdict.to_document())


def _body(template: Template, kind: str) -> bytes:
    name = str(uuid4())
    return json_body(template, name) if kind == JSON else form_body(template, name, "x" * 90)


def _timed(act: Callable[[], Any]) -> tuple[str, str]:
    act()
    count, began = 0, time.perf_counter()
    while (spent := time.perf_counter() - began) < SECONDS:
        act()
        count += 1
    return per_second(count / spent), milliseconds(spent / count * 1000)


def _one(connection: Connection) -> dict[str, Any]:
    """A submission that the product has stored, as the pattern of those to come."""
    stored = connection.execute(select(Submission).limit(1)).one()
    act = connection.execute(
        select(LedgerRow).where(LedgerRow.action == "checklist.submitted").limit(1)
    ).one()
    connection.rollback()
    return {"submission": stored._asdict(), "act": act._asdict()}


def _write(connection: Connection, checklist_id: int, before: dict[str, Any]) -> None:
    if connection.dialect.name == "sqlite":
        connection = connection.execution_options(writing=True)
    name = str(uuid4())
    sent, act = before["submission"], before["act"]
    seq = connection.execute(select(LedgerHead.seq)).scalar_one() + 1
    row = sent | {"id": name, "checklist_id": checklist_id}
    connection.execute(insert(Submission).values(row))
    connection.execute(
        update(Checklist)
        .where(Checklist.id == checklist_id)
        .values(submission_id=name, submitted_at=sent["submitted_at"], verdict="pass")
    )
    touch = {"project_id": act["project_id"], "user_id": sent["submitted_by"], "act": name,
             "at": sent["submitted_at"]}  # fmt: skip
    connection.execute(insert(Touch).values(touch))
    connection.execute(
        insert(LedgerRow).values(act | {"seq": seq, "hash": name, "prev_hash": name})
    )
    connection.execute(update(LedgerHead).values(seq=seq, hash=name))
    connection.commit()


def database_version(url: str) -> str:
    """The name and version of the database behind an address."""
    engine = make_engine(url)
    asked = "SELECT sqlite_version()" if engine.dialect.name == "sqlite" else "SHOW server_version"
    with engine.connect() as connection:
        version = connection.execute(text(asked)).scalar_one()
    engine.dispose()
    return f"{'SQLite' if engine.dialect.name == 'sqlite' else 'PostgreSQL'} {version}"


def measure(registry: Registry, name: str, data: Path) -> list[Table]:
    """The bare insert on this database; `data` is not needed."""
    del data
    return [bare_insert(registry, name, rows=min(300, len(registry.checklists) // 10))]
