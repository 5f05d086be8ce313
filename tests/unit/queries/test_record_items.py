"""The items of a record are printed by the editions that its verdict was found by."""

from __future__ import annotations

import pytest

from acceptance.domain.checklists.judge import judge
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.specimens import CUBE_GROUP_2010
from acceptance.queries.record_items import record_items
from tests.builders.checklist_templates import make_template, read_answers, statistical_document

# The smallest lies 20 % below the middle one.
GROUP = {
    "place": "一层柱", "report": "SJ-001", "laboratory": "示例检测", "cast": "2026-10-01",
    "tested": "2026-10-29", "s1": "32", "s2": "40", "s3": "42",
}  # fmt: skip


@pytest.mark.parametrize(
    ("editions", "value"),
    [
        (SHIPPED, "40"),
        (Editions({CUBE_GROUP_2010.code: {"most_apart": "0.2"}}), "38"),
    ],
    ids=["shipped", "confirmed"],
)
def test_a_group_is_printed_with_the_value_that_counted(editions: Editions, value: str) -> None:
    template = make_template(statistical_document(minimum_points=1))
    answers = read_answers(template, {"wall-01": {"values": [GROUP], "design": "30"}})
    verdict = judge(template, answers, editions)
    (item,) = record_items(template, answers, verdict, editions)
    assert [point.value for point in item.points] == [value]
    assert [report.value for report in item.reports] == [value]
