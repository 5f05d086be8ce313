"""The worker while there is nothing to do, which is most of the day: it only looks at the outbox.

What the work needs is not loaded: a driver of the database takes 10 to 20 MiB, the worker 60. When
a job waits, the process becomes the worker, and the worker the watch when the outbox is empty.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from acceptance.jobs.signals import become, stop_at_signals

log = logging.getLogger(__name__)

WORKER = "acceptance.jobs.dispatcher"
POLL = 0.5  # seconds between two looks
# After this the worker is called without a job: `schedule.DUTIES` go by the clock, all but
# the burying of lost jobs no more often than every ten minutes.
LONGEST = 600.0  # seconds
# What `leases` takes or buries. Written once more because it is asked without SQLAlchemy;
# `tests/integration/test_watch.py` holds the two against each other.
QUESTION = (
    "SELECT EXISTS (SELECT 1 FROM job WHERE state = 'queued' AND run_at <= {now}"
    " OR state = 'leased' AND lease_until < {now})"
)


@dataclass(frozen=True, slots=True)
class Driver:
    """How a database is asked: `place` is the name of a bound moment in its statements, `moment`
    what is bound, `error` whatever can go wrong."""

    connect: Callable[[str], Any]
    place: str
    moment: Callable[[datetime], object]
    error: type[Exception]


def is_wanted(driver: Driver, connection: Any, now: datetime) -> bool:
    """Whether there is something for a worker to do."""
    question = QUESTION.format(now=driver.place)
    return bool(connection.execute(question, {"now": driver.moment(now)}).fetchone()[0])


def watch(driver: Driver, url: str, stop: threading.Event) -> None:
    """Look until a worker is wanted, or until told to stop."""
    until = time.monotonic() + LONGEST
    try:
        with closing(driver.connect(url)) as connection:
            while not is_wanted(driver, connection, datetime.now(UTC)):
                if stop.wait(POLL) or time.monotonic() > until:
                    return
    except driver.error as error:
        # The worker waits for the database too, and says at length what is wrong with it.
        log.warning("the outbox could not be looked at: %s", error)
        stop.wait(POLL)


def rest(driver: Driver, url: str) -> None:
    """Watch, then become the worker."""
    stop = stop_at_signals()
    watch(driver, url, stop)
    become(WORKER, stop)
