"""Accounts, their activation links, sessions, and the throttle of sign-ins."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from acceptance.domain.people import Role
from acceptance.persistence.areas import Area
from acceptance.persistence.base import Base, PrimaryKey, words
from acceptance.persistence.organisations import Organisation


class User(Base):
    """One person, one account, one role."""

    __tablename__ = "user_account"

    id: Mapped[PrimaryKey]
    login: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(60))
    role: Mapped[Role] = mapped_column(words(Role))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    active: Mapped[bool] = mapped_column(default=True)
    locale: Mapped[str] = mapped_column(String(5), default="zh")
    created_at: Mapped[datetime]

    organisation: Mapped[Organisation] = relationship()
    area: Mapped[Area] = relationship()


class Activation(Base):
    """A one-time link by which a person sets a password. Only its hash is stored."""

    __tablename__ = "activation"

    id: Mapped[PrimaryKey]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class SignInSession(Base):
    """A signed-in browser. Deleting the row signs it out at its next request."""

    __tablename__ = "sign_in_session"

    id: Mapped[PrimaryKey]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class SignInFailure(Base):
    """A refused sign-in, counted by login and by address to slow guessing down."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (
        Index("ix_sign_in_failure_login_at", "login_hash", "at"),
        Index("ix_sign_in_failure_address_at", "address_hash", "at"),
    )

    id: Mapped[PrimaryKey]
    login_hash: Mapped[str] = mapped_column(String(64))
    address_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
