"""The paper of a record: made by the worker, kept by its content, tried again on request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from acceptance.domain.job_state import JobState
from acceptance.domain.people import Actor
from acceptance.domain.record_facts import Subject
from acceptance.jobs.printing import Press
from acceptance.jobs.run import Worker, work_once
from acceptance.persistence.jobs import Job
from acceptance.persistence.records import RecordPaper
from acceptance.queries.record_papers import NoSuchRecordError, record_order
from acceptance.runtime import Runtime, make_runtime
from acceptance.services.errors import NotFoundError
from acceptance.services.record_papers import OrderRecord, order_record
from acceptance.services.record_renderings import keep_record, print_record_again
from acceptance.services.renderings import DifferentPaperError
from acceptance.settings import Environment, Settings
from tests.builders.checklists import make_lot
from tests.builders.outbox import NOW, Clock
from tests.builders.projects import make_county


@pytest.fixture
def runtime(database_url: str, tmp_path: Path) -> Iterator[Runtime]:
    settings = Settings(
        Environment.TESTING, "only for these tests, nothing else", database_url, tmp_path
    )
    made = make_runtime(settings, Clock())
    yield made
    made.engine.dispose()


@pytest.fixture
def bench(runtime: Runtime) -> Iterator[Worker]:
    press = Press()
    yield Worker(runtime, press)
    press.close()


def ordered(runtime: Runtime) -> tuple[int, Actor, Actor]:
    """A record that waits, who asked for it, and somebody from another area."""
    with runtime.write.begin() as session:
        county = make_county(session, NOW)
        lot = make_lot(county)
        inspector = county.actor("inspector")
        command = OrderRecord(Subject.CHECKLIST, lot.checklist_id)
        return order_record(session, command, inspector, NOW), inspector, county.actor("neighbour")


def digest_of(runtime: Runtime, record_id: int) -> str | None:
    with runtime.read() as session:
        return record_order(session, record_id).sha256


def test_the_worker_makes_the_paper_once(runtime: Runtime, bench: Worker) -> None:
    record_id, *_ = ordered(runtime)
    assert work_once(bench)
    digest = digest_of(runtime, record_id)
    assert digest is not None
    assert runtime.papers.get(digest).startswith(b"%PDF-1.7")
    assert not work_once(bench)


def test_a_lost_file_is_made_again_with_the_same_bytes(runtime: Runtime, bench: Worker) -> None:
    record_id, inspector, neighbour = ordered(runtime)
    work_once(bench)
    digest = digest_of(runtime, record_id)
    assert digest is not None
    written = runtime.papers.get(digest)
    with runtime.write.begin() as session:
        with pytest.raises(NotFoundError):
            print_record_again(session, record_id, neighbour, NOW)
        print_record_again(session, record_id, inspector, NOW)
    file = next(path for path in runtime.settings.data_dir.rglob(digest) if path.is_file())
    file.unlink()
    assert work_once(bench)
    assert runtime.papers.get(digest) == written
    with runtime.read() as session:
        assert session.scalars(select(Job.state)).all() == [JobState.DONE]


def test_another_paper_for_the_same_record_is_refused(runtime: Runtime) -> None:
    record_id, *_ = ordered(runtime)
    with runtime.write.begin() as session:
        keep_record(session, record_id, "ab" * 32)
        keep_record(session, record_id, "ab" * 32)
        with pytest.raises(DifferentPaperError):
            keep_record(session, record_id, "cd" * 32)
        assert session.scalars(select(RecordPaper.pdf_sha256)).all() == ["ab" * 32]


def test_a_record_that_is_not_there_cannot_be_made(runtime: Runtime) -> None:
    with runtime.read() as session, pytest.raises(NoSuchRecordError):
        record_order(session, 99999)
