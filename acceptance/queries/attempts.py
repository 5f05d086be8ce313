"""The counted acceptances of a project: how each was held and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row, select
from sqlalchemy.orm import Session, aliased, selectinload

from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.counted import CountedAttempt, counted_first, counted_latest
from acceptance.domain.parties import PartyRole
from acceptance.domain.periods import Period
from acceptance.domain.projects import Grade
from acceptance.persistence.attempts import Attempt, Signature
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.users import User
from acceptance.workflow.stages import Stage

EVER = Period(date.min, date.max)


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """What a party said at the meeting."""

    role: PartyRole
    organisation: str
    opinion: Opinion
    signer: str


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One attempt. `void_requested_unit` is the unit that asked to set it aside; `had_ended` how a
    void attempt had ended; `overturned` says that its certificate was revoked."""

    id: int
    number: int
    stage: Stage
    result: AttemptResult | None
    opened_at: datetime
    opened_by: str
    meeting_on: date
    organiser: str
    decided_on: date | None
    concluded_at: datetime | None
    conclusion: str
    grade: Grade | None
    overturned: bool
    had_ended: AttemptResult | None
    void_reason: str
    void_requested_by: str
    void_requested_unit: str
    void_requested_at: datetime | None
    voided_at: datetime | None
    opinions: tuple[OpinionLine, ...]

    @property
    def is_void(self) -> bool:
        return self.result is AttemptResult.VOID

    @property
    def void_is_wanted(self) -> bool:
        """Whether somebody asked to set it aside and nobody has confirmed yet."""
        return self.void_requested_at is not None and not self.is_void

    @property
    def agreeing(self) -> int:
        return sum(1 for said in self.opinions if said.opinion is Opinion.AGREE)

    @property
    def counted(self) -> CountedAttempt:
        """The attempt as the rates see it."""
        return CountedAttempt(
            self.number,
            self.had_ended if self.is_void else self.result,
            self.decided_on,
            voided=self.is_void,
            overturned=self.overturned,
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """The two statements about a project, which may differ and are both true. `first` decides the
    first-time rate for ever, `latest` the rates by newest conclusion; None before any decision."""

    first: AttemptLine | None
    first_passed: bool | None
    latest: AttemptLine | None
    latest_passed: bool | None


def attempts_of(session: Session, project_id: int) -> tuple[AttemptLine, ...]:
    """All attempts of a project by number, the void ones too."""
    opener, asker = aliased(User), aliased(User)
    rows = session.execute(
        select(Attempt, opener.name, asker.name, Organisation.name)
        .outerjoin(opener, opener.id == Attempt.opened_by)
        .outerjoin(asker, asker.id == Attempt.void_requested_by)
        .outerjoin(Organisation, Organisation.id == asker.organisation_id)
        .where(Attempt.project_id == project_id)
        .options(selectinload(Attempt.signatures).joinedload(Signature.organisation))
        .order_by(Attempt.number)
    )
    return tuple(_line(row) for row in rows)


def standing_of(attempts: tuple[AttemptLine, ...], *, conditional_counts: bool) -> Standing:
    """How a project stands by its attempts, as the rates count them."""
    by_number = {attempt.number: attempt for attempt in attempts}
    counted = [attempt.counted for attempt in attempts]
    first = counted_first(counted, conditional_counts=conditional_counts)
    latest = counted_latest(counted, EVER, conditional_counts=conditional_counts)
    return Standing(
        by_number[first.number] if first else None,
        first.passed(conditional_counts=conditional_counts) if first and first.is_decided else None,
        by_number[latest.number] if latest else None,
        latest.passed(conditional_counts=conditional_counts) if latest else None,
    )


def _line(row: Row[Attempt, str, str, str]) -> AttemptLine:
    attempt, opener, asker, unit = row
    return AttemptLine(
        id=attempt.id,
        number=attempt.number,
        stage=attempt.stage,
        result=attempt.result,
        opened_at=attempt.opened_at,
        opened_by=opener or "",
        meeting_on=attempt.meeting_on,
        organiser=attempt.organiser,
        decided_on=attempt.decided_on,
        concluded_at=attempt.concluded_at,
        conclusion=attempt.conclusion,
        grade=attempt.grade,
        overturned=attempt.overturned_at is not None,
        had_ended=attempt.voided_result,
        void_reason=attempt.void_reason,
        void_requested_by=asker or "",
        void_requested_unit=unit or "",
        void_requested_at=attempt.void_requested_at,
        voided_at=attempt.voided_at,
        opinions=tuple(
            OpinionLine(said.role, said.organisation.name, said.opinion, said.signer)
            for said in attempt.signatures
        ),
    )
