"""`flask --app wsgi worker`: does what the outbox holds, with or without Redis."""

from __future__ import annotations

import os
import sys

import click
from flask.cli import with_appcontext

from acceptance.cli.running import runtime

WITHOUT_REDIS, WITH_REDIS = "acceptance.jobs.dispatcher", "acceptance.jobs.relay"


@click.command("worker")
@with_appcontext
def command() -> None:
    """Do the work of the outbox until SIGTERM or Ctrl-C; a job under way is finished first."""
    module = WITH_REDIS if runtime().settings.redis_url else WITHOUT_REDIS
    sys.stdout.flush()
    # The worker takes the place of this process, and leaves behind the web application that this
    # command had to load: it waits most of the day, and should be small while it does.
    os.execv(sys.executable, [sys.executable, "-m", module])  # noqa: S606 - our own module
