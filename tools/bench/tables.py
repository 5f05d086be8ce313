"""Tables as they stand in `docs/performance.md`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Table:
    """A title, a head, rows of text, and sentences below."""

    title: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, *cells: str) -> None:
        self.rows.append(cells)

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    def markdown(self) -> str:
        lines = [f"### {self.title}", "", _line(self.head), _line(_rules(self.head))]
        lines += [_line(row) for row in self.rows]
        if self.notes:
            lines += ["", *(note for note in self.notes)]
        return "\n".join(lines) + "\n"


def milliseconds(value: float) -> str:
    """Milliseconds with as many digits as mean something."""
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def per_second(value: float) -> str:
    """A rate; above ten a fraction means nothing."""
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}"


def _rules(head: tuple[str, ...]) -> tuple[str, ...]:
    return ("---", *("---:" for _ in head[1:]))


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
