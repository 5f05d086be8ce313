"""Settings are read once, and an unsafe installation does not start."""

import os
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from acceptance.settings import Environment, SettingsError, read_settings
from config import kept_secret, passing_secret
from tests.support.sources import ROOT

GOOD = "4f6b0a1c9d8e7f605142332415061728"


@pytest.mark.parametrize(
    "key", [None, "", "short", GOOD[:31], "change-me" + GOOD, "Secret" + GOOD, "testing" + GOOD]
)
def test_production_does_not_start_with_a_missing_or_weak_key(
    key: str | None, tmp_path: Path
) -> None:
    environ = {} if key is None else {"SECRET_KEY": key}
    with pytest.raises(SettingsError, match="SECRET_KEY must be set"):
        read_settings(environ, Environment.PRODUCTION, tmp_path)


@pytest.mark.parametrize("environment", [Environment.DEVELOPMENT, Environment.TESTING])
def test_elsewhere_it_starts_without_one(environment: Environment, tmp_path: Path) -> None:
    assert read_settings({}, environment, tmp_path).secret_key


def test_settings_do_not_change(tmp_path: Path) -> None:
    settings = read_settings({"SECRET_KEY": GOOD}, Environment.PRODUCTION, tmp_path)
    with pytest.raises(FrozenInstanceError):
        settings.secret_key = "another"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("address", "secure"), [("https://yanshou.example", True), ("http://127.0.0.1:8000", False)]
)
def test_cookies_are_secure_where_the_address_is(
    address: str, secure: bool, tmp_path: Path
) -> None:
    environ = {"SECRET_KEY": GOOD, "PUBLIC_URL": address}
    assert read_settings(environ, Environment.PRODUCTION, tmp_path).secure_cookies is secure


def test_the_key_that_was_made_at_the_first_start_is_found_beside_the_data(
    tmp_path: Path,
) -> None:
    assert kept_secret({"DATA_DIR": "here"}, tmp_path) == {}
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "secret-key").write_text(f"{GOOD}\n")
    assert kept_secret({"DATA_DIR": "here"}, tmp_path) == {"SECRET_KEY": GOOD}


def test_only_the_evaluations_answer_without_a_key() -> None:
    assert set(passing_secret(["flask", "--app", "wsgi", "evaluate", "--batch"])) == {"SECRET_KEY"}
    assert passing_secret(["flask", "--app", "wsgi", "worker"]) == {}
    assert passing_secret(["evaluate"]) == {}


def test_who_starts_it_without_a_key_reads_a_sentence(tmp_path: Path) -> None:
    environ = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)}
    tried = subprocess.run(
        [sys.executable, "-c", "import wsgi"],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 1
    assert tried.stderr.startswith("SECRET_KEY must be set")
    assert "Traceback" not in tried.stderr
