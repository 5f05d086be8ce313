"""A report of the rates set as pages: the same facts always give the same bytes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from markupsafe import Markup

from acceptance.documents import report_tables as tables
from acceptance.documents import report_wording as words
from acceptance.documents.complaints import no_complaints
from acceptance.documents.faces import TITLE, text_faces, untitled
from acceptance.documents.figures import amount, in_fours
from acceptance.documents.report_agreements import agreements, prizes
from acceptance.documents.report_areas import areas
from acceptance.documents.report_figures import figures, trends
from acceptance.documents.report_lists import lists
from acceptance.documents.report_rules import RULES
from acceptance.documents.setting import PRESS, TEMPLATES, laid_out
from acceptance.documents.speech import gettext as _
from acceptance.documents.speech import speaking
from acceptance.documents.typed_signs import printable
from acceptance.domain.reports import ReportFacts

_FOLIO = {name: Markup(f'<span class="{name}"></span>') for name in ("page", "pages")}  # noqa: S704


def render_report(facts: ReportFacts, digest: str) -> bytes:
    """The PDF of a report; `digest` is the SHA-256 of its whole canonical facts, and the moment of
    counting is the only one inside the file."""
    with PRESS, no_complaints(), speaking(facts.language):
        written = _set(facts, digest).write_pdf(
            pdf_variant="pdf/a-3u", pdf_identifier=digest.encode()
        )
    return bytes(written)


def _set(facts: ReportFacts, digest: str) -> Any:
    text = TEMPLATES.get_template("report.html").render(
        facts=facts,
        _=_,
        title=_(words.TITLE),
        moment=datetime.fromisoformat(facts.taken_at),
        period=words.period_name(facts.period),
        cover=tables.cover(facts, digest),
        overview=tables.overview(facts),
        figures=figures(facts),
        trends=trends(facts),
        areas=areas(facts) if facts.areas else None,
        agreements=agreements(facts),
        prizes=prizes(facts),
        lists=lists(facts),
        definitions=tables.definitions(facts),
        rules=[_(rule) for rule in RULES],
        folio=Markup(_("第 %(page)s 页　共 %(pages)s 页")) % _FOLIO,  # noqa: S704 - our own text
        position=amount(facts.ledger_position),
        head=in_fours(facts.ledger_head),
        area_points=tables.cover_points(facts.area, 22),
        issuer_points=tables.cover_points(facts.issuer, 30),
    )
    # One rare character in the name of a project must not keep a county from its report; the XLSX
    # has it as it was written.
    return _laid_out(facts, printable(text))


def _laid_out(facts: ReportFacts, text: str) -> Any:
    """A title of mixed weights looks forged: what the bold face lacks is set in the plain one, and
    it holds the characters of Chinese titles only."""
    plain = f'"{text_faces((text,))[0].family}"'
    bold = f'"{TITLE.family}"'
    return laid_out(
        text,
        "report.css",
        title_family=plain if untitled((_(words.TITLE),)) else bold,
        issuer_family=plain if untitled((facts.issuer,)) else bold,
    )
