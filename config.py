"""Which settings this process runs with; `APP_ENV` chooses development, testing or production."""

import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from acceptance.settings import Environment, Settings, SettingsError, data_dir, read_settings

ROOT = Path(__file__).resolve().parent


def current() -> Settings:
    """Production unless APP_ENV says otherwise: forgetting it must never open a door."""
    environment = Environment(os.environ.get("APP_ENV", Environment.PRODUCTION))
    try:
        keys = {**passing_secret(sys.argv), **kept_secret(os.environ, ROOT)}
        return read_settings({**keys, **os.environ}, environment, ROOT)
    except SettingsError as error:
        # For whoever starts it: a sentence about what to do, not a traceback.
        raise SystemExit(str(error)) from error


def passing_secret(arguments: Sequence[str]) -> dict[str, str]:
    """A key for this process alone, for `evaluate`: it signs nothing and keeps nothing, so that it
    answers in a fresh copy of the programme too."""
    return {"SECRET_KEY": secrets.token_hex(32)} if "evaluate" in arguments[1:] else {}


def kept_secret(environ: Mapping[str, str], root: Path) -> dict[str, str]:
    """The key that bin/serve made and keeps beside the data, so that the commands find it too."""
    file = data_dir(environ, root) / "secret-key"
    return {"SECRET_KEY": file.read_text(encoding="ascii").strip()} if file.is_file() else {}
