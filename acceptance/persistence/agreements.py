"""Target responsibility agreements (目标责任书): every row is written once, a change is a new row."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.persistence.append_only import append_only
from acceptance.persistence.base import Base, PrimaryKey


@append_only
class Agreement(Base):
    """A version as drawn up: `terms` is its canonical JSON. Without a unit the area itself signs.

    `holder` is the area's code, with the unit's id behind a colon: one holder, year and version
    exist once. `drawn_for` is the organisation of who drew it up, as it was then.
    """

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("holder", "year", "version"),)

    id: Mapped[PrimaryKey]
    holder: Mapped[str] = mapped_column(String(40))
    year: Mapped[int]
    version: Mapped[int]
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    terms: Mapped[str] = mapped_column(Text)
    terms_sha256: Mapped[str] = mapped_column(String(64))
    drawn_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    drawn_for: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    drawn_at: Mapped[datetime]


@append_only
class AgreementTarget(Base):
    """A target of a version; the same as in its terms, to be asked for in statements."""

    __tablename__ = "agreement_target"
    __table_args__ = (UniqueConstraint("agreement_id", "indicator"),)

    id: Mapped[PrimaryKey]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"))
    indicator: Mapped[str] = mapped_column(String(40))
    value: Mapped[str] = mapped_column(String(10))
    since: Mapped[int | None]


@append_only
class AgreementSignature(Base):
    """That a version was signed: `document` is the canonical JSON that its paper is set from."""

    __tablename__ = "agreement_signature"

    agreement_id: Mapped[int] = mapped_column(
        ForeignKey("agreement.id"), primary_key=True, autoincrement=False
    )
    document: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    signed_on: Mapped[date]
    signed_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    signed_at: Mapped[datetime]


@append_only
class AgreementPaper(Base):
    """The SHA-256 of the paper of a signed version, as it was set once."""

    __tablename__ = "agreement_paper"

    agreement_id: Mapped[int] = mapped_column(
        ForeignKey("agreement.id"), primary_key=True, autoincrement=False
    )
    sha256: Mapped[str] = mapped_column(String(64))


@append_only
class AgreementAssessment(Base):
    """A yearly assessment, confirmed by a person. A later one stands beside it, never instead."""

    __tablename__ = "agreement_assessment"

    id: Mapped[PrimaryKey]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    document: Mapped[str] = mapped_column(Text)
    assessed_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    assessed_at: Mapped[datetime]
