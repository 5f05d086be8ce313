"""The time of the demonstration: it only goes forward, so that the ledger's times rise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from acceptance.domain.periods import LEGAL_ZONE, legal_date

_MORNING = time(8, 30)
_TICK = timedelta(seconds=20)


@dataclass(slots=True)
class Clock:
    """A clock that is set forward to each day and moves on with each act."""

    moment: datetime

    def begin(self, day: date) -> None:
        """Go to the morning of a day, or stay where the day before has lasted longer."""
        morning = datetime.combine(day, _MORNING, LEGAL_ZONE).astimezone(UTC)
        self.moment = max(self.moment, morning)
        if self.today != day:
            raise ValueError(f"{day} has too much in it")

    def tick(self) -> datetime:
        """The moment of the next act."""
        self.moment += _TICK
        return self.moment

    @property
    def today(self) -> date:
        return legal_date(self.moment)
