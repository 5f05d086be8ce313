"""What stands before the first story: areas, catalogue, targets, people."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.cli import catalogue, db
from acceptance.cli.demo.cast import Cast, found_cast
from acceptance.cli.demo.clock import Clock
from acceptance.domain.areas import read_areas
from acceptance.domain.people import SYSTEM
from acceptance.persistence.projects import Project
from acceptance.persistence.users import User
from acceptance.services import areas, targets, templates

TARGETS = db.AREAS.with_name("targets.toml")


def is_used(session: Session) -> bool:
    """Whether somebody has worked here already: projects or people are there."""
    return any(session.scalar(select(kind.id).limit(1)) is not None for kind in (Project, User))


def lay_foundation(
    session: Session, county_code: str, clock: Clock, hashes: Mapping[str, str]
) -> Cast:
    """Put in the catalogue where it is missing, and make the cast."""
    areas.load(session, read_areas(db.AREAS.read_text(encoding="utf-8")))
    templates.publish(session, catalogue.read_folder(catalogue.CHECKLISTS), SYSTEM, clock.tick())
    targets.load_defaults(session, TARGETS.read_text(encoding="utf-8"), SYSTEM, clock.tick())
    return found_cast(session, county_code, clock, hashes)
