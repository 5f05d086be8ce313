"""The worker with Redis: rings for what waits in the outbox, and answers the bell.

Started by `flask worker` as a process of its own, which loads nothing of the web.
"""

from __future__ import annotations

import logging
import threading
from datetime import datetime, timedelta

from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy.exc import OperationalError

from acceptance.jobs.bell import bell, careful_worker, ring
from acceptance.jobs.leases import waiting_ids
from acceptance.jobs.process import prepare
from acceptance.jobs.run import WORKER, Worker, work_once
from acceptance.jobs.schedule import Clerk
from config import current

log = logging.getLogger(__name__)

POLL = 1  # seconds
AGAIN = timedelta(seconds=30)


class Relay:
    """Rings once for each waiting job, and again for those that nobody has taken."""

    def __init__(self, worker: Worker, connection: Redis) -> None:
        self._worker = worker
        self._queue = bell(connection)
        self._clerk = Clerk(worker.runtime)
        self._rung: dict[int, datetime] = {}

    def sweep(self) -> int:
        """Ring for what waits now; how many numbers were sent."""
        runtime = self._worker.runtime
        self._clerk.do_what_is_due()
        with runtime.read() as session:
            waiting = waiting_ids(session, runtime.clock())
        now = runtime.clock()
        self._rung = {job: at for job, at in self._rung.items() if job in waiting}
        due = [job for job in waiting if now - self._rung.get(job, now - AGAIN) >= AGAIN]
        try:
            sent = ring(self._queue, due)
        except RedisError:
            # Without a bell the outbox is asked directly, so that nothing waits for Redis.
            log.warning("Redis did not answer; working without it")
            while work_once(self._worker):
                pass
            return 0
        self._rung |= dict.fromkeys(due, now)
        return sent

    def run(self, stop: threading.Event) -> None:
        """Sweep until told to stop."""
        while not stop.wait(POLL):
            try:
                self.sweep()
            except OperationalError:
                log.exception("the database did not answer")
            self._worker.press.rest()


def carry(worker: Worker, redis_url: str, stop: threading.Event) -> None:
    """Ring and answer until told to stop (RQ ends at SIGTERM, after the job under way)."""
    WORKER.set(worker)
    with Redis.from_url(redis_url) as connection:
        relay = threading.Thread(target=Relay(worker, connection).run, args=(stop,))
        relay.start()
        try:
            _answer(connection, stop)
        finally:
            stop.set()
            relay.join()
            worker.press.close()


def _answer(connection: Redis, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            careful_worker(connection).work(logging_level="WARNING")
        except RedisError:
            log.warning("Redis did not answer; trying again")
            stop.wait(5)
        else:
            return


if __name__ == "__main__":
    settings = current()
    carry(prepare(settings), settings.redis_url, threading.Event())
