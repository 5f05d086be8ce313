"""Numbers of test reports: the same paper is found again however its number was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from acceptance.domain.checklists.entries import Answers

_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class NamedReport:
    """A report that an item of a checklist leans on; `point` counts its groups from 0."""

    item: str
    point: int
    number: str
    laboratory: str

    @property
    def key(self) -> str:
        return report_key(self.number)


def report_key(number: str) -> str:
    """Letters and digits alone, so that space, hyphens, width and case make no other number."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", number)).upper()


def reports_in(answers: Answers) -> Iterator[NamedReport]:
    """Every report named in a checklist, group by group."""
    for code, entry in answers.entries.items():
        for index, point in enumerate(entry.values):
            if report_key(point.group.report):
                yield NamedReport(code, index, point.group.report, point.group.laboratory)
