"""Taking a job from the outbox, holding it, and giving it back done or failed.

A job is held by a lease, so that one whose worker died is taken up by another. Every statement
that ends a lease names its holder: who lost the lease changes nothing any more.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from acceptance.domain.job_state import JobState
from acceptance.persistence.jobs import Job

LEASE = timedelta(seconds=60)
MOST_TRIES = 5
LONGEST_ERROR = 2000
# How long after each failed try the next one waits.
PAUSES = (10, 60, 300, 1800)  # seconds


class LeaseLostError(RuntimeError):
    """Somebody else holds the job now; what was done here is not recorded."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A job held by this worker. `holder` is unguessable and new for each lease."""

    job_id: int
    kind: str
    subject_id: int
    tries: int
    holder: str


def take(session: Session, now: datetime, job_id: int | None = None) -> Lease | None:
    """Lease the job that waits longest, or the one given; None when there is nothing to take."""
    holder = secrets.token_hex(12)
    waiting = select(Job.id).where(_can_be_taken(now)).order_by(Job.run_at, Job.id).limit(1)
    if job_id is not None:
        waiting = waiting.where(Job.id == job_id)
    row = session.execute(
        update(Job)
        .where(
            Job.id == waiting.with_for_update(skip_locked=True).scalar_subquery(),
            _can_be_taken(now),
        )
        .values(
            state=JobState.LEASED,
            lease_by=holder,
            lease_until=now + LEASE,
            tries=Job.tries + 1,
            progress=0,
        )
        .returning(Job.id, Job.kind, Job.subject_id, Job.tries)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    return None if row is None else Lease(row.id, row.kind, row.subject_id, row.tries, holder)


def hold(session: Session, lease: Lease, now: datetime) -> None:
    """Renew a lease."""
    _change(session, lease, {"lease_until": now + LEASE})


def report(session: Session, lease: Lease, percent: int) -> None:
    """Say how far the work has come, for those who wait for it."""
    _change(session, lease, {"progress": percent})


def finish(session: Session, lease: Lease, now: datetime) -> None:
    """The work is done."""
    done = {"state": JobState.DONE, "progress": 100, "finished_at": now, "error": ""}
    _change(session, lease, done | {"lease_until": None})


def give_back(session: Session, lease: Lease, now: datetime, error: str) -> None:
    """The try failed: wait for the next one, or for a person after the last."""
    values: dict[str, object] = {"error": error[:LONGEST_ERROR], "lease_until": None}
    if lease.tries >= MOST_TRIES:
        values |= {"state": JobState.FAILED, "finished_at": now}
    else:
        pause = timedelta(seconds=PAUSES[lease.tries - 1])
        values |= {"state": JobState.QUEUED, "run_at": now + pause}
    _change(session, lease, values)


def bury_lost(session: Session, now: datetime) -> int:
    """Leave to a person the jobs that have killed their worker at every try; how many."""
    values = {"state": JobState.FAILED, "finished_at": now, "error": "worker died at every try"}
    rows = session.execute(
        update(Job)
        .where(Job.state == JobState.LEASED, Job.lease_until < now, Job.tries >= MOST_TRIES)
        .values(values)
        .returning(Job.id)
        .execution_options(synchronize_session=False)
    )
    return len(rows.all())


def waiting_ids(session: Session, now: datetime) -> tuple[int, ...]:
    """The jobs that could be taken now, the longest waiting first."""
    return tuple(
        session.scalars(select(Job.id).where(_can_be_taken(now)).order_by(Job.run_at, Job.id))
    )


class Heartbeat:
    """Renews a lease from a thread of its own while the work goes on."""

    def __init__(
        self, write: sessionmaker[Session], clock: Callable[[], datetime], lease: Lease
    ) -> None:
        self._write, self._clock, self._lease = write, clock, lease
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _beat(self) -> None:
        # A beat that is missed because the database is busy is made up for by the next one.
        while not self._over.wait(LEASE.total_seconds() / 3):
            with suppress(OperationalError, LeaseLostError), self._write.begin() as session:
                hold(session, self._lease, self._clock())


def _can_be_taken(now: datetime) -> ColumnElement[bool]:
    return or_(
        and_(Job.state == JobState.QUEUED, Job.run_at <= now),
        and_(Job.state == JobState.LEASED, Job.lease_until < now, Job.tries < MOST_TRIES),
    )


def _change(session: Session, lease: Lease, values: dict[str, object]) -> None:
    changed = session.execute(
        update(Job)
        .where(Job.id == lease.job_id, Job.state == JobState.LEASED, Job.lease_by == lease.holder)
        .values(values)
        .returning(Job.id)
        .execution_options(synchronize_session=False)
    )
    if changed.one_or_none() is None:
        raise LeaseLostError(lease.job_id)
