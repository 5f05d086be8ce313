"""The divisions that ship with this version, and the one a part of the works lies in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sqlalchemy.orm import Session

from acceptance.domain.projects import Category
from acceptance.domain.works_divisions import Division, division_named_in, read_divisions
from acceptance.persistence.works import Works

FOLDER = Path(__file__).resolve().parents[1] / "catalogue" / "divisions"


@cache
def divisions_of(category: Category) -> tuple[Division, ...]:
    """Read once; none for a category whose checklists are few."""
    file = FOLDER / f"{category.value}.toml"
    return read_divisions(file.read_text(encoding="utf-8")) if file.exists() else ()


def division_of(session: Session, works: Works, category: Category) -> Division | None:
    """The division of a part, by the name of the nearest part above that is named after one."""
    names = []
    parent_id = works.parent_id
    while parent_id is not None:
        above = session.get_one(Works, parent_id)
        names.append(above.name)
        parent_id = above.parent_id
    return division_named_in(divisions_of(category), names)
