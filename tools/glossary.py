"""Writes docs/glossary.md: each stored word with its Chinese title, English title and identifier.

.venv/bin/python tools/glossary.py          write it
.venv/bin/python tools/glossary.py --check  exit with 1 when it is not up to date
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from acceptance.i18n import titles, translator  # noqa: E402 - the path is set above

GLOSSARY = ROOT / "docs" / "glossary.md"
HEAD = """# Glossary

The Chinese term is the one of the law and of the screens; the identifier is what is stored and
what the code says. This page is written by `tools/glossary.py` from `acceptance/i18n/titles.py` and
the English catalogue; `tests/house/` keeps it true.

## Terms

| 中文 | English | in the code |
| --- | --- | --- |
| 一次验收合格 | first-time pass: attempt 1 ended 合格 | `domain/counted.py` |
| 质量合格率 | quality pass rate, by the latest conclusion | `domain/conclusions.py` |
| 综合优良率 | combined excellence rate: pooled over all disciplines | `queries/behind.py` |
| 验收（计数） | counted acceptance; its attempts are numbered when opened | `persistence/attempts.py` |
| 还可不合格 n 项 | failure budget | `domain/rates.py` |
| 经手的人不作决定 | who took part does not decide | `services/touches.py`, guard `not_own_work` |
| 记录 | the ledger of acts | `services/ledger.py` |
| 接近限值 | near the limit; shown, never part of a verdict | `domain/checklists/` |
| 数值存疑 | in doubt: implausible, not failed | `domain/checklists/` |
| 合格点率 | pass share of measured points | `domain/checklists/judge.py` |
| 资料 | the papers an acceptance needs on file | `catalogue/documents/` |
| 工程划分 | the works tree in the levels of its standard | `persistence/works.py` |
"""


def glossary() -> str:
    """The whole page."""
    english = translator("en")
    parts = [HEAD]
    for kind, words in titles.TITLES.items():
        parts.append(
            f"\n## {kind.__name__}\n\n| 中文 | English | identifier |\n| --- | --- | --- |\n"
        )
        parts += [
            f"| {title} | {english.gettext(title)} | `{word.value}` |\n"
            for word, title in words.items()
        ]
    return "".join(parts)


def main() -> int:
    """Write the page, or say whether it is true."""
    if "--check" in sys.argv:
        return int(GLOSSARY.read_text(encoding="utf-8") != glossary())
    GLOSSARY.write_text(glossary(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
