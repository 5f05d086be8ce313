"""The worker at rest: it sees what a worker would take, becomes one, and rests again."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from acceptance.domain.job_state import JobState
from acceptance.jobs import watch, watch_postgresql, watch_sqlite
from acceptance.jobs.dispatcher import WATCHES
from acceptance.jobs.leases import MOST_TRIES, bury_lost, waiting_ids
from acceptance.jobs.schedule import DUTIES, bury_lost_jobs
from acceptance.jobs.watch import Driver, is_wanted
from acceptance.persistence.engine import writing
from acceptance.persistence.jobs import Job
from acceptance.runtime import utc_now
from acceptance.services.certificates import CERTIFICATE_PDF
from acceptance.settings import Settings
from tests.builders.outbox import NOW
from tests.support.servers import running_dispatcher

EARLIER, LATER = NOW - timedelta(microseconds=1), NOW + timedelta(microseconds=1)


@pytest.fixture
def driver(database_url: str) -> Driver:
    kind = make_url(database_url).get_backend_name()
    return {"sqlite": watch_sqlite.DRIVER, "postgresql": watch_postgresql.DRIVER}[kind]


def job(state: JobState, run_at: datetime = NOW, until: datetime | None = None) -> Job:
    return Job(
        kind=CERTIFICATE_PDF, subject_id=1, state=state, created_at=NOW, run_at=run_at,
        lease_until=until,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("waiting", "wanted"),
    [
        (job(JobState.QUEUED, EARLIER), True),
        (job(JobState.QUEUED), True),
        (job(JobState.QUEUED, LATER), False),
        (job(JobState.LEASED, until=EARLIER), True),
        (job(JobState.LEASED, until=NOW), False),
        (job(JobState.DONE, EARLIER, EARLIER), False),
        (job(JobState.FAILED, EARLIER, EARLIER), False),
    ],
)
@pytest.mark.parametrize("tries", [0, MOST_TRIES])
def test_the_watch_sees_what_a_worker_would_take_or_bury(
    session: Session, database_url: str, driver: Driver, waiting: Job, wanted: bool, tries: int
) -> None:
    found = job(waiting.state, waiting.run_at, waiting.lease_until)
    found.tries = tries
    session.add(found)
    session.commit()
    with closing(driver.connect(database_url)) as connection:
        assert is_wanted(driver, connection, NOW) is wanted
    assert bool(waiting_ids(session, NOW) or bury_lost(session, NOW)) is wanted


def test_an_empty_outbox_wants_nobody(
    session: Session, database_url: str, driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "POLL", 0.01)
    stop = threading.Event()
    thread = threading.Thread(target=watch.watch, args=(driver, database_url, stop))
    thread.start()
    thread.join(0.5)
    assert thread.is_alive()
    session.add(job(JobState.QUEUED))
    session.commit()
    thread.join(30)
    assert not thread.is_alive()


def test_a_database_that_does_not_answer_wants_the_worker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(watch, "POLL", 0.01)
    watch.watch(watch_sqlite.DRIVER, f"sqlite:///{tmp_path}/none.sqlite3", threading.Event())
    assert "could not be looked at" in caplog.text
    assert not (tmp_path / "none.sqlite3").exists()


def test_what_goes_by_the_clock_comes_round_without_a_job() -> None:
    seldom = [interval for interval, duty in DUTIES if duty is not bury_lost_jobs]
    assert min(seldom) >= timedelta(seconds=watch.LONGEST)


def test_the_process_rests_works_and_rests_again(
    engine: Engine, database_url: str, settings: Settings
) -> None:
    at_rest = WATCHES[engine.dialect.name]
    with running_dispatcher(replace(settings, database_url=database_url)) as process:
        assert _comes(lambda: at_rest in _program(process))
        with writing(engine).begin() as session:
            waiting = job(JobState.QUEUED, utc_now())  # Of a certificate that is not there.
            session.add(waiting)
        assert _comes(lambda: _tries(engine, waiting.id) == 1)
        assert _comes(lambda: at_rest in _program(process))
        assert process.poll() is None
    assert process.returncode == 0


def _comes(seen: Callable[[], bool]) -> bool:
    for _ in range(600):
        if seen():
            return True
        time.sleep(0.05)
    return False


def _program(process: subprocess.Popen[bytes]) -> str:
    return Path(f"/proc/{process.pid}/cmdline").read_text(encoding="utf-8")


def _tries(engine: Engine, job_id: int) -> int:
    with writing(engine)() as session:
        return session.get_one(Job, job_id).tries
