"""What a viewer may see: everything inside the area he belongs to, and nothing outside it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project


def inside(path: str) -> ColumnElement[bool]:
    """Areas at or below `path`."""
    if not path:
        return true()
    return Area.path.startswith(path, autoescape=True)


def visible(actor: Actor) -> ColumnElement[bool]:
    """Projects in the viewer's area."""
    if not actor.area_path:
        return true()
    return Project.area_id.in_(select(Area.id).where(inside(actor.area_path)))


def project_in_scope(session: Session, actor: Actor, project_id: int) -> Project | None:
    """The project, or None when it does not exist or lies outside the viewer's area."""
    return session.scalars(
        select(Project).where(Project.id == project_id, visible(actor))
    ).one_or_none()
