"""What the paper of a signed agreement is set from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.persistence.agreements import AgreementPaper, AgreementSignature


class NotSignedError(LookupError):
    """There is no signed agreement with this number."""


@dataclass(frozen=True, slots=True)
class AgreementOrder:
    """What the paper is set from, and the paper's SHA-256 once it was made."""

    document: Mapping[str, Any]
    signed_at: datetime
    sha256: str | None


def agreement_order(session: Session, agreement_id: int) -> AgreementOrder:
    """The record of a signing as it was written down."""
    row = session.execute(
        select(AgreementSignature.document, AgreementSignature.signed_at, AgreementPaper.sha256)
        .outerjoin(AgreementPaper, AgreementPaper.agreement_id == AgreementSignature.agreement_id)
        .where(AgreementSignature.agreement_id == agreement_id)
    ).one_or_none()
    if row is None:
        raise NotSignedError(agreement_id)
    return AgreementOrder(json.loads(row[0]), row[1], row[2])
