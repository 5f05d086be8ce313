"""The application behind a real socket, and the real job dispatcher beside it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Thread

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from acceptance.app import create_app
from acceptance.runtime import EXTENSION
from acceptance.settings import Settings
from tests.support.sources import ROOT


class QuietHandler(WSGIRequestHandler):
    """Answers requests without a line for each in the report of the tests."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class LiveServer:
    """A running application. `url` has no trailing slash."""

    url: str
    app: Flask
    settings: Settings


@contextmanager
def live_server(settings: Settings) -> Iterator[LiveServer]:
    """Serve the application on a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        settings = replace(settings, public_url=f"http://127.0.0.1:{port}")
        app = create_app(settings)
        server = make_server(
            "127.0.0.1",
            port,
            app,
            threaded=True,
            request_handler=QuietHandler,
            fd=listening.fileno(),
        )
        thread = Thread(target=server.serve_forever, name="live server", daemon=True)
        thread.start()
        try:
            yield LiveServer(settings.public_url, app, settings)
        finally:
            server.shutdown()
            thread.join()
            server.server_close()
            app.extensions[EXTENSION].engine.dispose()


@contextmanager
def running_dispatcher(settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """`flask worker` in a process of its own, as bin/serve starts it."""
    environment = os.environ | {
        "APP_ENV": settings.environment,
        "DATABASE_URL": settings.database_url,
        "DATA_DIR": str(settings.data_dir),
        "SECRET_KEY": settings.secret_key,
        "PUBLIC_URL": settings.public_url,
        "REDIS_URL": settings.redis_url,
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "worker"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)
