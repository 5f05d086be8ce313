"""The list behind a figure as a spreadsheet: the same lines as on the page, all of its pages."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response, abort, request
from flask.typing import ResponseReturnValue

from acceptance.documents.workbook import XLSX, Sheet, Value, file_name, workbook
from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.people import Permission
from acceptance.queries.explain import whole_list
from acceptance.queries.listing import MOST_LISTED, Line, Part
from acceptance.services.errors import NotFoundError
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading
from acceptance.web.language import reasoned, titled
from acceptance.web.targets import words
from acceptance.web.targets.asking import asked
from acceptance.web.targets.blueprint import bp
from acceptance.web.targets.period_words import period_name
from acceptance.web.wording import gettext as _

WIDTHS = (24, 40, 18, 8, 14, 12, 50, 16)


@bp.get("/<code>.xlsx")
@needs(Permission.SEE_TARGETS)
def take_list(code: str) -> ResponseReturnValue:
    """A part of the list of a figure, every line of it as far as a process can carry."""
    wanted = request.args.get("part", "")
    if code not in set(IndicatorCode) - set(AWARDS) or wanted not in set(Part):
        abort(404)
    indicator, part, ask = IndicatorCode(code), Part(wanted), asked()
    found = whole_list(reading(), current_actor(), ask, indicator, part)
    if found is None:
        raise NotFoundError
    place, lines = found
    name = words.part_name(part, indicator)
    rows = [_row(line, part) for line in lines]
    if len(rows) == MOST_LISTED:
        said = _("只列最近的 %(n)s 行；其余请按下一级区域下载。", n=MOST_LISTED)
        rows.append(("", said, "", None, "", None, "", ""))
    sheet = Sheet(name, _head(), rows, WIDTHS)
    title = (words.short_title(indicator), name, period_name(ask.period), place.name)
    return attached(workbook((sheet,), now()), XLSX, file_name(*title, ending="xlsx"))


def attached(content: bytes, kind: str, name: str) -> Response:
    """A file to be kept; a header takes Chinese letters only in this form (RFC 6266)."""
    response = Response(content, mimetype=kind)
    words_of_header = {"filename*": f"UTF-8''{quote(name, safe='')}"}
    response.headers.set("Content-Disposition", "attachment", **words_of_header)
    return response


def _head() -> tuple[str, ...]:
    return (
        _("项目编号"), _("项目名称"), _("区域"), _("验收次数"), _("结果"), _("决定日期"), _("结论"),
        _("现在"),
    )  # fmt: skip


def _row(line: Line, part: Part) -> tuple[Value, ...]:
    result = titled(line.result) if line.result else _("尚未结论")
    if line.overturned:
        result = _("证书已撤销")
    said = line.void_reason if part is Part.VOIDED else reasoned(line.conclusion)
    return (
        line.code, line.name, line.area, line.number, result, line.decided_on, said,
        titled(line.stage),
    )  # fmt: skip
