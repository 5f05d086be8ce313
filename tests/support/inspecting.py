"""What the tests of checklists do and look at again and again."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from acceptance.persistence.checklists import Checklist
from acceptance.persistence.ledger import LedgerRow
from acceptance.services.drafts import SaveDraft, save_draft
from acceptance.services.errors import (
    RefusedError,
)
from acceptance.services.submission_content import Submit
from acceptance.services.submissions import Submitted, submit
from tests.builders.checklists import (
    Lot,
)
from tests.builders.projects import County


def do_submit(county: County, command: Submit, who: str = "inspector") -> Submitted:
    return submit(county.session, command, county.actor(who), county.now)


def row(county: County, lot: Lot) -> Checklist:
    county.session.expire_all()
    return county.session.get_one(Checklist, lot.checklist_id)


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> set[str]:
    return {finding.code for finding in refused.value.findings}


def acts(county: County, action: str) -> list[LedgerRow]:
    return list(county.session.scalars(select(LedgerRow).where(LedgerRow.action == action)))


def save(
    county: County, lot: Lot, answers: object, version: int = 1, who: str = "inspector"
) -> int:
    command = SaveDraft(lot.checklist_id, version, answers)
    return save_draft(county.session, command, county.actor(who), county.now)
