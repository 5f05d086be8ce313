"""Frauds around the installation, tried against the first-time rate.

F13: last week's copy of the database is put back, so that a failure was never recorded. F14: the
program is changed. Both on a real file, through the command that is run before serving.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from acceptance.app import create_app
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.rates import Rate
from acceptance.jobs.schedule import witness_the_ledger
from acceptance.persistence.areas import Area
from acceptance.queries.ledger import export_lines, head, verify
from acceptance.queries.populations import Field
from acceptance.queries.tallies import counts_by_area
from acceptance.runtime import EXTENSION, Runtime
from acceptance.services.starting import digest_of
from acceptance.settings import Settings
from acceptance.storage.witness import NAME, last_seen
from tests.builders.lives import step
from tests.builders.registry import COUNTY, Registry, make_registry
from tests.support.databases import SqliteTemplate

DAY = date(2015, 3, 2)


@dataclass
class Office:
    """An installation on a file, which can be copied away and put back."""

    app: Flask
    file: Path

    @property
    def runtime(self) -> Runtime:
        found: Runtime = self.app.extensions[EXTENSION]
        return found

    @property
    def witness(self) -> Path:
        return self.runtime.settings.data_dir / NAME

    def run(self, *arguments: str) -> Result:
        return self.app.test_cli_runner().invoke(args=["ledger", *arguments])

    def decide(self, act: str) -> None:
        """Another project is decided, in a county that is made when it is first needed."""
        with self.runtime.write.begin() as session:
            made = make_registry(session) if self.registry is None else self.registry
            made.session, self.registry = session, made
            step(made, made.project(), act, DAY)

    registry: Registry | None = None

    def rate(self) -> Rate:
        with self.runtime.read() as session:
            county = session.query(Area).filter_by(code=COUNTY).one()
            field = Field(county.id, county.path)
            found = counts_by_area(session, Period.year(2015), field)
            return found.rate(IndicatorCode.FIRST_TIME_OTHER, county.id)

    def acts(self, action: str) -> list[dict[str, object]]:
        with self.runtime.read() as session:
            assert verify(session) is None
            return [each["payload"] for each in export_lines(session) if each["action"] == action]

    def copy_to(self, place: Path) -> None:
        self.runtime.engine.dispose()
        shutil.copy(self.file, place)

    def put_back(self, place: Path) -> None:
        self.runtime.engine.dispose()
        shutil.copy(place, self.file)


@pytest.fixture
def office(tmp_path: Path, settings: Settings, sqlite_template: SqliteTemplate) -> Iterator[Office]:
    url = sqlite_template.copy(tmp_path)
    app = create_app(replace(settings, database_url=url))
    made = Office(app, Path(url.removeprefix("sqlite:///")))
    made.decide("pass")
    assert made.run("start").exit_code == 0
    yield made
    made.runtime.engine.dispose()


@pytest.mark.parametrize("further", ["nothing", "more acts than were lost"])
def test_f13_an_older_database_does_not_serve(office: Office, tmp_path: Path, further: str) -> None:
    old = tmp_path / "old.sqlite3"
    office.copy_to(old)
    office.decide("fail")
    assert witness_the_ledger(office.runtime) == 1
    assert office.rate() == Rate(1, 2)
    office.put_back(old)
    assert office.rate() == Rate(1, 1), "this is what the fraud would gain"
    if further != "nothing":
        for _ in range(4):
            office.registry.count += 10  # type: ignore[union-attr]
            office.decide("pass")
    refused = office.run("start")
    assert refused.exit_code == 1
    assert "Acts of the ledger are missing" in refused.output
    assert witness_the_ledger(office.runtime) == 0
    assert len(office.acts("system.started")) == 1
    accepted = office.run("start", "--accept-loss", "示例：磁盘损坏，没有更新的备份")
    assert accepted.exit_code == 0, accepted.output
    lost = office.acts("system.tail_lost")
    assert [each["reason"] for each in lost] == ["示例：磁盘损坏，没有更新的备份"]
    kept = office.witness.with_name(f"{NAME}.1").read_text(encoding="utf-8")
    assert json.loads(kept.splitlines()[-1])["seq"] == lost[0]["seen"]
    assert office.run("start").exit_code == 0


def test_f13_the_newest_database_goes_on(office: Office, tmp_path: Path) -> None:
    office.decide("fail")
    witness_the_ledger(office.runtime)
    newest = tmp_path / "newest.sqlite3"
    office.copy_to(newest)
    office.put_back(newest)
    with office.witness.open("a", encoding="utf-8") as file:
        file.write('{"seq": 99')  # as a crash leaves it
    assert office.run("start").exit_code == 0
    seen = last_seen(office.witness)
    with office.runtime.read() as session:
        assert seen is not None
        assert (seen.seq, seen.hash) == head(session)
    assert office.rate() == Rate(1, 2)


def test_f14_each_start_names_its_program(office: Office) -> None:
    assert office.run("start").exit_code == 0
    told = [each["digest"] for each in office.acts("system.started")]
    assert told == [digest_of(Path(__file__).resolve().parents[2])] * 2


def test_f14_another_program_has_another_digest(tmp_path: Path) -> None:
    program = tmp_path / "acceptance" / "rates.py"
    program.parent.mkdir()
    program.write_text("good = passed\n", encoding="utf-8")
    before = digest_of(tmp_path)
    (program.parent / "rates.pyc").write_bytes(b"a cache")
    assert digest_of(tmp_path) == before
    program.write_text("good = passed + 1\n", encoding="utf-8")
    assert digest_of(tmp_path) != before
    program.rename(program.with_name("other.py"))
    program.with_name("other.py").write_text("good = passed\n", encoding="utf-8")
    assert digest_of(tmp_path) != before
