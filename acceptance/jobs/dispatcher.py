"""The worker without Redis: asks the outbox, does what is there, and waits a moment.

Started by `flask worker` as a process of its own, which loads nothing of the web.
"""

from __future__ import annotations

import logging
import threading

from sqlalchemy.exc import OperationalError

from acceptance.jobs.process import prepare, stop_at_signals
from acceptance.jobs.run import Worker, work_once
from acceptance.jobs.schedule import Clerk
from config import current

log = logging.getLogger(__name__)

POLL = 1  # seconds between two looks at an empty outbox


def dispatch(worker: Worker, stop: threading.Event) -> None:
    """Work until told to stop; a job under way is finished first."""
    clerk = Clerk(worker.runtime)
    while not stop.is_set():
        try:
            clerk.do_what_is_due()
            busy = work_once(worker)
        except OperationalError:
            # The database is away or busy; the outbox keeps everything until it is back.
            log.exception("the database did not answer")
            busy = False
        if not busy:
            worker.press.rest()
            stop.wait(POLL)
    worker.press.close()


if __name__ == "__main__":
    dispatch(prepare(current()), stop_at_signals())
