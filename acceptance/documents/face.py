"""The face of a certificate: its tables from the facts, in the order of its trade's form."""

from __future__ import annotations

from acceptance.documents.figures import DASH, amount, long_date, percent, short_date
from acceptance.documents.sheet import PAIRS, WIDTH, Cell, Kind, Row, Table, heads, pairs, wide
from acceptance.documents.wording import (
    CATEGORIES,
    GRADES,
    PAPERS,
    RESULTS,
    SIZE_BASES,
    SIZES,
    attempt_text,
    first_time_text,
    grade_text,
    role_title,
)
from acceptance.domain.certificates import CertificateFacts, Paper, Tally


def face_tables(facts: CertificateFacts) -> tuple[Table, ...]:
    """The tables above the conclusion, top to bottom; those without rows are left out."""
    tables = (
        Table(PAIRS, _project(facts)),
        _parties(facts),
        _quantities(facts),
        _tallies(facts),
        Table(PAIRS, _assessment(facts)),
    )
    return tuple(table for table in tables if table.rows)


def closing_table(facts: CertificateFacts) -> Table:
    """Conclusion and conditions, which stay together with the signature; never blank."""
    rows = [
        wide("验收结论", facts.conclusion.strip() or DASH),
        wide(PAPERS[facts.paper].conditions, facts.conditions.strip() or "无。"),
    ]
    rows += [wide(remark.label, remark.value) for remark in facts.remarks]
    if facts.replaces:
        rows.append(wide("替代证书", facts.replaces))
    return Table(PAIRS, tuple(rows))


def _project(facts: CertificateFacts) -> tuple[Row, ...]:
    words = PAPERS[facts.paper]
    # The titles of the other two papers say already what kind of works they are about.
    kind = [("工程类别", CATEGORIES[facts.category])] if facts.paper is Paper.BUILDING else []
    lines = [
        *kind,
        ("项目编码", facts.project_code),
        ("规模等级", f"{SIZES[facts.size_class]}（{SIZE_BASES[facts.size_basis]}）"),
        *((p.label, p.value) for p in facts.particulars),
        ("开工日期", long_date(facts.started_on)),
        ("完工日期", long_date(facts.finished_on)),
    ]
    return (
        wide("工程名称", facts.project_name),
        wide(words.place, facts.place or DASH),
        *pairs(lines),
        wide("验收依据", f"{facts.rule_set}《{facts.rule_set_title}》"),
    )


def _parties(facts: CertificateFacts) -> Table:
    """With leader and date on the paper of buildings; elsewhere those stand in the annex."""
    if facts.paper is not Paper.BUILDING:
        rows: tuple[Row, ...] = tuple(
            (Cell(role_title(facts.paper, p.role), Kind.LABEL), Cell(p.organisation))
            for p in facts.parties
        )
        return Table((14, 70), rows)
    signed = tuple(
        (
            Cell(role_title(facts.paper, p.role), Kind.LABEL),
            Cell(p.organisation),
            Cell(p.leader or DASH, Kind.CENTRE),
            Cell(short_date(p.signed_on) or DASH, Kind.CENTRE),
        )
        for p in facts.parties
    )
    head = heads("参建各方", "单位名称", "项目负责人", "签认日期")
    return Table((14, 42, 14, 14), signed, head)


def _quantities(facts: CertificateFacts) -> Table:
    rows = tuple(
        (
            Cell(str(number), Kind.CENTRE),
            Cell(q.name),
            Cell(q.unit, Kind.CENTRE),
            Cell(amount(q.designed), Kind.NUMBER),
            Cell(amount(q.done), Kind.NUMBER),
            Cell(percent(q.done, q.designed), Kind.NUMBER),
        )
        for number, q in enumerate(facts.quantities, 1)
    )
    head = heads("序号", "主要工程量", "单位", "设计", "完成", "完成率 %")
    return Table((6, 30, 12, 12, 12, 12), rows, head)


def _tallies(facts: CertificateFacts) -> Table:
    if all(tally.excellent is None for tally in facts.tallies):
        return _tallies_across(facts.tallies)
    rows = tuple(
        (
            Cell(t.name),
            Cell(amount(t.total), Kind.NUMBER),
            Cell(amount(t.qualified), Kind.NUMBER),
            *_excellence(t.total, t.excellent),
        )
        for t in facts.tallies
    )
    head = heads("质量评定", "总数", "合格", "其中优良", "优良率 %")
    return Table((20, 16, 16, 16, 16), rows, head)


def _tallies_across(tallies: tuple[Tally, ...]) -> Table:
    """Without grades the levels stand side by side, so that the whole face keeps to one page."""
    if not tallies:
        return Table((WIDTH,), ())
    room, more = divmod(WIDTH - PAIRS[0], len(tallies))
    widths = (PAIRS[0], *(room + (place < more) for place in range(len(tallies))))
    counts = (f"{amount(t.qualified)}/{amount(t.total)}" for t in tallies)
    rates = (percent(t.qualified, t.total) for t in tallies)
    rows: tuple[Row, ...] = tuple(
        (Cell(label, Kind.LABEL), *(Cell(text, Kind.CENTRE) for text in texts))
        for label, texts in (("合格/总数", counts), ("合格率 %", rates))
    )
    return Table(widths, rows, heads("质量评定", *(t.name for t in tallies)))


def _excellence(total: int, excellent: int | None) -> Row:
    if excellent is None:
        return (Cell(DASH, Kind.NUMBER), Cell(DASH, Kind.NUMBER))
    return (Cell(amount(excellent), Kind.NUMBER), Cell(percent(excellent, total), Kind.NUMBER))


def _assessment(facts: CertificateFacts) -> tuple[Row, ...]:
    lines = [
        ("验收组织单位", facts.organiser),
        (PAPERS[facts.paper].accepted_on, long_date(facts.accepted_on)),
        *_attempt_lines(facts),
        *_grade_lines(facts),
    ]
    if facts.filing_body:
        lines.append(("备案机关", facts.filing_body))
    if facts.filing_body or facts.filing_number:
        lines.append(("备案编号", facts.filing_number or "签发时尚未备案"))
    rows = tuple(pairs(lines))
    if facts.members and facts.paper is not Paper.WATER:
        named = "、".join(m.name + (f"（{m.duty}）" if m.duty else "") for m in facts.members)
        rows += (wide("验收组成员", named, Kind.NAMES),)
    return rows


def _attempt_lines(facts: CertificateFacts) -> list[tuple[str, str]]:
    """The fuller papers of roads and water works leave a first success to the line above."""
    if facts.first_time and facts.paper is not Paper.BUILDING:
        return []
    return [("验收次序", attempt_text(facts)), ("一次验收通过", first_time_text(facts))]


def _grade_lines(facts: CertificateFacts) -> list[tuple[str, str]]:
    """Water works are found 合格 and graded 优良 in two cells; others have one line."""
    if facts.paper is Paper.WATER:
        grade = GRADES[facts.grade] if facts.grade else "所用规则集不评优良"
        return [("竣工质量结论", RESULTS[facts.result]), ("评定等级", grade)]
    return [("质量等级", grade_text(facts))]
