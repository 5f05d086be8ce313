"""From the command to the first good answer."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from tools.bench.registry import Registry
from tools.bench.stack import running
from tools.bench.tables import Table

TIMES = 5


def measure(registry: Registry, name: str, data: Path) -> list[Table]:
    """Start and stop the stack a few times."""
    table = Table(f"Start-up, {name}", ("what", "median s", "slowest s"))
    times = []
    for _ in range(TIMES):
        with running(registry.url, data) as stack:
            times.append(stack.first_answer)
    table.add("gunicorn, to the sign-in page", f"{median(times):.2f}", f"{max(times):.2f}")
    return [table]
