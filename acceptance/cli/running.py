"""What the commands of this installation work with."""

from __future__ import annotations

from typing import cast

from flask import current_app

from acceptance.runtime import EXTENSION, Runtime


def runtime() -> Runtime:
    """The runtime of the application a command was started for."""
    return cast("Runtime", current_app.extensions[EXTENSION])
