"""A worker process: its settings and its connections."""

from __future__ import annotations

import logging

from acceptance.jobs.printing import Press
from acceptance.jobs.run import Worker
from acceptance.runtime import make_runtime
from acceptance.settings import Settings


def prepare(settings: Settings) -> Worker:
    """The worker of this process."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    return Worker(make_runtime(settings), Press())
