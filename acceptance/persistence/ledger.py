"""The ledger: one row per act that changes a legal state, chained by hashes, never changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.append_only import append_only
from acceptance.persistence.base import Base, PrimaryKey


@append_only
class LedgerRow(Base):
    """`payload` is canonical JSON; `hash` covers every other column and the row before."""

    __tablename__ = "ledger"
    __table_args__ = (Index("ix_ledger_project_id_seq", "project_id", "seq"),)

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    role: Mapped[str] = mapped_column(String(20))
    action: Mapped[str] = mapped_column(String(60), index=True)
    object_kind: Mapped[str] = mapped_column(String(40))
    object_id: Mapped[str] = mapped_column(String(60))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id"))
    project_code: Mapped[str | None] = mapped_column(String(40))
    payload: Mapped[str] = mapped_column(Text)
    prev_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)


class LedgerHead(Base):
    """The one row that gives out the next number; locking it makes numbers gapless."""

    __tablename__ = "ledger_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[PrimaryKey]
    seq: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
