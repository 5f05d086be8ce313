"""An act on a project: what was asked for, what its steps need, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.domain.projects import Grade
from acceptance.persistence.projects import Project
from acceptance.services.attempts import PartyOpinion
from acceptance.services.certificates import Issuer
from acceptance.services.ledger import record
from acceptance.services.rectifications import Problem
from acceptance.workflow.actions import Action


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody wants to do to a project, with everything he gave.

    `seen` is the ledger position of the project's newest act when the page was made: an act on
    another content than the one seen is refused as stale.
    """

    project_id: int
    action: Action
    seen: int | None = None
    reason: str = ""
    meeting_on: date | None = None
    organiser: str = ""
    conclusion: str = ""
    opinions: tuple[PartyOpinion, ...] = ()
    problems: tuple[Problem, ...] = ()
    grade: Grade | None = None
    score: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. Empty findings mean that it was done; `certificate_id` when one was made."""

    findings: tuple[Finding, ...] = ()
    certificate_id: int | None = None

    @property
    def done(self) -> bool:
        return not self.findings


@dataclass(frozen=True, slots=True)
class Deed:
    """An act on its way: what all its steps need. `limits` is what the ledger says of the limits
    that it was decided by."""

    session: Session
    project: Project
    command: Act
    actor: Actor
    now: datetime
    issuer: Issuer
    limits: Mapping[str, Any] = field(default_factory=dict)


def record_act(deed: Deed, tag: str, payload: Mapping[str, Any]) -> None:
    """Write the act down in the ledger of its project."""
    record(
        deed.session, deed.actor, deed.now, tag, "project", deed.project.id, payload, deed.project
    )
