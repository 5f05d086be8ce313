"""The reports of a strength lot on its record: number, laboratory, days and specimens of each group."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from acceptance.documents.record import render_record
from acceptance.domain.certificates import Paper
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordItem, RecordReport
from tests.builders.pdf import Pdf
from tests.builders.record_papers import ORDERED_AT, item, record

WHOLE = RecordReport(
    1, "HNT-2026-0118", "陇中建材检测公司", "2026-08-01", "2026-08-29", "28",
    ("32.1", "33.0", "31.8"), "32.3", "一层柱",
)  # fmt: skip


def said(*items: RecordItem) -> str:
    pdf = Pdf(render_record(record(Paper.BUILDING, Level.LOT, items=items), ORDERED_AT))
    return "".join("".join(pdf.text(number) for number in range(len(pdf.pages))).split())


def test_each_report_stands_below_the_item_it_is_of() -> None:
    told = said(item(points=0, reports=(WHOLE,)), item(2))
    assert "报告编号检测机构成型日期试验日期龄期d试件代表值" in told
    # The columns are narrow, so that a long number is broken in the middle.
    for word in ("HNT-2026-", "0118", "2026-08-01", "2026-08-29", "32.1", "31.8", "32.3"):
        assert word in told
    assert told.rindex("受力钢筋间距1") < told.index("报告编号") < told.rindex("受力钢筋间距2")


@pytest.mark.parametrize(
    ("blank", "dashes"), [({"cast": ""}, "—2026-08-29"), ({"tested": ""}, "2026-08-01—")]
)
def test_a_day_that_is_missing_is_a_dash(blank: dict[str, Any], dashes: str) -> None:
    assert dashes in said(item(points=0, reports=(replace(WHOLE, **blank),)))


def test_an_item_without_reports_has_no_such_table() -> None:
    assert "报告编号" not in said(item())
