"""Certificates, and the counters that give them numbers without a gap."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.domain.certificate_state import CertificateState
from acceptance.persistence.base import Base, PrimaryKey, words


class Certificate(Base):
    """A certificate as issued. `facts` is the canonical JSON that the paper is rendered from;
    `code` is the unguessable part of the verification address."""

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("office", "year", "serial"),
        Index(
            "uq_certificate_one_in_force",
            "project_id",
            unique=True,
            sqlite_where=text("state = 'in_force'"),
            postgresql_where=text("state = 'in_force'"),
        ),
    )

    id: Mapped[PrimaryKey]
    number: Mapped[str] = mapped_column(String(60), unique=True)
    office: Mapped[str] = mapped_column(String(20))
    year: Mapped[int]
    serial: Mapped[int]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), unique=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    facts: Mapped[str] = mapped_column(Text)
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    issued_at: Mapped[datetime]
    state: Mapped[CertificateState] = mapped_column(words(CertificateState))
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    revoked_reason: Mapped[str] = mapped_column(String(500), default="")
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))
    pdf_sha256: Mapped[str | None] = mapped_column(String(64))


class Counter(Base):
    """The last number given out. It is raised in the transaction that uses the number."""

    __tablename__ = "counter"

    office: Mapped[str] = mapped_column(String(20), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[int]


class VerificationMiss(Base):
    """A verification that named no certificate, counted by address to slow guessing down."""

    __tablename__ = "verification_miss"
    __table_args__ = (Index("ix_verification_miss_address_at", "address_hash", "at"),)

    id: Mapped[PrimaryKey]
    address_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
