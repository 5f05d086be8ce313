"""What the limits that the bureau has set would make of a calculation; said to its people only.

The calculation itself stays with the shipped editions, so that its address gives everybody the same
result, and so that nothing is asked of the database for a stranger.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from acceptance.domain.evaluation.method import Method
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.standards.edition import Edition
from acceptance.queries.standards import editions_in_force
from acceptance.web.auth import current_viewer
from acceptance.web.calculators.forms import CalculationForm
from acceptance.web.calculators.reading import calculated
from acceptance.web.db import reading


@dataclass(frozen=True, slots=True)
class Changed:
    """A limit as the bureau has set it, with its table as shipped and as set."""

    shipped: Edition
    table: Edition
    name: str


@dataclass(frozen=True, slots=True)
class ByBureau:
    """The result by the bureau's limits, and those that it has set in the tables of the method."""

    result: Evaluation
    changed: tuple[Changed, ...]


def by_bureau(method: Method[Any], form: CalculationForm, shipped: Evaluation) -> ByBureau | None:
    """None for strangers, and where no limit that was used has been changed."""
    if not method.tables or current_viewer() is None:
        return None
    editions = editions_in_force(reading()).only(method.tables)
    if not editions.confirmed:
        return None
    found = calculated(method, form, editions)
    if found is None or found.basis.edition == shipped.basis.edition:
        return None
    changed = tuple(
        Changed(table, editions.of(table), name)
        for table in method.tables
        if table.standard == found.basis.standard and table.year == shipped.basis.edition
        for name in sorted(editions.of(table).changed)
    )
    return ByBureau(found, changed)
