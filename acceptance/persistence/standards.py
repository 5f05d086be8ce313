"""Limits of standards that the bureau confirms or changes: what one proposes, another decides."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.append_only import append_only
from acceptance.persistence.base import Base, PrimaryKey


@append_only
class LimitProposal(Base):
    """A value for one limit of a table of a standard, as somebody read it in the printed text.

    `edition` is the code of the table, `field` the name of the limit; `value` and `before` are
    texts, a decimal or a fraction, empty where the limit is no single number and is confirmed as it
    stands. `seen` is the printed page or clause.
    """

    __tablename__ = "limit_proposal"
    __table_args__ = (Index("ix_limit_proposal_edition_field", "edition", "field"),)

    id: Mapped[PrimaryKey]
    edition: Mapped[str] = mapped_column(String(80))
    field: Mapped[str] = mapped_column(String(60))
    value: Mapped[str] = mapped_column(String(40))
    before: Mapped[str] = mapped_column(String(40))
    seen: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(String(500))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    proposed_at: Mapped[datetime]


@append_only
class LimitDecision(Base):
    """What the second person says of a proposal; a confirmed one makes a new edition of the table,
    in the order of `id`."""

    __tablename__ = "limit_decision"
    __table_args__ = (CheckConstraint("confirmed OR reason <> ''", name="declined_with_reason"),)

    id: Mapped[PrimaryKey]
    proposal_id: Mapped[int] = mapped_column(ForeignKey("limit_proposal.id"), unique=True)
    confirmed: Mapped[bool]
    reason: Mapped[str] = mapped_column(String(500))
    decided_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    decided_at: Mapped[datetime]
