"""The application with a client that speaks to it without a socket."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from acceptance.app import create_app
from acceptance.runtime import EXTENSION
from acceptance.settings import Settings


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    yield app
    app.extensions[EXTENSION].engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
