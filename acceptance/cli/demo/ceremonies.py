"""目标责任书 of the demonstration: drawn up and signed in January, assessed a year later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.cli.demo.scene import Scene
from acceptance.cli.demo.stories import data
from acceptance.domain.agreements import AgreedTarget
from acceptance.domain.indicators import IndicatorCode
from acceptance.persistence.agreements import Agreement
from acceptance.queries.agreements import holder_key
from acceptance.services import agreements, assessments
from acceptance.services.agreements import DrawUp, SignAgreement

_YEARS = {"this": 0, "last": -1}
_DRAWN, _SIGNED, _ASSESSED = (1, 8), (1, 15), (1, 20)  # month and day
_STATES = {"drawn": 1, "signed": 2, "assessed": 3}


@dataclass(frozen=True, slots=True)
class Ceremony:
    """One step of an agreement on its day. `table` is what the file says of the agreement."""

    day: date
    year: int
    table: Mapping[str, Any]
    step: Callable[[Scene, Session, Ceremony], None]

    def perform(self, scene: Scene, session: Session) -> None:
        """Take the step."""
        scene.clock.begin(self.day)
        self.step(scene, session, self)


def read_ceremonies(today: date) -> tuple[Ceremony, ...]:
    """Every step that lies before today, as the file orders the agreements."""
    steps = (each for table in data("agreements")["agreement"] for each in _steps(table, today))
    return tuple(step for step in steps if step.day < today)


def _steps(table: Mapping[str, Any], today: date) -> Iterator[Ceremony]:
    year = today.year + _YEARS[table["year"]]
    days = (date(year, *_DRAWN), date(year, *_SIGNED), date(year + 1, *_ASSESSED))
    for day, step in zip(days[: _STATES[table["state"]]], (_draw, _sign, _assess), strict=False):
        yield Ceremony(day, year, table, step)


def _draw(scene: Scene, session: Session, ceremony: Ceremony) -> None:
    table = ceremony.table
    targets = (AgreedTarget(IndicatorCode(code), value) for code, value in table["targets"].items())
    command = DrawUp(
        ceremony.year,
        table["area"],
        tuple(targets),
        data("agreements")["asking_office"],
        table["office"],
        _unit(scene, table),
    )
    agreements.draw_up(session, command, scene.cast.people["guanli"], scene.clock.tick())


def _sign(scene: Scene, session: Session, ceremony: Ceremony) -> None:
    command = SignAgreement(_agreement(scene, session, ceremony), ceremony.day, scene.issuer.name)
    agreements.sign_agreement(session, command, scene.cast.people["lingdao"], scene.clock.tick())


def _assess(scene: Scene, session: Session, ceremony: Ceremony) -> None:
    assessments.assess(
        session,
        _agreement(scene, session, ceremony),
        scene.cast.people["lingdao"],
        scene.clock.tick(),
        conditional_counts=scene.conditional_counts,
    )


def _agreement(scene: Scene, session: Session, ceremony: Ceremony) -> int:
    holder = holder_key(ceremony.table["area"], _unit(scene, ceremony.table))
    return session.scalars(
        select(Agreement.id).where(Agreement.holder == holder, Agreement.year == ceremony.year)
    ).one()


def _unit(scene: Scene, table: Mapping[str, Any]) -> int | None:
    return scene.cast.organisations[table["unit"]] if "unit" in table else None
