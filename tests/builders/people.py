"""A bureau and its people, with passwords that open nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.areas import read_areas
from acceptance.domain.people import Actor, Role
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.users import User
from acceptance.services import areas
from acceptance.services.passwords import hashed

COUNTY = "621122"
AREAS = Path(areas.__file__).resolve().parents[1] / "catalogue" / "areas.toml"
PASSWORD = "four plain words together"
# Hashed once: it is slow on purpose.
PASSWORD_HASH = hashed(PASSWORD)


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person in the database, and the actor he is."""

    id: int
    login: str
    actor: Actor


def load_areas(session: Session) -> None:
    """The areas of the catalogue, as `db upgrade` puts them in."""
    areas.load(session, read_areas(AREAS.read_text(encoding="utf-8")))


def make_organisation(
    session: Session, name: str = "示例县建设局", area: str = COUNTY
) -> Organisation:
    """The organisation of this name, made when it is not there."""
    found = session.scalars(select(Organisation).where(Organisation.name == name)).one_or_none()
    if found is None:
        place = session.scalars(select(Area).where(Area.code == area)).one()
        found = Organisation(name=name, area_id=place.id, is_authority=True)
        session.add(found)
        session.flush()
    return found


def make_person(
    session: Session,
    now: datetime,
    role: Role = Role.INSPECTOR,
    login: str = "",
    area: str = COUNTY,
    organisation: str = "示例县建设局",
) -> Somebody:
    """A person who has set his password. The areas have to be there."""
    place = session.scalars(select(Area).where(Area.code == area)).one()
    user = User(
        login=login or role.value,
        name=f"示例{role.value}",
        role=role,
        organisation_id=make_organisation(session, organisation).id,
        area_id=place.id,
        password_hash=PASSWORD_HASH,
        created_at=now,
    )
    session.add(user)
    session.flush()
    actor = Actor(user.id, role, user.organisation_id, place.path)
    return Somebody(user.id, user.login, actor)
