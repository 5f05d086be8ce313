"""The marks of the parts of a road by JTG F80/1-2004, from its newest inspections."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.arithmetic import exact
from acceptance.domain.checklists.words import Verdict
from acceptance.domain.rollup.marks import (
    RowMark,
    mark_of_parts,
    mark_of_units,
    rated_items,
    row_marks,
    sub_item_mark,
)
from acceptance.domain.standards.jtg_weights import REWORKED, weight_of_part
from acceptance.persistence.checklists import Checklist, Submission
from acceptance.persistence.works import Works
from acceptance.persistence.works_records import WorksRecord
from acceptance.queries.record_parts import RecordTree


class MarkBook:
    """The marks of every part of one project; None while one is not known."""

    def __init__(self, session: Session, project_id: int, tree: RecordTree) -> None:
        self._tree = tree
        of_project = WorksRecord.project_id == project_id
        rows = session.scalars(select(WorksRecord).where(of_project)).all()
        self._records = {row.works_id: row for row in rows}
        self._rows, self._failed = _inspected(session, project_id)

    def mark(self, works: Works) -> Fraction | None:
        """Of a sub-item by its newest inspection, of anything above it by the parts below."""
        if not works.is_leaf:
            below = self._tree.below(works.id)
            return mark_of_parts((self.counted(each), self.weight(each)) for each in below)
        found = self._rows.get(works.id, {})
        # The tables of several checklists of one sub-item do not add up.
        rows = next(iter(found.values())) if len(found) == 1 else ()
        return leaf_mark(rows, self._records.get(works.id))

    def counted(self, works: Works) -> Fraction | None:
        """The mark as it counts in the part above: less after rework and a second rating."""
        mark = self.mark(works)
        return mark * REWORKED if mark is not None and self.is_reworked(works) else mark

    def weight(self, works: Works) -> Fraction:
        return weight_of_part(is_main=works.is_main)

    def is_reworked(self, works: Works) -> bool:
        """Whether a sub-item failed an inspection before its newest one."""
        return works.is_leaf and works.id in self._failed

    def investment(self, works: Works) -> Fraction | None:
        """What a unit works cost, in 10⁴ yuan."""
        row = self._records.get(works.id)
        return exact(str(row.investment_wan)) if row and row.investment_wan is not None else None

    def whole(self) -> Fraction | None:
        """The mark of the project."""
        units = self._tree.below(None)
        return mark_of_units((self.mark(each), self.investment(each)) for each in units)


def leaf_mark(rows: Sequence[RowMark], row: WorksRecord | None) -> Fraction | None:
    """Computed where the weights are known, else as entered by those who rated the sub-item."""
    taken = (row.deducted_look, row.deducted_documents) if row else ()
    deduction = sum((exact(str(each)) for each in taken if each is not None), exact(0))
    computed = sub_item_mark(rows, deduction)
    if computed is None and row is not None and row.score is not None:
        return exact(str(row.score))
    return computed


def _inspected(
    session: Session, project_id: int
) -> tuple[dict[int, dict[str, tuple[RowMark, ...]]], set[int]]:
    """The rows of the newest inspection of each leaf by template, and the leaves of which one
    before the newest had failed."""
    found = session.execute(
        select(Checklist, Submission.verdict)
        .join(Submission, Submission.checklist_id == Checklist.id)
        .where(Checklist.project_id == project_id)
        .order_by(Checklist.number)
    )
    rows: dict[int, dict[str, tuple[RowMark, ...]]] = defaultdict(dict)
    last: dict[tuple[int, str], str | None] = {}
    failed: set[int] = set()
    for checklist, verdict in found:
        place = (checklist.works_id, checklist.template_code)
        if last.get(place) == Verdict.FAILED:
            failed.add(checklist.works_id)
        last[place] = checklist.verdict
        rated = rated_items(json.loads(verdict)["items"])
        rows[checklist.works_id][checklist.template_code] = row_marks(
            checklist.template_code, rated
        )
    return rows, failed
