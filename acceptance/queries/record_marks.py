"""The marks of a road part on its record, where its rule set scores."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.arithmetic import exact, short_text
from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.exact import decimal_text
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts, RecordItem, RecordPart
from acceptance.domain.record_quality import Marks
from acceptance.domain.rollup.marks import SCORED, RowMark, rated_items, row_marks, sub_item_mark
from acceptance.domain.standards.highway_acceptance import HIGHWAY_ACCEPTANCE_2004
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.persistence.works_records import WorksRecord
from acceptance.queries.checklist_sheets import Sheet
from acceptance.queries.record_parts import RecordTree
from acceptance.queries.road_marks import MarkBook, leaf_mark
from acceptance.queries.standards import editions_in_force

PLACES = 2


def with_marks(
    session: Session, project: Project, facts: RecordFacts, works_id: int | None, tree: RecordTree
) -> RecordFacts:
    """With the marks of a part, or of the project, and of the parts below it."""
    if project.rule_set != SCORED:
        return facts
    book = MarkBook(session, project.id, tree)
    below = tree.below(works_id)
    parts = tuple(_part(part, each, book) for part, each in zip(facts.parts, below, strict=True))
    works = tree.get(works_id) if works_id is not None else None
    score = book.mark(works) if works else book.whole()
    return replace(facts, parts=parts, marks=_marks(session, Marks(), score))


def with_item_marks(
    session: Session, project: Project, facts: RecordFacts, filled: Sheet, verdict: ChecklistVerdict
) -> RecordFacts:
    """With the marks of one inspection: the weight and the mark of each row of the printed table
    at its first item, and what the sub-item comes to."""
    if project.rule_set != SCORED:
        return facts
    codes = [item.code for item in filled.template.items]
    rows = row_marks(filled.template.code, rated_items(verdict.to_document()["items"]))
    first = {min(set(row.items) & set(codes), key=codes.index): row for row in rows}
    items = tuple(
        _item(item, first.get(code)) for code, item in zip(codes, facts.items, strict=True)
    )
    row = session.scalar(select(WorksRecord).where(WorksRecord.works_id == filled.works_id))
    marks = Marks(
        before=_text(sub_item_mark(rows, exact(0))),
        deducted_look=_taken(row.deducted_look if row else None),
        deducted_documents=_taken(row.deducted_documents if row else None),
        entered=not rows and row is not None and row.score is not None,
    )
    score = leaf_mark(rows, row)
    return replace(facts, items=items, marks=_marks(session, marks, score))


def _item(item: RecordItem, row: RowMark | None) -> RecordItem:
    return replace(item, weight=str(row.weight), mark=_text(row.mark)) if row else item


def _part(part: RecordPart, works: Works, book: MarkBook) -> RecordPart:
    mark, counted = book.mark(works), book.counted(works)
    unit = works.level is Level.UNIT
    weight = book.investment(works) if unit else book.weight(works)
    weighed = None if counted is None or weight is None else counted * weight
    return replace(
        part,
        score=_text(mark),
        weight=_text(weight),
        weighed=_text(weighed),
        reworked=book.is_reworked(works),
    )


def _marks(session: Session, marks: Marks, score: Fraction | None) -> Marks:
    line = editions_in_force(session).of(HIGHWAY_ACCEPTANCE_2004).qualified
    passed = None if score is None else score >= line
    return replace(marks, score=_text(score), line=_text(line), passed=passed)


def _taken(points: Decimal | None) -> str:
    return "" if points is None else decimal_text(points)


def _text(value: Fraction | None) -> str:
    return "" if value is None else short_text(value, PLACES)
