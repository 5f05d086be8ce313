"""The whole of the session handling: one session to look things up, one place that commits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from flask import Flask, before_render_template, current_app, g
from sqlalchemy.orm import Session

from acceptance.runtime import EXTENSION, Runtime


class ReadWhileWritingError(RuntimeError):
    """A view looked something up outside its transaction while that was still open."""


def init_app(app: Flask, runtime: Runtime) -> None:
    """Give the application its connections."""
    app.extensions[EXTENSION] = runtime
    app.teardown_appcontext(_close)
    before_render_template.connect(_drawing, app)


def runtime() -> Runtime:
    """What this process was started with."""
    return cast("Runtime", current_app.extensions[EXTENSION])


def reading() -> Session:
    """The request's session for looking things up. Never committed."""
    if g.get("writing"):
        # On SQLite the reader would make the writer wait for a lock that it holds itself.
        raise ReadWhileWritingError("inside transaction() use the session it gives")
    if "reading" not in g:
        g.reading = runtime().read()
    return cast("Session", g.reading)


def let_go() -> None:
    """End what was read. On SQLite nobody can commit while somebody is still reading, so we do not
    keep them waiting while we compute or draw a page."""
    _close()


@contextmanager
def transaction() -> Iterator[Session]:
    """Commit what the block did, or none of it. What was read before is let go first."""
    _close()
    g.writing = True
    try:
        with runtime().write.begin() as session:
            yield session
    finally:
        g.writing = False


def _drawing(_app: Flask, **_page: Any) -> None:
    let_go()


def _close(_error: BaseException | None = None) -> None:
    session = g.pop("reading", None)
    if session is not None:
        session.close()
