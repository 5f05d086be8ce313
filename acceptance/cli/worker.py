"""`flask --app wsgi worker`: does what the outbox holds, with or without Redis."""

from __future__ import annotations

import logging
import signal
import threading
from typing import Any

import click
from flask.cli import with_appcontext

from acceptance.cli.running import runtime
from acceptance.jobs.dispatcher import dispatch
from acceptance.jobs.printing import Press
from acceptance.jobs.relay import carry
from acceptance.jobs.run import Worker


@click.command("worker")
@with_appcontext
def command() -> None:
    """Do the work of the outbox until SIGTERM or Ctrl-C; a job under way is finished first."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    worker = Worker(runtime(), Press())
    stop = threading.Event()
    if runtime().settings.redis_url:
        carry(worker, runtime().settings.redis_url, stop)
        return

    def end(_number: int, _frame: Any) -> None:
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    dispatch(worker, stop)
