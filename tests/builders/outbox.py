"""A worker's surroundings: a clock that a test moves, and a certificate whose paper is to be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from acceptance.domain.projects import Category
from acceptance.persistence.certificates import Certificate
from acceptance.services.certificates import Issuer, issue
from tests.builders.lives import step
from tests.builders.registry import Registry

NOW = datetime(2015, 6, 15, 8, 30, tzinfo=UTC)
ISSUER = Issuer("陇建验", "陇西县住房和城乡建设局", "https://yanshou.example")


@dataclass(slots=True)
class Clock:
    """Stands still until a test moves it."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        return self.moment


def certificate(registry: Registry) -> Certificate:
    """A certificate as the approving transaction leaves it: its paper waits in the outbox."""
    project = registry.project(Category.BUILDING)
    step(registry, project, "pass", date(2015, 5, 3))
    return issue(registry.session, project, registry.approver, NOW, ISSUER)
