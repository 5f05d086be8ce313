"""A quality record's facts set as pages: the same facts always give the same bytes."""

from __future__ import annotations

from datetime import datetime

from acceptance.documents.complaints import no_complaints
from acceptance.documents.faces import unprintable
from acceptance.documents.figures import amount, in_fours
from acceptance.documents.record_closing import closing_tables
from acceptance.documents.record_forms import form_number, form_of
from acceptance.documents.record_heads import head_table
from acceptance.documents.record_items import item_table, point_table
from acceptance.documents.record_parts import part_table
from acceptance.documents.record_summary import summary_table, verdict_table
from acceptance.documents.setting import (
    PRESS,
    TEMPLATES,
    UnprintableError,
    attached,
    laid_out,
    whole_second,
    written,
)
from acceptance.domain.canonical import canonical
from acceptance.domain.record_facts import RecordFacts

ATTACHMENT = "record.json"


def render_record(facts: RecordFacts, ordered_at: datetime) -> bytes:
    """The PDF/A-3u of a record, with its canonical facts attached as record.json.

    `ordered_at` is the moment at which the facts were read and the only date inside the file.
    """
    moment = whole_second(ordered_at)
    document = facts.to_document()
    text = _text(facts, moment)
    if lacking := unprintable((text,)):
        raise UnprintableError(f"{facts.project_code}: no face has {lacking}")
    with PRESS, no_complaints():
        record = attached(document, ATTACHMENT, "记录事实（规范化 JSON）", moment)
        return written(laid_out(text, "record.css"), canonical(document), record)


def _text(facts: RecordFacts, moment: datetime) -> str:
    form = form_of(facts)
    body = item_table(facts) if facts.items else part_table(facts)
    tables = (head_table(facts), body, summary_table(facts))
    return TEMPLATES.get_template("record.html").render(
        facts=facts,
        title=form.title,
        number=form_number(facts),
        moment=moment,
        tables=[table for table in tables if table.rows],
        closing=(verdict_table(facts), *closing_tables(facts)),
        points=point_table(facts),
        doubtful=not facts.verified or any(not item.verified for item in facts.items),
        position=amount(facts.ledger_position),
        head=in_fours(facts.ledger_head),
    )
