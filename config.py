"""Which settings this process runs with; `APP_ENV` chooses development, testing or production."""

import os
from pathlib import Path

from acceptance.settings import Environment, Settings, read_settings

ROOT = Path(__file__).resolve().parent


def current() -> Settings:
    """Production unless APP_ENV says otherwise: forgetting it must never open a door."""
    environment = Environment(os.environ.get("APP_ENV", Environment.PRODUCTION))
    return read_settings(os.environ, environment, ROOT)
