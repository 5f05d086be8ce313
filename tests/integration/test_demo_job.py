"""The main job from one command, on a new database of either kind."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.app import create_app
from acceptance.cli.demo.tables import rates_document
from acceptance.domain.attempts import AttemptResult
from acceptance.domain.certificates import CertificateFacts, Paper
from acceptance.domain.periods import Period
from acceptance.domain.recount import recount
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.checklists import Checklist, Photo
from acceptance.persistence.engine import make_engine, reading
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.ledger import verify
from acceptance.queries.stage_audit import stage_differences
from acceptance.runtime import EXTENSION
from acceptance.settings import Environment, Settings
from tests.support.databases import empty_postgresql

NOW = datetime(2015, 11, 20, 2, tzinfo=UTC)
COUNTY = "620000/621100/621122/"


@dataclass(frozen=True, slots=True)
class Job:
    """A demonstration that has been run: what it said, where it left things, its database."""

    result: Result
    out: Path
    url: str
    settings: Settings

    @contextmanager
    def session(self) -> Iterator[Session]:
        engine = make_engine(self.url)
        with reading(engine)() as session:
            yield session
        engine.dispose()

    def document(self, name: str) -> Any:
        return json.loads((self.out / name).read_text(encoding="utf-8"))

    def ledger(self) -> list[dict[str, Any]]:
        text = (self.out / "ledger.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]


def run_demo(settings: Settings, *arguments: str) -> Result:
    app = create_app(settings, lambda: NOW)
    try:
        return app.test_cli_runner().invoke(args=["demo", *arguments])
    finally:
        app.extensions[EXTENSION].engine.dispose()


@pytest.fixture(
    scope="module",
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)],
)
def job(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, worker: str
) -> Iterator[Job]:
    """The demonstration, run once on each kind of database."""
    folder = tmp_path_factory.mktemp("demo")
    settings = Settings(
        environment=Environment.TESTING,
        secret_key="only for these tests, and for nothing else at all",
        database_url=f"sqlite:///{folder / 'unused.sqlite3'}",
        data_dir=folder / "var",
    )
    out = folder / "out"
    if request.param == "sqlite":
        result = run_demo(settings, "--out", str(out))
        yield Job(result, out, f"sqlite:///{out / 'acceptance.sqlite3'}", settings)
        return
    with empty_postgresql(request.getfixturevalue("postgresql_server"), f"{worker}_demo") as url:
        result = run_demo(settings, "--out", str(out), "--database", url)
        yield Job(result, out, url, settings)


def test_it_succeeds_and_tells_each_step(job: Job) -> None:
    assert job.result.exit_code == 0, job.result.output
    steps = [line for line in job.result.output.splitlines() if line.startswith("[")]
    total = len(steps)
    assert steps[-1].startswith(f"[{total}/{total}]")
    for said in ("登记项目", "一份不合格", "验收不合格", "复查销号 2 项", "验收合格", "批准，发证"):
        assert any(said in step for step in steps), said


def test_each_certificate_is_a_paper_with_its_number_and_project(job: Job) -> None:
    with job.session() as session:
        certificates = session.execute(
            select(Certificate.number, Project.name).join(
                Project, Project.id == Certificate.project_id
            )
        ).all()
    assert len(certificates) == 4
    assert {f"{number}.pdf" for number, _ in certificates} == {
        p.name for p in job.out.glob("*.pdf")
    }
    for number, name in certificates:
        text = subprocess.run(
            ["pdftotext", str(job.out / f"{number}.pdf"), "-"],  # noqa: S607
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        said = "".join(text.split())
        assert number in said
        assert name in said


def test_a_certificate_says_when_the_works_were_built_and_what_was_measured(job: Job) -> None:
    with job.session() as session:
        texts = session.scalars(select(Certificate.facts)).all()
    certified = [CertificateFacts.from_document(json.loads(text)) for text in texts]
    assert all(f.started_on and f.finished_on and f.started_on < f.finished_on for f in certified)
    assert all(tally.qualified == tally.total > 0 for f in certified for tally in f.tallies)
    (road,) = [facts for facts in certified if facts.paper is Paper.ROAD]
    assert [row.unit for row in road.works] == ["路基工程", "路面工程", "交通安全设施"]
    for row in road.works:
        assert row.key_passed == row.key_tested > 0
        assert row.general_passed == row.general_tested > 0
        assert row.divisions > 0


def test_the_rates_are_those_of_the_ledger_alone(job: Job) -> None:
    rates = job.document("rates.json")
    assert rates["agree"] is True
    (period,) = [period for period in rates["periods"] if period["period"] == "2015"]
    figures = {figure["code"]: figure for figure in period["indicators"]}
    second = recount(job.ledger(), Period.year(2015), COUNTY)
    assert set(figures) == set(second)
    for code, figure in figures.items():
        assert figure["projects"]["numerator"] == list(second[code].numerator)
        assert figure["numerator"] == len(second[code].numerator)
        if figure["denominator"] is not None:
            assert figure["projects"]["denominator"] == list(second[code].denominator)
            assert figure["denominator"] == len(second[code].denominator)
    pairs = {code: (f["numerator"], f["denominator"], f["met"]) for code, f in figures.items()}
    assert pairs["first_time_large_medium"] == (1, 2, False)
    assert pairs["first_time_other"] == (2, 2, True)
    assert pairs["quality_rural_road"] == (1, 1, True)
    assert pairs["excellence_large"] == (1, 1, True)


def test_a_ledger_that_tells_otherwise_is_noticed(job: Job, tmp_path: Path) -> None:
    forged = tmp_path / "ledger.jsonl"
    told = (job.out / "ledger.jsonl").read_text(encoding="utf-8")
    forged.write_text(told.replace('"result":"failed"', '"result":"passed"'), encoding="utf-8")
    with job.session() as session:
        rates = rates_document(session, forged, "621122", NOW.date(), conditional_counts=False)
    assert rates["agree"] is False


def test_the_building_fails_once_and_the_others_pass_at_once(job: Job) -> None:
    with job.session() as session:
        rows = session.execute(
            select(Project.name, Attempt.number, Attempt.result)
            .join(Project, Project.id == Attempt.project_id)
            .order_by(Project.name, Attempt.number)
        )
        ended = {(name, number): result for name, number, result in rows}
    assert ended == {
        ("示例小学教学楼", 1): AttemptResult.FAILED,
        ("示例小学教学楼", 2): AttemptResult.PASSED,
        ("示例村通村公路", 1): AttemptResult.PASSED,
        ("示例灌区节水改造工程", 1): AttemptResult.PASSED,
        ("示例镇区道路排水工程", 1): AttemptResult.PASSED,
    }


def test_a_failed_lot_is_inspected_again_and_problems_have_both_photos(job: Job) -> None:
    with job.session() as session:
        failed = session.scalars(select(Checklist).where(Checklist.verdict == "fail")).one()
        again = session.scalars(
            select(Checklist).where(Checklist.works_id == failed.works_id, Checklist.number == 2)
        ).one()
        assert (again.template_id, again.verdict) == (failed.template_id, "pass")
        problems = session.scalars(select(Rectification)).all()
        assert len(problems) == 2
        for row in problems:
            slots = session.scalars(select(Photo.slot).where(Photo.rectification_id == row.id))
            assert set(slots) == {"before", "after"}
            assert row.closed_by not in {None, row.submitted_by}


def test_the_ledger_holds_and_leads_to_every_stage(job: Job) -> None:
    with job.session() as session:
        assert verify(session) is None
        assert list(stage_differences(session)) == []
    times = [entry["at"] for entry in job.ledger()]
    assert times == sorted(times)


def test_the_summary_names_files_digests_and_the_head(job: Job) -> None:
    text = (job.out / "summary.md").read_text(encoding="utf-8")
    newest = job.ledger()[-1]
    for said in ("示例小学教学楼", "第 1 次：不合格", "结果：一致", "ledger.jsonl", newest["hash"]):
        assert said in text
    assert f"共 {newest['seq']} 条" in text


def test_it_never_writes_into_a_database_in_use(job: Job) -> None:
    before = (job.out / "ledger.jsonl").read_bytes()
    result = run_demo(job.settings, "--out", str(job.out), "--database", job.url)
    assert result.exit_code == 1
    assert "wants a new database" in result.output
    assert (job.out / "ledger.jsonl").read_bytes() == before
