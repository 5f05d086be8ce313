"""A certificate's facts set as pages: the same facts always give the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from acceptance.documents.annexes import annexes
from acceptance.documents.codes import square_code
from acceptance.documents.complaints import no_complaints
from acceptance.documents.face import closing_table, face_tables
from acceptance.documents.faces import unprintable, untitled
from acceptance.documents.figures import amount, half_ems, in_fours, long_date
from acceptance.documents.setting import (
    PRESS,
    TEMPLATES,
    UnprintableError,
    attached,
    laid_out,
    whole_second,
    written,
)
from acceptance.documents.sheet import Table, pieces
from acceptance.documents.wording import PAPERS, paper_title
from acceptance.domain.certificates import CertificateFacts, Paper

NORMAL, DENSE = "normal", "dense"
ATTACHMENT = "certificate.json"
_TITLE_POINTS, _WIDTH_POINTS = 30, 441


@dataclass(frozen=True, slots=True)
class _Layout:
    """How tall rows are, whether annexes begin a page, and which rows begin one."""

    density: str = NORMAL
    annex_on_new_page: bool = True
    starts: tuple[tuple[str, int], ...] = ()

    def cut(self, table: Table) -> tuple[Table, ...]:
        return pieces(table, (row for key, row in self.starts if key == table.key))


def render_certificate(facts: CertificateFacts, issued_at: datetime) -> bytes:
    """The PDF/A-3u of a certificate, with its canonical facts attached as certificate.json.

    `issued_at` is the moment of issue in the ledger and the only date inside the file.
    """
    moment = whole_second(issued_at)
    document = facts.to_document()
    with PRESS, no_complaints():
        record = attached(document, ATTACHMENT, "证书事实（规范化 JSON）", moment)
        return written(_pages(facts, moment), f"{facts.number}|{facts.ledger_position}", record)


def _pages(facts: CertificateFacts, moment: datetime) -> Any:
    """Set the face on one page if rows of 7.3 or 6.6 mm allow it, then break the annexes."""
    layout = _Layout()
    pages = _set(facts, moment, layout)
    if _page_of(pages, "closing"):
        layout = _Layout(DENSE)
        pages = _set(facts, moment, layout)
        if _page_of(pages, "closing"):
            layout = _Layout(NORMAL, annex_on_new_page=False)
            pages = _set(facts, moment, layout)
    if starts := tuple(_broken_rows(pages, annexes(facts))):
        pages = _set(facts, moment, _Layout(layout.density, layout.annex_on_new_page, starts))
    return pages


def _set(facts: CertificateFacts, moment: datetime, layout: _Layout) -> Any:
    text = TEMPLATES.get_template("certificate.html").render(
        facts=facts,
        layout=layout,
        moment=moment,
        title=paper_title(facts),
        words=PAPERS[facts.paper],
        is_building=facts.paper is Paper.BUILDING,
        tables=face_tables(facts),
        closing=closing_table(facts),
        annexes=[piece for table in annexes(facts) for piece in layout.cut(table)],
        code=square_code(facts.verification_url),
        address=_short_address(facts.verification_url),
        issued=long_date(facts.issued_on),
        position=amount(facts.ledger_position),
        head=in_fours(facts.ledger_head),
        issuer_points=min(_TITLE_POINTS, _WIDTH_POINTS // max(1, len(facts.issuer))),
    )
    _refuse_unprintable(facts, text)
    return laid_out(text, "certificate.css")


def _refuse_unprintable(facts: CertificateFacts, text: str) -> None:
    titles = (facts.issuer, paper_title(facts), *(table.title for table in annexes(facts)))
    if lacking := unprintable((text,)) or untitled(titles):
        raise UnprintableError(f"{facts.number}: no face has {lacking}")


def _page_of(pages: Any, anchor: str) -> int:
    """The page, counted from 0, on which the element with this id begins."""
    return next(n for n, page in enumerate(pages.pages) if anchor in page.anchors)


def _broken_rows(pages: Any, tables: tuple[Table, ...]) -> Iterator[tuple[str, int]]:
    """Each annex row that begins a page its annex did not begin on."""
    for table in tables:
        found = [_page_of(pages, f"{table.key}-{row}") for row in range(len(table.rows))]
        for row in range(1, len(found)):
            if found[row] > found[row - 1]:
                yield table.key, row


def _short_address(address: str) -> str:
    """The address to be typed by hand, with its scheme where the line holds it."""
    parts = urlsplit(address)
    whole = f"{parts.scheme}://{parts.netloc}"
    return whole if half_ems(whole) <= 32 else parts.netloc
