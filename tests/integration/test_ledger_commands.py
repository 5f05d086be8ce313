"""`ledger verify`, `ledger export`, `audit ledger`: whatever is tampered with, it is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import Connection, Engine, text, update
from sqlalchemy.orm import Session

from acceptance.app import create_app
from acceptance.persistence.ledger import LedgerHead, LedgerRow
from acceptance.persistence.projects import Project
from acceptance.queries.ledger import entries
from acceptance.runtime import EXTENSION
from acceptance.settings import Settings
from acceptance.workflow.actions import Action
from acceptance.workflow.ledger import body, digest
from tests.builders.acts import do
from tests.builders.projects import add_parties, add_works, make_county, make_project


@dataclass(frozen=True, slots=True)
class Office:
    """An installation whose projects have each made one move and been refused another."""

    app: Flask
    engine: Engine
    acts: int

    def run(self, *arguments: str) -> Result:
        return self.app.test_cli_runner().invoke(args=list(arguments))


@pytest.fixture
def office(
    session: Session, engine: Engine, settings: Settings, database_url: str, now: datetime
) -> Iterator[Office]:
    county = make_county(session, now)
    for code in ("LX-001", "LX-002", "LX-003"):
        project = make_project(county, code=code)
        add_parties(county, project)
        add_works(county, project)
        assert do(county, project, Action.START_CONSTRUCTION).done
        assert not do(county, project, Action.REPORT_COMPLETION).done
    acts = len(list(entries(session)))
    session.commit()
    app = create_app(replace(settings, database_url=database_url))
    yield Office(app, engine, acts)
    app.extensions[EXTENSION].engine.dispose()


def unlock(connection: Connection) -> None:
    """Take away what protects the ledger, as only the owner of the database can."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("ALTER TABLE ledger DISABLE TRIGGER USER"))
        return
    for name in ("ledger_no_update", "ledger_no_delete", "ledger_no_replace"):
        connection.execute(text(f"DROP TRIGGER {name}"))


def change_content(connection: Connection, _last: int) -> int:
    """What somebody did is told otherwise."""
    where = LedgerRow.__table__.c.seq == 3
    connection.execute(
        update(LedgerRow.__table__).where(where).values(payload='{"result":"passed"}')
    )
    return 3


def change_time(connection: Connection, _last: int) -> int:
    """An act is dated back by a day."""
    if connection.dialect.name == "postgresql":
        earlier = "UPDATE ledger SET at = at - interval '1 day' WHERE seq = 2"
    else:
        earlier = "UPDATE ledger SET at = datetime(at, '-1 day') || '.000000' WHERE seq = 2"
    connection.execute(text(earlier))
    return 2


def take_one_out(connection: Connection, _last: int) -> int:
    """An act in the middle disappears."""
    connection.execute(text("DELETE FROM ledger WHERE seq = 4"))
    return 4


def take_the_last_out(connection: Connection, last: int) -> int:
    """The newest act disappears."""
    connection.execute(text("DELETE FROM ledger WHERE seq = :last"), {"last": last})
    return last


def hash_it_again(connection: Connection, _last: int) -> int:
    """An act is changed and given the hash that fits it: then the next one betrays it."""
    with Session(connection) as session:
        entry = list(entries(session))[1]
    forged = replace(entry, payload='{"forged":true}')
    connection.execute(
        update(LedgerRow.__table__)
        .where(LedgerRow.__table__.c.seq == 2)
        .values(payload=forged.payload, hash=digest(body(forged)))
    )
    return 3


def set_the_head_back(connection: Connection, last: int) -> int:
    """The head names another act than the last."""
    connection.execute(update(LedgerHead.__table__).values(hash="0" * 64))
    return last


@pytest.mark.parametrize(
    "tamper",
    [
        change_content,
        change_time,
        take_one_out,
        take_the_last_out,
        hash_it_again,
        set_the_head_back,
    ],
)
def test_verify_names_the_first_bad_act(
    office: Office, tamper: Callable[[Connection, int], int]
) -> None:
    assert office.run("ledger", "verify").exit_code == 0
    with office.engine.begin() as connection:
        unlock(connection)
        bad = tamper(connection, office.acts)
    result = office.run("ledger", "verify")
    assert result.exit_code == 1
    assert f"breaks at act {bad}:" in result.output


def test_verify_says_how_far_it_looked(office: Office) -> None:
    result = office.run("ledger", "verify")
    assert (result.exit_code, f"{office.acts} acts" in result.output) == (0, True)


def test_an_export_is_the_whole_ledger_and_replaces_no_file(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    assert office.run("ledger", "export", "--out", str(file)).exit_code == 0
    told = file.read_text(encoding="utf-8")
    assert office.run("ledger", "export").output == told
    lines = [json.loads(line) for line in told.splitlines()]
    assert [line["seq"] for line in lines] == list(range(1, office.acts + 1))
    again = office.run("ledger", "export", "--out", str(file))
    assert again.exit_code == 1
    assert file.read_text(encoding="utf-8") == told


def test_the_audit_names_a_project_that_was_moved_by_hand(office: Office) -> None:
    assert office.run("audit", "ledger").exit_code == 0
    with office.engine.begin() as connection:
        moved = Project.__table__.c.code == "LX-002"
        connection.execute(update(Project.__table__).where(moved).values(stage="archived"))
    result = office.run("audit", "ledger")
    assert result.exit_code == 1
    assert "LX-002: stands at archived, the ledger says under_construction" in result.output
    assert "1 of 3 projects" in result.output


def test_the_audit_names_a_project_that_no_act_moved(office: Office) -> None:
    with office.engine.begin() as connection:
        unlock(connection)
        moved = "project_code = 'LX-001' AND action = 'stage.start_construction'"
        connection.execute(text(f"DELETE FROM ledger WHERE {moved}"))  # noqa: S608
    result = office.run("audit", "ledger")
    assert result.exit_code == 1
    assert "LX-001: stands at under_construction, the ledger says registered" in result.output
