"""What the demonstration leaves behind: certificates, ledger, rates, and a summary to read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import sha256
from acceptance.domain.periods import legal_date
from acceptance.i18n.titles import title_of
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.projects import Project
from acceptance.queries.ledger import head, verify
from acceptance.storage.store import Store

NO_DATA = "无数据"


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the demonstration as it was told: the day, the project, what was done."""

    day: str
    code: str
    said: str


def write_certificates(session: Session, papers: Store, out: Path) -> list[Path]:
    """Each certificate's paper, named by its number."""
    rows = session.execute(
        select(Certificate.number, Certificate.pdf_sha256).order_by(Certificate.id)
    )
    files = []
    for row in rows:
        if row.pdf_sha256 is None:
            raise LookupError(f"{row.number} has no paper")
        file = out / f"{row.number}.pdf"
        file.write_bytes(papers.get(row.pdf_sha256))
        files.append(file)
    return files


def write_json(file: Path, document: Mapping[str, Any]) -> None:
    """A document to be read by people and programs."""
    text = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False)
    file.write_text(f"{text}\n", encoding="utf-8")


def summary(
    session: Session, told: Sequence[Told], rates: Mapping[str, Any], files: Sequence[Path]
) -> str:
    """What happened, in Chinese: projects, rates, files with their digests, head of the ledger."""
    seq, link = head(session)
    bad = verify(session)
    parts = [
        "# 无界面演示：从登记到证书",
        "本次演示在新建的数据库上，仅通过业务服务完成登记、检查、验收、整改、批准和发证。",
        "单位、人员和项目均为示例。",
        "## 项目",
        _table(("项目编号", "名称", "类别", "验收", "证书", "所处环节"), _projects(session)),
        "## 一次验收合格率等指标",
        _table(("期间", "指标", "合格数", "应计数", "比率", "目标", "达标"), _figures(rates)),
        f"依据台账重新计算的结果：{'一致' if rates['agree'] else '不一致'}。",
        "## 经过",
        _table(("日期", "项目编号", "事项"), ((one.day, one.code, one.said) for one in told)),
        "## 文件",
        _table(("文件", "SHA-256"), ((f.name, sha256(f.read_bytes())) for f in files)),
        "## 台账",
        f"共 {seq} 条，末条哈希 `{link}`，校验"
        + ("通过。" if bad is None else f"未通过：第 {bad.seq} 条。"),
    ]
    return "\n\n".join(parts) + "\n"


def _projects(session: Session) -> Iterable[tuple[str, ...]]:
    numbers: dict[int, list[str]] = {}
    for certificate in session.scalars(select(Certificate).order_by(Certificate.id)):
        numbers.setdefault(certificate.project_id, []).append(
            f"{certificate.number}（{title_of(certificate.state)}）"
        )
    for project in session.scalars(select(Project).order_by(Project.code)):
        attempts = session.scalars(
            select(Attempt).where(Attempt.project_id == project.id).order_by(Attempt.number)
        )
        yield (
            project.code,
            project.name,
            title_of(project.category),
            "；".join(_attempt(attempt) for attempt in attempts) or "—",
            "；".join(numbers.get(project.id, ())) or "—",
            title_of(project.stage),
        )


def _attempt(attempt: Attempt) -> str:
    if attempt.result is None or attempt.concluded_at is None:
        return f"第 {attempt.number} 次：未结论"
    grade = f"，质量等级{title_of(attempt.grade)}" if attempt.grade else ""
    day = legal_date(attempt.concluded_at)
    return f"第 {attempt.number} 次：{title_of(attempt.result)}{grade}，{day}"


def _figures(rates: Mapping[str, Any]) -> Iterable[tuple[str, ...]]:
    for period in rates["periods"]:
        for figure in period["indicators"]:
            decided = figure["denominator"]
            percent = figure["percent"]
            yield (
                period["period"],
                figure["title"],
                str(figure["numerator"]),
                "—" if decided is None else str(decided),
                "—" if decided is None else (NO_DATA if percent is None else f"{percent}%"),
                figure["target"] or "未设定",
                {True: "达标", False: "未达标", None: "不评价"}[figure["met"]],
            )


def _table(head_cells: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head_cells, ["---"] * len(head_cells), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
