"""What the stack takes in memory, idle and while it works."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event, Thread
from typing import Self

from tools.bench.clients import ask, sign_in
from tools.bench.registry import Registry
from tools.bench.stack import Stack, family, pss, running
from tools.bench.tables import Table

EVERY = 0.25
# Seconds; the dispatcher starts by doing what is due by the clock, and then goes to rest.
SETTLE = 5.0


class Watch:
    """Looks at the memory of a stack every quarter of a second and keeps the most it saw."""

    def __init__(self, stack: Stack) -> None:
        self.most = stack.memory()
        self._stack = stack
        self._end = Event()
        self._thread = Thread(target=self._look, name="memory", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._end.wait(EVERY):
            self.most = max(self.most, self._stack.memory())


def measure(registry: Registry, name: str, data: Path) -> list[Table]:
    """Memory after the first answer, and after every kind of page has been asked for."""
    table = Table(f"Memory, {name}", ("moment", "web MiB", "dispatcher MiB", "together MiB"))
    with running(registry.url, data) as stack:
        time.sleep(SETTLE)
        table.add("idle, after the start", *_parts(stack))
        browser = sign_in(stack.port, "inspector", f"/checklists/{registry.checklists[0]}")
        for path in ("/projects", f"/projects/{registry.busy_project}", "/account/"):
            for _ in range(10):
                ask(stack.port, browser.get(path))
        time.sleep(SETTLE)
        table.add("idle, after some pages", *_parts(stack))
    return [table]


def _parts(stack: Stack) -> tuple[str, str, str]:
    web, dispatcher = pss(family(stack.server)), pss(family(stack.dispatcher))
    return f"{web:.0f}", f"{dispatcher:.0f}", f"{web + dispatcher:.0f}"
