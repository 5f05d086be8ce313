"""The demonstration county as its command makes it, for tests that only look at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from click.testing import Result
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.domain.periods import Period
from acceptance.domain.recount import Recount, recount
from acceptance.persistence.users import User

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Demonstration:
    """The filled county, and what its command said."""

    app: Flask
    result: Result
    session: Session
    entries: list[dict[str, Any]]

    def rates(self, year: int, entries: list[dict[str, Any]] | None = None) -> dict[str, Recount]:
        return recount(self.entries if entries is None else entries, Period.year(year))

    def pair(self, year: int, code: str) -> tuple[int, int]:
        found = self.rates(year)[code]
        return len(found.numerator), len(found.denominator)

    def actor(self, login: str) -> Actor:
        """One of its people."""
        person = self.session.scalars(select(User).where(User.login == login)).one()
        return Actor(person.id, person.role, person.organisation_id, person.area.path)
