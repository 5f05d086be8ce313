"""Which chip a stored word gets: its colour and, always with it, its shape."""

from __future__ import annotations

from enum import StrEnum

from flask import Flask

# One shape per meaning, whatever the kind of word: pass, fail, warn, excellent, none, void.
MARKS: dict[str, str] = {
    "pass": "pass",
    "passed": "pass",
    "qualified": "pass",
    "in_force": "pass",
    "agree": "pass",
    "done": "pass",
    "met": "pass",
    "excellent": "excellent",
    "fail": "fail",
    "failed": "fail",
    "abandoned": "fail",
    "revoked": "fail",
    "disagree": "fail",
    "missed": "fail",
    "not_met": "fail",
    "conditional": "warn",
    "near": "warn",
    "doubt": "warn",
    "void": "void",
    "replaced": "void",
    "absent": "void",
    "no_data": "void",
    "not_assessed": "void",
    "not_applicable": "void",
}


def mark_of(word: StrEnum | str | None) -> str:
    """The mark of a word; `none` (not inspected, not decided yet) for all others."""
    return MARKS.get(str(word), "none")


def init_app(app: Flask) -> None:
    """Let templates ask for a mark."""
    app.jinja_env.globals["mark_of"] = mark_of
