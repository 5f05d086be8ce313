"""How many evaluations a core does in a second, and what a checklist with 200 values costs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from acceptance.domain.checklists.judge import judge
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.doors import parsed
from acceptance.i18n.evaluations import result_document
from tests.builders.checklist_templates import forty_measured_items
from tests.support.worked_cases import worked_cases
from tools.bench.tables import Table, milliseconds, per_second

SECONDS = 0.3


def measure() -> list[Table]:
    """Each method with its first worked case: the domain alone, and from text to text."""
    table = Table(
        "Evaluations (one core)",
        ("method", "domain per second", "text to text per second", "outside the domain %"),
    )
    for name, method in METHODS.items():
        case = next(c for c in worked_cases() if c["method"] == name and "error" not in c["expect"])
        line = json.dumps(case["input"], default=str)
        alone, told = _rate(lambda: method.of(case["input"])), _rate(_whole(name, line))  # noqa: B023
        outside = 100 - 100 * told / alone
        table.add(name, per_second(alone), per_second(told), f"{outside:.0f}")
    template, answers = forty_measured_items()
    spent = 1000 / _rate(lambda: judge(template, answers))
    table.note(
        f"A checklist of 40 items with 200 measured values is judged in {milliseconds(spent)} ms of"
        " processor time."
    )
    return [table]


def _whole(name: str, line: str) -> Callable[[], str]:
    return lambda: json.dumps(result_document(METHODS[name].of(parsed(line))), ensure_ascii=False)


def _rate(work: Callable[[], object]) -> float:
    """How often in a second of processor time."""
    work()
    done, began = 0, time.process_time()
    while time.process_time() - began < SECONDS:
        work()
        done += 1
    return done / (time.process_time() - began)
