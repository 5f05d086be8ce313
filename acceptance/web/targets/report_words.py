"""What a page says of a report: which projects it counts, and what became of its files."""

from __future__ import annotations

import json
from enum import StrEnum

from acceptance.domain.records import NotARecordError
from acceptance.domain.reports import ReportFacts
from acceptance.queries.populations import NOBODY
from acceptance.queries.reports import ReportLine
from acceptance.storage.store import DamagedFileError, MissingFileError, Store
from acceptance.web.language import titled
from acceptance.web.wording import gettext as _


class Files(StrEnum):
    """The files of a report: still waited for, given up, at hand, or lost; `UNREADABLE`: lost or
    given up, and not to be made of the frozen facts, which are lost too or of an older version."""

    WAITING = "waiting"
    FAILED = "failed"
    READY = "ready"
    LOST = "lost"
    UNREADABLE = "unreadable"


def at_hand(page: ReportLine, store: Store) -> tuple[str, ...]:
    """The kinds of files that can be taken."""
    kinds = {"pdf": page.pdf_sha256, "xlsx": page.xlsx_sha256, "json": page.facts_sha256}
    return tuple(kind for kind, digest in kinds.items() if digest and store.has(digest))


def files_of(page: ReportLine, store: Store) -> Files:
    """What became of the files of a report."""
    if not (page.is_ready or page.has_failed):
        return Files.WAITING
    if page.is_ready and len(at_hand(page, store)) == len(("pdf", "xlsx", "json")):
        return Files.READY
    if page.facts_sha256 and not _can_be_read(page.facts_sha256, store):
        return Files.UNREADABLE
    return Files.FAILED if page.has_failed else Files.LOST


def narrowing(page: ReportLine) -> str:
    """Which projects a report counts, in the words of its cover."""
    ask = page.ask
    parts = [
        titled(ask.size),
        titled(ask.category),
        _("责任单位：%(unit)s", unit=page.unit) if page.unit else "",
        _("没有登记责任单位") if ask.unit == NOBODY else "",
        _("只看本级") if ask.only else "",
    ]
    return _("，").join(part for part in parts if part) or _("全部项目")


def _can_be_read(digest: str, store: Store) -> bool:
    try:
        ReportFacts.from_document(json.loads(store.get(digest)))
    except (MissingFileError, DamagedFileError, NotARecordError):
        return False
    return True
