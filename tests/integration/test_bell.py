"""Redis only rings: what it loses is rung again, and what others put there is not run."""

from __future__ import annotations

import json
import threading
import zlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from redis import Redis
from rq import Queue
from rq.exceptions import NoSuchJobError
from sqlalchemy import select

from acceptance.domain.job_state import JobState
from acceptance.jobs.bell import CARRIED, QUEUE, Ring, bell, careful_worker, ring
from acceptance.jobs.printing import Press
from acceptance.jobs.relay import Relay, carry
from acceptance.jobs.run import WORKER, Worker
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.jobs import Job
from acceptance.runtime import make_runtime
from acceptance.settings import Environment, Settings
from tests.builders.outbox import NOW, Clock, certificate
from tests.builders.registry import make_registry


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bench(sqlite_url: str, redis_url: str, tmp_path: Path, clock: Clock) -> Iterator[Worker]:
    settings = Settings(
        Environment.TESTING, "only for these tests, nothing else", sqlite_url, tmp_path, redis_url
    )
    made = Worker(make_runtime(settings, clock), Press())
    WORKER.set(made)
    yield made
    made.press.close()
    made.runtime.engine.dispose()


@pytest.fixture
def connection(redis_url: str) -> Iterator[Redis]:
    with Redis.from_url(redis_url) as connection:
        yield connection


def certify(bench: Worker) -> None:
    """Issue a certificate, whose paper is then work to do."""
    with bench.runtime.write.begin() as session:
        certificate(make_registry(session))


def is_done(bench: Worker) -> bool:
    with bench.runtime.read() as session:
        paper = session.scalars(select(Certificate.pdf_sha256)).one()
        state = session.scalars(select(Job.state)).one()
    return state is JobState.DONE and paper is not None


def answer_once(connection: Redis) -> None:
    careful_worker(connection).work(burst=True, logging_level="CRITICAL")


def test_a_rung_job_is_done(bench: Worker, connection: Redis) -> None:
    certify(bench)
    assert Relay(bench, connection).sweep() == 1
    answer_once(connection)
    assert is_done(bench)
    assert Relay(bench, connection).sweep() == 0


def test_losing_redis_loses_nothing(bench: Worker, connection: Redis, clock: Clock) -> None:
    certify(bench)
    relay = Relay(bench, connection)
    assert relay.sweep() == 1
    connection.flushdb()
    answer_once(connection)
    assert not is_done(bench)
    clock.moment = NOW + timedelta(seconds=20)
    assert relay.sweep() == 0, "it was rung a moment ago"
    clock.moment = NOW + timedelta(seconds=31)
    assert relay.sweep() == 1
    answer_once(connection)
    assert is_done(bench)


def test_a_job_whose_worker_died_is_rung_again(
    bench: Worker, connection: Redis, clock: Clock
) -> None:
    certify(bench)
    with bench.runtime.write.begin() as session:
        job = session.scalars(select(Job)).one()
        job.state, job.lease_until, job.tries = JobState.LEASED, NOW + timedelta(seconds=60), 1
    assert Relay(bench, connection).sweep() == 0
    clock.moment = NOW + timedelta(seconds=61)
    assert Relay(bench, connection).sweep() == 1
    answer_once(connection)
    assert is_done(bench)


def test_ringing_twice_does_it_once(bench: Worker, connection: Redis) -> None:
    certify(bench)
    queue = bell(connection)
    assert (ring(queue, [1]), ring(queue, [1])) == (1, 0)
    connection.rpush(queue.key, "job-1")
    answer_once(connection)
    with bench.runtime.read() as session:
        assert session.scalars(select(Job.tries)).one() == 1
    assert is_done(bench)


def test_without_redis_the_work_is_done_all_the_same(bench: Worker, tmp_path: Path) -> None:
    certify(bench)
    with Redis(unix_socket_path=str(tmp_path / "nobody-listens")) as nobody:
        assert Relay(bench, nobody).sweep() == 0
    assert is_done(bench)


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        ("os.system", ["touch {}"]),
        ("acceptance.jobs.run.work_once", [1]),
        (CARRIED, ["1"]),
        (CARRIED, [True]),
        (CARRIED, [1, 2]),
        (CARRIED, []),
    ],
)
def test_a_poisoned_message_is_not_run(
    bench: Worker, connection: Redis, tmp_path: Path, function: str, arguments: list[object]
) -> None:
    mark = tmp_path / "poisoned"
    arguments = [a.format(mark) if isinstance(a, str) else a for a in arguments]
    Queue(QUEUE, connection=connection, serializer="json").enqueue_call(function, args=arguments)
    certify(bench)
    answer_once(connection)
    assert not mark.exists()
    assert not is_done(bench)
    Relay(bench, connection).sweep()
    answer_once(connection)
    assert is_done(bench)


@pytest.mark.parametrize(
    "extra", ["failure_callback_name", "success_callback_name", "stopped_callback_name", "webhooks"]
)
def test_nothing_else_can_be_hung_on_a_message(
    bench: Worker, connection: Redis, extra: str
) -> None:
    queue = bell(connection)
    ring(queue, [1])
    connection.hset("rq:job:job-1", extra, "os.abort")
    with pytest.raises(NoSuchJobError):
        Ring.fetch("job-1", connection=connection, serializer="json")
    assert bench.press._process is None


def test_a_pickle_is_not_opened(bench: Worker, connection: Redis, tmp_path: Path) -> None:
    mark = tmp_path / "opened"
    poison = f"cposix\nsystem\n(S'touch {mark}'\ntR.".encode()
    ring(bell(connection), [1])
    for data in (poison, zlib.compress(poison), zlib.compress(json.dumps({"a": 1}).encode())):
        connection.hset("rq:job:job-1", "data", data)
        answer_once(connection)
    assert not mark.exists()
    assert bench.press._process is None


def test_the_worker_carries_until_told_to_stop(
    bench: Worker, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The relay rings from a thread while the worker answers in this one."""
    certify(bench)
    stop = threading.Event()
    monkeypatch.setattr(
        "acceptance.jobs.relay._answer", lambda connection, _stop: _until_done(bench, connection)
    )
    carry(bench, redis_url, stop)
    assert stop.is_set()
    assert is_done(bench)


def _until_done(bench: Worker, connection: Redis) -> None:
    for _ in range(100):
        answer_once(connection)
        if is_done(bench):
            return
        threading.Event().wait(0.1)
