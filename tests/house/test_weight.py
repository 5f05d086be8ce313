"""Who serves pages does not carry what others need: WeasyPrint takes 50 MiB, the commands 12."""

import gc
import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

from acceptance.app import create_app
from acceptance.settings import Environment, Settings
from tests.support.sources import ROOT

ASKED = "import sys; import acceptance.app; print(*(n for n in %r if n in sys.modules))"


def loaded(names: tuple[str, ...]) -> list[str]:
    """Which of these modules the application loads by itself."""
    command = [sys.executable, "-c", ASKED % (names,)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_press_is_not_in_the_web_process() -> None:
    assert loaded(("weasyprint", "pydyf", "fontTools")) == []


def test_what_only_commands_need_is_not_in_the_web_process() -> None:
    assert loaded(("alembic", "acceptance.cli.demo", "acceptance.jobs")) == []


def test_the_question_finds_what_is_loaded() -> None:
    assert loaded(("flask", "sqlalchemy")) == ["flask", "sqlalchemy"]


def test_what_is_loaded_is_made_ready_and_frozen_before_the_workers_are_forked(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path}/ready.sqlite"
    app = create_app(
        Settings(Environment.TESTING, "only for this test, nothing else", url, tmp_path)
    )
    made = runpy.run_path(str(ROOT / "deploy" / "gunicorn.conf.py"))
    frozen = gc.get_freeze_count()
    made["when_ready"](SimpleNamespace(app=SimpleNamespace(wsgi=lambda: app)))
    try:
        assert gc.get_freeze_count() > frozen
        assert app.jinja_env.cache is not None
        assert len(app.jinja_env.cache) > 50
    finally:
        gc.unfreeze()
