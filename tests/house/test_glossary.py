"""The glossary says what the code says."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_glossary_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "glossary.py", "--check"], cwd=ROOT, check=False
    )
    assert done.returncode == 0, "run: .venv/bin/python tools/glossary.py"
