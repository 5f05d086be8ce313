"""The usual divisions of works that ship with this version."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from acceptance.domain.projects import Category
from acceptance.domain.works_presets import Preset, read_preset

FOLDER = Path(__file__).resolve().parents[1] / "catalogue" / "works"


@cache
def preset_for(category: Category) -> Preset:
    """Read once; every category has one."""
    return read_preset((FOLDER / f"{category.value}.toml").read_text(encoding="utf-8"))
