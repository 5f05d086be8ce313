"""The files of a report, exactly as they were made once."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response
from flask.typing import ResponseReturnValue

from acceptance.documents.workbook import XLSX, file_name
from acceptance.domain.people import Permission
from acceptance.services.errors import NotFoundError
from acceptance.storage.store import MissingFileError
from acceptance.web.auth import needs
from acceptance.web.db import runtime
from acceptance.web.targets.blueprint import bp
from acceptance.web.targets.period_words import period_name
from acceptance.web.targets.report_views import find_report
from acceptance.web.wording import gettext as _

KINDS = {"pdf": "application/pdf", "xlsx": XLSX, "json": "application/json"}


@bp.get("/reports/<int:report_id>.<any(pdf, xlsx, json):kind>")
@needs(Permission.SEE_TARGETS)
def report_file(report_id: int, kind: str) -> ResponseReturnValue:
    """A file of a report, exactly as it was made once; `json` is its frozen facts."""
    page = find_report(report_id)
    digest = {"pdf": page.pdf_sha256, "xlsx": page.xlsx_sha256, "json": page.facts_sha256}[kind]
    if digest is None:
        raise NotFoundError
    try:
        content = runtime().papers.get(digest)
    except MissingFileError:
        raise NotFoundError from None
    name = file_name(_("指标报告"), page.area, period_name(page.ask.period), ending=kind)
    response = Response(content, mimetype=KINDS[kind])
    # A header takes only Latin letters as they are (RFC 6266).
    stands_for = {"filename*": f"UTF-8''{quote(name, safe='')}"}
    shown = "inline" if kind == "pdf" else "attachment"
    response.headers.set("Content-Disposition", shown, **stands_for)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
