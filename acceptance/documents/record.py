"""A quality record's facts set as pages: the same facts always give the same bytes."""

from __future__ import annotations

from datetime import datetime

from acceptance.documents.complaints import no_complaints
from acceptance.documents.figures import amount, in_fours
from acceptance.documents.record_forms import form_number, form_of
from acceptance.documents.record_layout import layout_of
from acceptance.documents.setting import (
    PRESS,
    TEMPLATES,
    attached,
    laid_out,
    whole_second,
    written,
)
from acceptance.documents.typed_signs import printable, typed
from acceptance.domain.canonical import canonical
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_forms import RecordForm

ATTACHMENT = "record.json"


def render_record(facts: RecordFacts, ordered_at: datetime) -> bytes:
    """The PDF/A-3u of a record, with its canonical facts attached as record.json.

    `ordered_at` is the moment at which the facts were read and the only date inside the file.
    """
    moment = whole_second(ordered_at)
    document = facts.to_document()
    # One rare sign in a note must not keep a record from its paper; its facts have it as written.
    text = printable(typed(_text(facts, moment)))
    with PRESS, no_complaints():
        record = attached(document, ATTACHMENT, "记录事实（规范化 JSON）", moment)
        return written(laid_out(text, "certificate.css", "record.css"), canonical(document), record)


def _text(facts: RecordFacts, moment: datetime) -> str:
    return TEMPLATES.get_template("record.html").render(
        facts=facts,
        title=form_of(facts).title,
        number=form_number(facts),
        moment=moment,
        dense=facts.level is Level.UNIT and facts.form is RecordForm.RATING,
        layout=layout_of(facts),
        doubtful=not facts.verified or any(not item.verified for item in facts.items),
        position=amount(facts.ledger_position),
        head=in_fours(facts.ledger_head),
    )
