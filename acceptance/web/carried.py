"""What was typed in a form that could not be taken yet: carried along, never lost."""

from __future__ import annotations

import json
from dataclasses import dataclass

from flask import request

from acceptance.web.local import here, local_path

NEVER = ("password", "csrf_token")


@dataclass(frozen=True, slots=True)
class Carried:
    """The fields of a form and the path they were meant for.

    `files_lost` says that files were chosen, which a browser will not send a second time.
    """

    path: str
    fields: tuple[tuple[str, str], ...]
    files_lost: bool = False

    def text(self) -> str:
        """The fields as one text, for a hidden field of the sign-in page. It is pure ASCII, so
        that no browser and no form changes a character of it on the way."""
        return json.dumps([self.files_lost, *self.fields])

    @property
    def filled(self) -> int:
        """How many fields somebody typed something into."""
        return sum(1 for _name, value in self.fields if value.strip())


def from_request() -> Carried | None:
    """What this refused request carries; passwords are never put into a page."""
    if request.method != "POST":
        return None
    fields = tuple(
        (name, value)
        for name, value in request.form.items(multi=True)
        if not any(word in name for word in NEVER)
    )
    lost = any(file.filename for file in request.files.values())
    return Carried(here(), fields, lost) if fields or lost else None


def from_text(path: str | None, text: str | None) -> Carried | None:
    """What the sign-in page carried; nothing when it is not what we wrote there."""
    target = local_path(path, "")
    if not target or not text:
        return None
    try:
        lost, *pairs = json.loads(text)
    except (ValueError, TypeError):
        return None
    if not isinstance(lost, bool) or not all(_is_pair(pair) for pair in pairs):
        return None
    fields = tuple((name, value) for name, value in pairs)
    return Carried(target, fields, lost) if fields or lost else None


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and list(map(type, pair)) == [str, str]
