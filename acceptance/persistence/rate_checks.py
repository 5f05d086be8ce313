"""The comparisons of the rates with the second count."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped

from acceptance.persistence.base import Base, PrimaryKey


class RateCheck(Base):
    """A comparison of the rates with the second count from the ledger, up to its act `seq`.

    `differences` counts the projects on which the two counts disagree.
    """

    __tablename__ = "rate_check"

    id: Mapped[PrimaryKey]
    at: Mapped[datetime]
    seq: Mapped[int]
    differences: Mapped[int]
