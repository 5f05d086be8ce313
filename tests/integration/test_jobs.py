"""The outbox: every job is done once, whoever dies, and what cannot be done is left to a person."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.job_state import JobState
from acceptance.jobs import leases
from acceptance.jobs.dispatcher import dispatch
from acceptance.jobs.leases import (
    LEASE,
    MOST_TRIES,
    LeaseLostError,
    bury_lost,
    finish,
    give_back,
    hold,
    take,
    waiting_ids,
)
from acceptance.jobs.printing import Press
from acceptance.jobs.run import Worker, work_once
from acceptance.jobs.schedule import Clerk
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.jobs import Job
from acceptance.runtime import Runtime, make_runtime
from acceptance.services import attempts
from acceptance.services.certificates import CERTIFICATE_PDF
from acceptance.services.renderings import DifferentPaperError, keep_rendering
from acceptance.settings import Environment, Settings
from tests.builders.outbox import NOW, Clock, certificate
from tests.builders.registry import at, make_registry


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def runtime(database_url: str, tmp_path: Path, clock: Clock) -> Iterator[Runtime]:
    settings = Settings(
        Environment.TESTING, "only for these tests, nothing else", database_url, tmp_path
    )
    made = make_runtime(settings, clock)
    yield made
    made.engine.dispose()


@pytest.fixture
def bench(runtime: Runtime) -> Iterator[Worker]:
    press = Press()
    yield Worker(runtime, press)
    press.close()


def post(session: Session, kind: str = CERTIFICATE_PDF, subject: int = 1) -> int:
    job = Job(kind=kind, subject_id=subject, state=JobState.QUEUED, created_at=NOW, run_at=NOW)
    session.add(job)
    session.flush()
    return job.id


def job_of(session: Session, job_id: int) -> Job:
    session.expire_all()
    return session.get_one(Job, job_id)


def test_a_job_is_taken_once_until_its_lease_ends(session: Session) -> None:
    job_id = post(session)
    lease = take(session, NOW)
    assert lease is not None
    assert (lease.job_id, lease.tries) == (job_id, 1)
    assert take(session, NOW) is None
    assert take(session, NOW + LEASE) is None
    again = take(session, NOW + LEASE + timedelta(seconds=1))
    assert again is not None
    assert again.tries == 2
    with pytest.raises(LeaseLostError):
        finish(session, lease, NOW)
    finish(session, again, NOW)
    assert job_of(session, job_id).state is JobState.DONE
    assert take(session, NOW + 100 * LEASE) is None


def test_a_held_lease_does_not_end(session: Session) -> None:
    post(session)
    lease = take(session, NOW)
    assert lease is not None
    hold(session, lease, NOW + LEASE)
    assert take(session, NOW + LEASE + timedelta(seconds=1)) is None


def test_only_the_job_that_was_rung_for_is_taken(session: Session) -> None:
    first, second = post(session, subject=1), post(session, subject=2)
    lease = take(session, NOW, second)
    assert lease is not None
    assert lease.job_id == second
    assert waiting_ids(session, NOW) == (first,)


def test_failed_tries_wait_longer_and_end_with_a_person(session: Session) -> None:
    job_id, now, pauses = post(session), NOW, []
    for _ in range(MOST_TRIES):
        lease = take(session, now)
        assert lease is not None
        give_back(session, lease, now, "Reason: why")
        job = job_of(session, job_id)
        pauses.append(int((job.run_at - now).total_seconds()))
        now = max(now, job.run_at)
    assert pauses[:-1] == [10, 60, 300, 1800]
    assert (job.state, job.error) == (JobState.FAILED, "Reason: why")
    assert take(session, now + timedelta(days=9)) is None


def test_a_job_that_kills_its_worker_is_buried(session: Session) -> None:
    job_id, now = post(session), NOW
    for _ in range(MOST_TRIES):
        assert bury_lost(session, now) == 0
        assert take(session, now) is not None
        now += LEASE + timedelta(seconds=1)
    assert take(session, now) is None
    assert bury_lost(session, now) == 1
    assert job_of(session, job_id).state is JobState.FAILED


def test_many_workers_do_each_job_once(runtime: Runtime) -> None:
    with runtime.write.begin() as session:
        wanted = {post(session, subject=n) for n in range(24)}
    taken: list[int] = []

    def work() -> None:
        while True:
            with runtime.write.begin() as session:
                lease = take(session, NOW)
            if lease is None:
                return
            taken.append(lease.job_id)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted(wanted)


def test_a_certificate_gets_its_paper(bench: Worker) -> None:
    with bench.runtime.write.begin() as session:
        made = certificate(make_registry(session)).id
    assert work_once(bench)
    with bench.runtime.read() as session:
        job = session.scalars(select(Job)).one()
        digest = session.get_one(Certificate, made).pdf_sha256
    assert (job.state, job.progress, job.tries) == (JobState.DONE, 100, 1)
    store = bench.runtime.papers
    assert digest is not None
    assert store.get(digest).startswith(b"%PDF-")
    assert not work_once(bench)


def test_a_paper_made_twice_is_the_same(bench: Worker) -> None:
    with bench.runtime.write.begin() as session:
        made = certificate(make_registry(session)).id
    assert work_once(bench)
    store = bench.runtime.papers
    with bench.runtime.write.begin() as session:
        digest = session.get_one(Certificate, made).pdf_sha256
        session.execute(update(Job).values(state=JobState.QUEUED, run_at=NOW))
    assert digest is not None
    next(bench.runtime.settings.papers_dir.rglob(digest)).unlink()
    assert not store.has(digest)
    assert work_once(bench)
    assert store.has(digest)


def test_another_paper_never_replaces_the_first(session: Session) -> None:
    made = certificate(make_registry(session))
    keep_rendering(session, made.id, "a" * 64)
    keep_rendering(session, made.id, "a" * 64)
    with pytest.raises(DifferentPaperError):
        keep_rendering(session, made.id, "b" * 64)
    session.expire_all()
    assert session.get_one(Certificate, made.id).pdf_sha256 == "a" * 64


@pytest.mark.parametrize("kind", ["certificate_pdf", "os.system"])
def test_what_cannot_be_done_is_given_back_with_its_reason(bench: Worker, kind: str) -> None:
    with bench.runtime.write.begin() as session:
        job_id = post(session, kind, subject=404)
    assert work_once(bench)
    with bench.runtime.read() as session:
        job = session.get_one(Job, job_id)
    assert (job.state, job.tries) == (JobState.QUEUED, 1)
    assert job.error.startswith(("NoSuchCertificateError", "KeyError"))


def test_the_heartbeat_renews_the_lease(
    runtime: Runtime, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leases, "LEASE", timedelta(seconds=0.03))
    with runtime.write.begin() as session:
        job_id = post(session)
        lease = take(session, NOW)
    assert lease is not None
    clock.moment = NOW + timedelta(minutes=5)
    with leases.Heartbeat(runtime.write, clock, lease):
        for _ in range(200):
            time.sleep(0.01)
            with runtime.read() as session:
                until = session.get_one(Job, job_id).lease_until
            if until is not None and until > clock.moment:
                break
    assert until is not None
    assert until > clock.moment


def test_the_dispatcher_does_what_is_there_and_stops(bench: Worker) -> None:
    with bench.runtime.write.begin() as session:
        certificate(make_registry(session))
    stop = threading.Event()
    thread = threading.Thread(target=dispatch, args=(bench, stop))
    thread.start()
    try:
        assert _waits_until_done(bench.runtime)
    finally:
        stop.set()
        thread.join(timeout=30)
    assert not thread.is_alive()
    assert bench.press._process is None


def _waits_until_done(runtime: Runtime) -> bool:
    for _ in range(600):
        with runtime.read() as session:
            if session.scalars(select(Job.state)).one() is JobState.DONE:
                return True
        time.sleep(0.05)
    return False


def test_attempts_left_open_too_long_are_abandoned(runtime: Runtime, clock: Clock) -> None:
    with runtime.write.begin() as session:
        registry = make_registry(session)
        project = registry.project()
        attempts.open_attempt(session, project, registry.inspector, at(date(2015, 3, 1)), None, "")
    clock.moment = at(date(2015, 5, 29))
    Clerk(runtime).do_what_is_due()
    with runtime.read() as session:
        assert session.scalars(select(Attempt.result)).one() is None
    clock.moment = at(date(2015, 5, 31))
    Clerk(runtime).do_what_is_due()
    with runtime.read() as session:
        assert session.scalars(select(Attempt.result)).one() is AttemptResult.ABANDONED


def test_a_duty_waits_for_its_interval(runtime: Runtime, clock: Clock) -> None:
    clerk = Clerk(runtime)
    clerk.do_what_is_due()
    with runtime.write.begin() as session:
        job_id = post(session)
        session.execute(
            update(Job).values(
                state=JobState.LEASED, tries=MOST_TRIES, lease_until=NOW - timedelta(seconds=1)
            )
        )
    clerk.do_what_is_due()
    with runtime.read() as session:
        assert session.get_one(Job, job_id).state is JobState.LEASED
    clock.moment += timedelta(seconds=31)
    clerk.do_what_is_due()
    with runtime.read() as session:
        assert session.get_one(Job, job_id).state is JobState.FAILED
