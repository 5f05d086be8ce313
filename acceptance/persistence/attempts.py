"""Counted acceptance attempts: numbered when opened, never deleted, never re-dated."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Grade
from acceptance.persistence.base import Base, PrimaryKey, words
from acceptance.persistence.organisations import Organisation
from acceptance.workflow.stages import Stage


class Attempt(Base):
    """One counted acceptance. `decided_on` is the legal date of the decision in Asia/Shanghai.

    `overturned_at` is set when the certificate that rested on it is revoked; the attempt then
    counts as not passed. A void attempt keeps in `voided_result` how it had ended.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("project_id", "stage", "number"),
        CheckConstraint("(result IS NULL) = (decided_on IS NULL)", name="result_with_date"),
        Index(
            "uq_attempt_one_open",
            "project_id",
            unique=True,
            sqlite_where=text("result IS NULL"),
            postgresql_where=text("result IS NULL"),
        ),
        Index("ix_attempt_decided_on_project_id", "decided_on", "project_id"),
        Index(
            "ix_attempt_voided_at",
            "voided_at",
            sqlite_where=text("voided_at IS NOT NULL"),
            postgresql_where=text("voided_at IS NOT NULL"),
        ),
    )

    id: Mapped[PrimaryKey]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    stage: Mapped[Stage] = mapped_column(words(Stage))
    number: Mapped[int]
    opened_at: Mapped[datetime]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    meeting_on: Mapped[date]
    organiser: Mapped[str] = mapped_column(String(120), default="")
    result: Mapped[AttemptResult | None] = mapped_column(words(AttemptResult))
    decided_on: Mapped[date | None]
    concluded_at: Mapped[datetime | None]
    concluded_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    conclusion: Mapped[str] = mapped_column(Text, default="")
    grade: Mapped[Grade | None] = mapped_column(words(Grade))
    overturned_at: Mapped[datetime | None]
    voided_result: Mapped[AttemptResult | None] = mapped_column(words(AttemptResult))
    void_reason: Mapped[str] = mapped_column(String(500), default="")
    void_requested_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    void_requested_at: Mapped[datetime | None]
    voided_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    voided_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    signatures: Mapped[list[Signature]] = relationship(order_by="Signature.id")

    __mapper_args__ = {"version_id_col": version}


class Signature(Base):
    """A party's statutory opinion at the meeting; recorded evidence, not a decision.

    The ledger holds the signer only as a digest with this row's `salt`, so that the name can be
    erased without breaking the chain.
    """

    __tablename__ = "signature"
    __table_args__ = (UniqueConstraint("attempt_id", "role", "organisation_id"),)

    id: Mapped[PrimaryKey]
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), index=True)
    role: Mapped[PartyRole] = mapped_column(words(PartyRole))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    signer: Mapped[str] = mapped_column(String(60), default="")
    salt: Mapped[str] = mapped_column(String(32))
    opinion: Mapped[Opinion] = mapped_column(words(Opinion))

    organisation: Mapped[Organisation] = relationship()
