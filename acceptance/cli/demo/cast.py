"""The organisations and people of the demonstration, made as an administrator makes them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.cli.demo.clock import Clock
from acceptance.cli.demo.stories import data
from acceptance.domain.credit_code import completed
from acceptance.domain.people import Actor, Role
from acceptance.persistence.areas import Area
from acceptance.services import accounts, activation, organisations
from acceptance.services.accounts import NewAccount, Post
from acceptance.services.activation import Founding
from acceptance.services.organisations import OrganisationFacts
from acceptance.services.passwords import hashed

# No l, I, O or 0: these passwords are read from a screen once and typed.
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class SignIn:
    """A login with its password, told once and kept nowhere."""

    login: str
    password: str
    name: str
    role: Role


@dataclass(slots=True)
class Cast:
    """Who takes part: people by login, organisations by their key, areas by their code."""

    people: dict[str, Actor] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)

    def owner_in(self, session: Session, area_code: str, clock: Clock) -> int:
        """The government of a township as owner; entered when it is first needed."""
        if area_code not in self.organisations:
            area = self.areas[area_code]
            facts = OrganisationFacts(f"{area.name}人民政府（示例）", area.id)
            self.organisations[area_code] = organisations.register(
                session, facts, self.people["guanli"], clock.tick()
            )
        return self.organisations[area_code]


def found_cast(session: Session, county_code: str, clock: Clock, hashes: Mapping[str, str]) -> Cast:
    """Make the bureau with its first administrator, then everybody else through him."""
    cast = Cast(areas={area.code: area for area in session.scalars(select(Area))})
    first, *others = data("cast")["person"]
    founding = Founding(
        first["login"], first["name"], data("cast")["bureau"], county_code, hashes[first["login"]]
    )
    token = activation.first_administrator_link(session, clock.tick())
    user = activation.found(session, token, founding, clock.tick())
    county = cast.areas[county_code]
    cast.people[user.login] = Actor(user.id, user.role, user.organisation_id, county.path)
    cast.organisations["bureau"] = user.organisation_id
    for number, table in enumerate(data("cast")["organisation"], start=1):
        _enter(session, cast, county, number, table, clock)
    for table in others:
        _invite(session, cast, county, table, clock, hashes[table["login"]])
    return cast


def draw_passwords() -> dict[str, str]:
    """A random password for each person: 60 bits."""
    return {
        table["login"]: "-".join(
            "".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3)
        )
        for table in data("cast")["person"]
    }


def hash_passwords(passwords: Mapping[str, str]) -> dict[str, str]:
    """Their hashes; slow on purpose, so done before any transaction."""
    return {login: hashed(password) for login, password in passwords.items()}


def sign_ins(passwords: Mapping[str, str]) -> tuple[SignIn, ...]:
    """What to tell the person at the terminal."""
    return tuple(
        SignIn(table["login"], passwords[table["login"]], table["name"], Role(table["role"]))
        for table in data("cast")["person"]
    )


def _enter(
    session: Session, cast: Cast, county: Area, number: int, table: Mapping[str, Any], clock: Clock
) -> None:
    # Area 000000 belongs to nobody, so that no real body can have such a code.
    code = completed(f"91000000MA0000{number:02}") if table.get("firm") else ""
    facts = OrganisationFacts(
        table["name"], county.id, code, is_authority=table.get("authority", False)
    )
    cast.organisations[table["key"]] = organisations.register(
        session, facts, cast.people["guanli"], clock.tick()
    )


def _invite(
    session: Session,
    cast: Cast,
    county: Area,
    table: Mapping[str, Any],
    clock: Clock,
    password_hash: str,
) -> None:
    area = cast.areas[table.get("area", county.code)]
    unit = cast.organisations[table.get("organisation", "bureau")]
    command = NewAccount(table["login"], table["name"], Post(Role(table["role"]), unit, area.id))
    link = accounts.create(session, command, cast.people["guanli"], clock.tick())
    activation.activate(session, link.token, password_hash, clock.tick())
    cast.people[command.login] = Actor(link.user_id, command.post.role, unit, area.path)
