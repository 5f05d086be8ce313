"""A certificate on paper: the first one of a process, and those after it."""

from __future__ import annotations

import os
import time
from statistics import median
from typing import Any

from acceptance.jobs.printing import Press
from tests.builders.certificates import ISSUED_AT, building, road
from tools.bench.stack import family, pss
from tools.bench.tables import Table, milliseconds

TIMES = 20


def measure() -> list[Table]:
    """Set papers as the dispatcher has them set, in the process that it starts for them."""
    table = Table(
        "Certificates (PDF)",
        ("certificate", "cold ms", "warm median ms", "warm p95 ms", "bytes", "press MiB"),
    )
    for name, facts in (("building", building()), ("road", road())):
        press = Press()
        cold, size = _timed(press, facts.to_document())
        warm = sorted(_timed(press, facts.to_document())[0] for _ in range(TIMES))
        taken = pss(family(os.getpid())[1:])
        press.close()
        table.add(
            name,
            milliseconds(cold),
            milliseconds(median(warm)),
            milliseconds(warm[int(len(warm) * 0.95)]),
            str(size),
            f"{taken:.0f}",
        )
    table.note("The press is the process that sets papers; it ends when there is nothing to do.")
    table.note("Cold includes starting the process and loading WeasyPrint.")
    return [table]


def _timed(press: Press, facts: dict[str, Any]) -> tuple[float, int]:
    began = time.perf_counter()
    paper = press.certificate(facts, ISSUED_AT)
    return (time.perf_counter() - began) * 1000, len(paper)
