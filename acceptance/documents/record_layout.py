"""Which tables stand on which form of a quality record, from the top to the signatures."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.documents.record_closing import (
    closing_tables,
    reviewing_table,
    station_table,
)
from acceptance.documents.record_documents import document_lines, document_table
from acceptance.documents.record_heads import head_table
from acceptance.documents.record_items import item_table, point_table
from acceptance.documents.record_minutes import members_table, minutes_table
from acceptance.documents.record_parts import part_table
from acceptance.documents.record_scores import score_table, team_table
from acceptance.documents.record_sights import sight_table
from acceptance.documents.record_summary import line_table, summary_table, verdict_table
from acceptance.documents.sheet import Table
from acceptance.domain.certificates import Paper
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_forms import RecordForm


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables that may break over pages, those that stay together, and the annex."""

    tables: tuple[Table, ...]
    closing: tuple[Table, ...]
    points: Table | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        tables = (*self.tables, *self.closing)
        return tuple(table.note for table in tables if table.note)


def layout_of(facts: RecordFacts) -> Layout:
    """The tables of the form that these facts are for."""
    head = head_table(facts)
    match facts.form:
        case RecordForm.RATING:
            body = item_table(facts) if facts.items else part_table(facts)
            tables = (head, body, summary_table(facts))
            closing = (verdict_table(facts), *closing_tables(facts))
            return Layout(_filled(tables), closing, point_table(facts))
        case RecordForm.MINUTES:
            return Layout((head, minutes_table(facts)), (members_table(facts),))
        case RecordForm.APPEARANCE if facts.paper is Paper.BUILDING:
            return Layout((head, sight_table(facts)), (reviewing_table(facts.paper),))
        case RecordForm.APPEARANCE:
            return Layout((head, score_table(facts)), (team_table(), station_table()))
        case RecordForm.CONTROL_DOCUMENTS | RecordForm.FUNCTION_TESTS:
            summary = line_table(document_lines(facts))
            tables = (head, document_table(facts), summary)
            return Layout(_filled(tables), (reviewing_table(facts.paper),))


def _filled(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    return tuple(table for table in tables if table.rows)
