"""The checklist templates that ship, by code."""

from pathlib import Path

from acceptance import domain
from acceptance.domain.checklists.toml import read_template

FOLDER = Path(domain.__file__).resolve().parents[1] / "catalogue" / "checklists"
FILES = sorted(FOLDER.glob("*.toml"))
TEMPLATES = {path.stem: read_template(path.read_text(encoding="utf-8")) for path in FILES}
