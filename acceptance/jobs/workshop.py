"""What a job is given to work with."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.jobs.leases import Lease, report
from acceptance.jobs.printing import Press
from acceptance.runtime import Runtime
from acceptance.storage.store import Store


@dataclass(frozen=True, slots=True)
class Workshop:
    """A running job's connections, its press, its store, and the lease it reports under."""

    runtime: Runtime
    press: Press
    lease: Lease

    @property
    def store(self) -> Store:
        return self.runtime.papers

    def report(self, percent: int) -> None:
        """Say how far the work has come."""
        with self.runtime.write.begin() as session:
            report(session, self.lease, percent)
