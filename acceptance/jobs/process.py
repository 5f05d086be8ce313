"""A worker process: its settings, its connections, and how it is told to stop."""

from __future__ import annotations

import logging
import signal
import threading
from types import FrameType

from acceptance.jobs.printing import Press
from acceptance.jobs.run import Worker
from acceptance.runtime import make_runtime
from acceptance.settings import Settings


def prepare(settings: Settings) -> Worker:
    """The worker of this process."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    return Worker(make_runtime(settings), Press())


def stop_at_signals() -> threading.Event:
    """Set at SIGTERM or Ctrl-C; a job under way is finished first."""
    stop = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    return stop
