"""Small checklist templates, made by the same reader as the real ones."""

from __future__ import annotations

from typing import Any

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.reading import from_document
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import ChecklistVerdict

Document = dict[str, Any]


def item_document(code: str = "wall-01", **changes: Any) -> Document:
    """One item; a measured one of at most 8 mm unless another kind is asked for."""
    document: Document = {
        "code": code,
        "title": "表面平整度",
        "title_en": "Flatness",
        "class": "general",
        "kind": "measure",
        "requirement": "≤ 8 mm",
        "requirement_en": "≤ 8 mm",
        "clause": "8.3.2",
    }
    if changes.get("kind", "measure") == "measure":
        document |= {"unit": "mm", "high": "8"}
    document |= changes
    return {key: value for key, value in document.items() if value is not None}


def statistical_document(code: str = "wall-01", **changes: Any) -> Document:
    """One item judged by a method; a lot of concrete whose grade is entered unless changed."""
    document = item_document(
        code,
        kind="statistical",
        rule="concrete-strength",
        unit="MPa",
        needs_design=True,
        given={"rule_set": "GB/T 50107-2010"},
        minimum_points=3,
    )
    return {key: value for key, value in (document | changes).items() if value is not None}


def template_document(*items: Document, **changes: Any) -> Document:
    """A template of one section with these items."""
    document: Document = {
        "code": "test-wall",
        "version": "1",
        "title": "墙面检验批",
        "title_en": "Wall, inspection lot",
        "category": "building",
        "level": "lot",
        "standard": "GB 50204-2015",
        "edition": "2015",
        "clause": "3.0.4",
        "section": [
            {
                "code": "general",
                "title": "一般项目",
                "title_en": "General items",
                "item": list(items or (item_document(),)),
            }
        ],
    }
    return document | changes


def make_template(*items: Document, **changes: Any) -> Template:
    """The template of `template_document`."""
    return from_document(template_document(*items, **changes))


def water_template(*items: Document) -> Template:
    """A template rated 合格 at 70 % and 优良 at 90 % (SL 631)."""
    return make_template(
        *items,
        category="water_saving",
        level="element",
        rating="water",
        rates={"general": "70", "excellent": "90"},
    )


def measured(*values: str | int, design: str = "") -> Document:
    """The entry of a measured item with one point for each value."""
    entry: Document = {"values": [{"place": "", "value": str(value)} for value in values]}
    return entry | ({"design": design} if design else {})


def forty_measured_items() -> tuple[Template, Answers]:
    """Forty items of five points each: thirty measured ones and ten that a method judges."""
    items = [item_document(f"wall-{n:02}") for n in range(30)]
    items += [statistical_document(f"wall-{n:02}") for n in range(30, 40)]
    template = make_template(*items)
    points = measured(3, 4, 5, 6, 7)
    lot = measured(36, 37, 38, 39, 40, design="30")
    document = {item["code"]: points if "rule" not in item else lot for item in items}
    return template, read_answers(template, document)


def read_answers(template: Template, document: Document) -> Answers:
    """The answers in a document that is known to be sound."""
    answers = parse_answers(template, document)
    assert isinstance(answers, Answers), answers
    return answers


def verdict_of(template: Template, document: Document) -> ChecklistVerdict:
    """Read and judged in one go."""
    return judge(template, read_answers(template, document))
