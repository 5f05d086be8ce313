"""资料核查: the documents of a unit works on file (GB 50300-2013 H.0.1-2, H.0.1-3; SL 176 G-3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from acceptance.documents.figures import amount, short_date
from acceptance.documents.record_quality import TRUTHS, documents_said
from acceptance.documents.sheet import Cell, Kind, Row, Table, heads
from acceptance.domain.certificates import Paper
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_forms import RecordForm
from acceptance.domain.record_quality import FiledDocument

_WIDTHS = (6, 30, 20, 6, 11, 11)
_OPINIONS = {
    (Paper.BUILDING, RecordForm.CONTROL_DOCUMENTS): ("施工单位\n核查意见", "监理单位\n核查意见"),
    (Paper.BUILDING, RecordForm.FUNCTION_TESTS): ("核查意见", "抽查结果"),
    (Paper.WATER, RecordForm.CONTROL_DOCUMENTS): ("施工单位\n自查", "监理单位\n复查"),
}


def document_table(facts: RecordFacts) -> Table:
    """One row a document, under the trade it belongs to; copies and opinions are for ink."""
    title = "安全和功能检查项目" if facts.form is RecordForm.FUNCTION_TESTS else "资料名称"
    opinions = _OPINIONS[facts.paper, facts.form]
    head = heads("序号", title, "资料编号、日期", "份数", *opinions)
    return Table(_WIDTHS, tuple(_rows(facts.documents)), head)


def document_lines(facts: RecordFacts) -> list[tuple[str, str]]:
    """How many are on file, and what was recorded of all of them together."""
    tests = facts.form is RecordForm.FUNCTION_TESTS
    said = TRUTHS[facts.quality.functions_passed] if tests else documents_said(facts.quality)
    return [("归档情况", counted(facts.documents)), ("登记的核查结果", said)]


def counted(documents: Iterable[FiledDocument]) -> str:
    """共核查 … 项 of those that this project has, so that what does not apply is not missing."""
    documents = tuple(documents)
    filed = sum(each.on_file for each in documents)
    absent = sum(each.not_applicable for each in documents)
    missing = sum(each.missing for each in documents)
    parts = [f"应有及涉及 {amount(filed + missing)} 项", f"已归档 {amount(filed)} 项"]
    parts += [f"缺 {amount(missing)} 项"] if missing else []
    parts += [f"本工程不涉及 {amount(absent)} 项"] if absent else []
    return "，".join(parts)


def _rows(documents: Iterable[FiledDocument]) -> Iterator[Row]:
    group = ""
    for number, each in enumerate(documents, 1):
        if each.group != group:
            group = each.group
            yield (Cell(group, Kind.LABEL, span=len(_WIDTHS)),)
        yield (
            Cell(str(number), Kind.CENTRE),
            Cell(each.title),
            Cell(_filing(each)),
            *(Cell("", Kind.CENTRE) for _ in range(3)),
        )


def _filing(each: FiledDocument) -> str:
    if each.not_applicable:
        return f"本工程不涉及：{each.note}".removesuffix("：")
    if each.on_file:
        return f"{each.number}\n{short_date(each.dated)}".strip()
    return "未归档" if each.required else ""
