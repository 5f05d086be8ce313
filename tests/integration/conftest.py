"""What is made once for several modules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from acceptance.app import create_app
from acceptance.queries.ledger import export_lines
from acceptance.runtime import EXTENSION, Runtime
from acceptance.settings import Environment, Settings
from tests.support.databases import SqliteTemplate
from tests.support.demonstration import NOW, Demonstration


@pytest.fixture(scope="session")
def county(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: SqliteTemplate
) -> Iterator[Demonstration]:
    """The county is made once; the tests only look at it."""
    folder = tmp_path_factory.mktemp("county")
    settings = Settings(
        environment=Environment.TESTING,
        secret_key="only for these tests, and for nothing else at all",
        database_url=sqlite_template.copy(folder),
        data_dir=folder / "var",
    )
    app = create_app(settings, lambda: NOW)
    result = app.test_cli_runner().invoke(args=["demo-county"])
    running: Runtime = app.extensions[EXTENSION]
    with running.read() as session:
        yield Demonstration(app, result, session, list(export_lines(session)))
    running.engine.dispose()
