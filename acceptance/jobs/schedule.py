"""What is done by the clock, as a table: each duty with its interval."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from acceptance.jobs.leases import bury_lost
from acceptance.runtime import Runtime
from acceptance.services.acceptances import abandon_overdue
from acceptance.services.certificates import Issuer
from acceptance.services.starting import witness_now
from acceptance.storage.witness import NAME

log = logging.getLogger(__name__)

Duty = Callable[[Runtime], int]


def bury_lost_jobs(runtime: Runtime) -> int:
    """Leave to a person the jobs that kill their worker."""
    with runtime.write.begin() as session:
        return bury_lost(session, runtime.clock())


def abandon_overdue_attempts(runtime: Runtime) -> int:
    """End the attempts that were opened and never concluded (indicators.md, counting rule 3)."""
    settings = runtime.settings
    issuer = Issuer(settings.office, settings.issuer, settings.public_url)
    with runtime.write.begin() as session:
        return abandon_overdue(session, runtime.clock(), settings.abandon_after_days, issuer)


def witness_the_ledger(runtime: Runtime) -> int:
    """Write down outside the database where the ledger stands."""
    with runtime.read() as session:
        return int(witness_now(session, runtime.settings.data_dir / NAME, runtime.clock()))


DUTIES: tuple[tuple[timedelta, Duty], ...] = (
    (timedelta(seconds=30), bury_lost_jobs),
    (timedelta(hours=1), abandon_overdue_attempts),
    (timedelta(minutes=10), witness_the_ledger),
)


@dataclass(slots=True)
class Clerk:
    """Does each duty when its time has come; several clerks do no harm to each other."""

    runtime: Runtime
    _due: dict[Duty, datetime] = field(default_factory=dict)

    def do_what_is_due(self) -> None:
        now = self.runtime.clock()
        for interval, duty in DUTIES:
            if self._due.get(duty, now) <= now:
                self._due[duty] = now + interval
                if done := duty(self.runtime):
                    log.info("%s: %s", getattr(duty, "__name__", ""), done)
