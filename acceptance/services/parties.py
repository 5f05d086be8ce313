"""Who takes part in a project: organisations by role, and who leads for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project, ProjectParty
from acceptance.services.errors import StaleError
from acceptance.services.ledger import record
from acceptance.services.locking import locked_project, refuse
from acceptance.services.touches import touch


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation in its role. `leader` is the person who leads for it, if known."""

    role: PartyRole
    organisation_id: int
    leader: str = ""


@dataclass(frozen=True, slots=True)
class SetParties:
    """Other parties for a project, written by somebody who saw `version` of it."""

    project_id: int
    version: int
    parties: tuple[Party, ...]


def set_parties(session: Session, command: SetParties, actor: Actor, now: datetime) -> None:
    """Make these the parties of a project."""
    project = locked_project(session, command.project_id, actor)
    if project.version != command.version:
        raise StaleError
    put_parties(session, project, command.parties, actor, now)


def put_parties(
    session: Session, project: Project, parties: tuple[Party, ...], actor: Actor, now: datetime
) -> None:
    """Make these the parties of a project that the caller has locked.

    The ledger holds organisations only; leaders are persons and stay out of it.
    """
    refuse((*_twice(parties), *_unknown(session, parties)))
    session.execute(delete(ProjectParty).where(ProjectParty.project_id == project.id))
    session.add_all(
        ProjectParty(
            project_id=project.id,
            organisation_id=party.organisation_id,
            role=party.role,
            leader=party.leader,
        )
        for party in parties
    )
    session.expire(project, ["parties"])
    # The parties are part of what a person sees of the project, so its version moves on.
    project.updated_at = now
    flag_modified(project, "updated_at")
    touch(session, actor, now, project.id, "named parties")
    record(session, actor, now, "project.parties", "project", project.id,
           _payload(parties), project)  # fmt: skip


def _payload(parties: tuple[Party, ...]) -> dict[str, list[int]]:
    by_role: dict[str, list[int]] = {}
    for party in parties:
        by_role.setdefault(party.role, []).append(party.organisation_id)
    return {role: sorted(ids) for role, ids in by_role.items()}


def _twice(parties: tuple[Party, ...]) -> tuple[Finding, ...]:
    counted = Counter((party.role, party.organisation_id) for party in parties)
    return tuple(
        Finding.of("party_twice", field=f"parties-{_last(parties, pair)}-organisation_id")
        for pair, count in counted.items()
        if count > 1
    )


def _last(parties: tuple[Party, ...], pair: tuple[PartyRole, int]) -> int:
    return max(n for n, party in enumerate(parties) if (party.role, party.organisation_id) == pair)


def _unknown(session: Session, parties: tuple[Party, ...]) -> tuple[Finding, ...]:
    wanted = {party.organisation_id for party in parties}
    known = set(session.scalars(select(Organisation.id).where(Organisation.id.in_(wanted))))
    return tuple(
        Finding.of("organisation_unknown", field=f"parties-{n}-organisation_id")
        for n, party in enumerate(parties)
        if party.organisation_id not in known
    )
