"""The worker without Redis: asks the outbox, does what is there, and goes to rest.

Started by `flask worker` as a process of its own, which loads nothing of the web.
"""

from __future__ import annotations

import logging
import threading

from sqlalchemy.exc import OperationalError

from acceptance.jobs.process import prepare
from acceptance.jobs.run import Worker, work_once
from acceptance.jobs.schedule import Clerk
from acceptance.jobs.signals import become, stop_at_signals
from config import current

log = logging.getLogger(__name__)

POLL = 1  # seconds between two looks at an empty outbox
# What the process becomes when there is nothing to do, by the kind of database.
WATCHES = {
    "sqlite": "acceptance.jobs.watch_sqlite",
    "postgresql": "acceptance.jobs.watch_postgresql",
}


def dispatch(worker: Worker, stop: threading.Event) -> None:
    """Work until there is nothing left to do and the press has ended, or until told to stop; a job
    under way is finished first."""
    clerk = Clerk(worker.runtime)
    while not stop.is_set():
        try:
            clerk.do_what_is_due()
            if work_once(worker):
                continue
            worker.press.rest()
            if not worker.press.is_running:
                break
        except OperationalError:
            # The database is away or busy; the outbox keeps everything until it is back.
            log.exception("the database did not answer")
        stop.wait(POLL)
    worker.press.close()


def main() -> None:
    """Work, then watch."""
    stop = stop_at_signals()
    worker = prepare(current())
    dispatch(worker, stop)
    worker.runtime.engine.dispose()
    become(WATCHES[worker.runtime.engine.dialect.name], stop)


if __name__ == "__main__":
    main()
