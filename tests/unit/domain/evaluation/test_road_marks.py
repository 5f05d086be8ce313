"""Roads: marks out of 100 of JTG F80/1-2004 and of the acceptance rules."""

from __future__ import annotations

import pytest

from tests.support.worked_cases import ask


@pytest.mark.parametrize(
    ("rate", "deduction", "verdict"), [("75", "0", "pass"), ("76", "1.01", "fail")]
)
def test_seventy_five_is_enough_in_2004(rate: str, deduction: str, verdict: str) -> None:
    items = [{"rate": rate, "weight": 2}, {"score": rate, "weight": 1}]
    assert ask("score-2004", items=items, deduction=deduction)["verdict"] == verdict


@pytest.mark.parametrize(("deduction", "verdict"), [("5", "pass"), ("5.01", "fail")])
def test_the_documents_take_from_a_section(deduction: str, verdict: str) -> None:
    parts = [{"score": 90, "investment": 1}, {"score": 70, "investment": 1}]
    assert ask("section-score", parts=parts, deduction=deduction)["verdict"] == verdict


def test_an_article_is_cited_only_where_it_is_known() -> None:
    marks = dict.fromkeys(("owner", "design", "construction", "supervision"), 60)
    composite = ask("completion-composite", quality=60, **marks)
    quality = ask("completion-quality", handover=60, supervision=60, committee=60)
    assert composite["findings"][0]["clause"].endswith("第二十三条")
    assert quality["findings"][0]["clause"] == "公路工程竣（交）工验收办法"


@pytest.mark.parametrize(
    ("mark", "grade"),
    [("90", "excellent"), ("89.99", "qualified"), ("75", "qualified"), ("74.99", "unqualified")],
)
def test_the_quality_mark_has_grades(mark: str, grade: str) -> None:
    same = {"supervision": mark, "committee": mark}
    assert ask("completion-quality", handover=mark, **same)["grade"] == grade
    assert ask("completion-quality", merged=True, supervisor_rating=mark, **same)["grade"] == grade


@pytest.mark.parametrize(
    ("quality", "others", "grade", "reasons"),
    [
        ("90", "90", "excellent", []),
        ("89.5", "95", "qualified", ["quality_not_excellent"]),
        ("91", "87", "qualified", ["score_not_excellent"]),
        ("75", "75", "qualified", ["score_not_excellent", "quality_not_excellent"]),
        ("74", "76", "unqualified", ["score_below"]),
    ],
)
def test_the_composite_is_excellent_only_with_excellent_quality(
    quality: str, others: str, grade: str, reasons: list[str]
) -> None:
    parties = dict.fromkeys(("owner", "design", "construction", "supervision"), others)
    found = ask("completion-composite", quality=quality, **parties)
    assert found["grade"] == grade
    assert [finding["code"] for finding in found["findings"]] == reasons
