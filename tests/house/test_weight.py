"""Who serves pages does not carry what only the press needs: WeasyPrint takes some 50 MiB."""

import subprocess
import sys

from tests.support.sources import ROOT

ASKED = "import sys; import acceptance.app; print(*(n for n in %r if n in sys.modules))"


def loaded(names: tuple[str, ...]) -> list[str]:
    """Which of these modules the application loads by itself."""
    command = [sys.executable, "-c", ASKED % (names,)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_press_is_not_in_the_web_process() -> None:
    assert loaded(("weasyprint", "pydyf", "fontTools")) == []


def test_the_question_finds_what_is_loaded() -> None:
    assert loaded(("flask", "sqlalchemy")) == ["flask", "sqlalchemy"]
