"""A report of the rates set as pages: the same facts always give the same bytes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from acceptance.documents import report_tables as tables
from acceptance.documents import report_wording as words
from acceptance.documents.complaints import no_complaints
from acceptance.documents.faces import TITLE, text_faces, unprintable, untitled
from acceptance.documents.figures import amount, in_fours, long_date
from acceptance.documents.report_areas import areas
from acceptance.documents.report_figures import figures, trends
from acceptance.documents.report_lists import lists
from acceptance.documents.setting import PRESS, TEMPLATES, laid_out
from acceptance.domain.reports import ReportFacts

UNPRINTABLE = "〓"  # what printers set for a character that they have not


def render_report(facts: ReportFacts, digest: str) -> bytes:
    """The PDF of a report; `digest` is the SHA-256 of its whole canonical facts, and the moment of
    counting is the only one inside the file."""
    with PRESS, no_complaints():
        written = _set(facts, digest).write_pdf(
            pdf_variant="pdf/a-3u", pdf_identifier=digest.encode()
        )
    return bytes(written)


def _set(facts: ReportFacts, digest: str) -> Any:
    text = TEMPLATES.get_template("report.html").render(
        facts=facts,
        title=words.TITLE,
        moment=datetime.fromisoformat(facts.taken_at),
        period=words.period_name(facts.period),
        cover=tables.cover(facts, digest),
        overview=tables.overview(facts),
        figures=figures(facts),
        trends=trends(facts),
        areas=areas(facts) if facts.areas else None,
        lists=lists(facts),
        definitions=tables.definitions(facts),
        rules=words.RULES,
        counted_on=long_date(facts.today),
        position=amount(facts.ledger_position),
        head=in_fours(facts.ledger_head),
        area_points=tables.cover_points(facts.area, 22),
        issuer_points=tables.cover_points(facts.issuer, 30),
    )
    # One rare character in the name of a project must not keep a county from its report; the XLSX
    # has it as it was written.
    text = text.translate(dict.fromkeys(map(ord, unprintable((text,))), UNPRINTABLE))
    # A title of mixed weights looks forged: what the bold face lacks is set in the plain one.
    plain = untitled((facts.issuer,))
    family = text_faces((text,))[0].family if plain else TITLE.family
    return laid_out(text, "report.css", issuer_family=f'"{family}"')
