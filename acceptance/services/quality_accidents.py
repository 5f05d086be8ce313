"""Quality accidents of a part: recorded with the class that follows from the loss, then treated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from sqlalchemy.orm import Session

from acceptance.domain.evaluation.methods.water_procedure import Accident, accident_class
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.persistence.works_records import QualityAccident
from acceptance.queries.standards import editions_in_force
from acceptance.services.errors import NotFoundError
from acceptance.services.ledger import record
from acceptance.services.locking import refuse
from acceptance.services.touches import touch
from acceptance.services.works_checks import why_closed
from acceptance.services.works_records import part_of


@dataclass(frozen=True, slots=True)
class RecordAccident:
    """An accident; `kind` is the kind of works, `loss_wan` the direct loss in 10⁴ yuan."""

    works_id: int
    happened_on: date
    kind: str
    loss_wan: Decimal
    what: str


@dataclass(frozen=True, slots=True)
class TreatAccident:
    """The accident has been treated and the works checked again."""

    accident_id: int
    treated_on: date
    how: str


def record_accident(session: Session, command: RecordAccident, actor: Actor, now: datetime) -> int:
    """Record an accident; its id. It can be treated and never taken away."""
    project, works = part_of(session, command.works_id, actor)
    refuse((*why_closed(project), *_not_ahead(command.happened_on, now, "happened_on")))
    given = Accident(works=command.kind, loss_wan=Fraction(command.loss_wan))
    classed = accident_class(given, editions_in_force(session))
    row = QualityAccident(
        works_id=works.id,
        project_id=project.id,
        happened_on=command.happened_on,
        kind=command.kind,
        loss_wan=command.loss_wan,
        accident=str(classed.figures["accident"]),
        what=command.what,
        recorded_by=actor.id,
        recorded_at=now,
    )
    session.add(row)
    session.flush()
    touch(session, actor, now, project.id, "recorded quality")
    payload = {
        "code": works.code,
        "name": works.name,
        "happened_on": row.happened_on.isoformat(),
        "kind": row.kind,
        "loss_wan": str(row.loss_wan),
        "accident": row.accident,
        "edition": classed.basis.cited,
        "what": row.what,
    }
    record(session, actor, now, "works.accident_recorded", "works", works.id, payload, project)
    return row.id


def treat_accident(session: Session, command: TreatAccident, actor: Actor, now: datetime) -> None:
    """Record that an accident has been treated."""
    row = session.get(QualityAccident, command.accident_id)
    if row is None:
        raise NotFoundError
    project, works = part_of(session, row.works_id, actor)
    early = command.treated_on < row.happened_on
    reasons = [*why_closed(project), *_not_ahead(command.treated_on, now, "treated_on")]
    if early:
        reasons.append(Finding.of("treated_before_accident", "", None, "treated_on"))
    refuse(reasons)
    row.treated_on, row.treated_how = command.treated_on, command.how
    touch(session, actor, now, project.id, "recorded quality")
    payload = {
        "code": works.code,
        "name": works.name,
        "accident": row.accident,
        "treated_on": command.treated_on.isoformat(),
        "how": command.how,
    }
    record(session, actor, now, "works.accident_treated", "works", works.id, payload, project)


def _not_ahead(day: date, now: datetime, field: str) -> tuple[Finding, ...]:
    return (Finding.of("day_in_the_future", "", None, field),) if day > legal_date(now) else ()
