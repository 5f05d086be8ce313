"""What a filled sheet sends, read by hand: a form of forty items has hundreds of fields.

The names of the fields are the paths of the domain: `rebar-03.values.0` is the value of the first
point, `rebar-03.values.0.place` its place, `rebar-01.reason` a reason. What is not known is passed
on under its own name, so that the domain refuses it and says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Request

from acceptance.domain.checklists.answers import MOST_POINTS, OF_POINT
from acceptance.domain.findings import Finding
from acceptance.domain.json_names import object_of, repeated
from acceptance.services.errors import RefusedError
from acceptance.services.submission_content import AnnouncedPhoto

OWN = frozenset({"csrf_token", "version", "base", "mine", "submission_id", "photo", "more", "all"})
CHOICE = "choice."
MOST_NAMES = 3000
LONGEST_NAME = 60
"""So much of a wrong name is said again."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A sheet as it was sent. `base` is the draft it began from, as the page was given it;
    `more` names the item that wants more rows for points."""

    answers: dict[str, Any]
    version: int | None = None
    base: Mapping[str, Any] = field(default_factory=dict)
    submission_id: str = ""
    photos: tuple[AnnouncedPhoto, ...] = ()
    more: str = ""


def sent_sheet(request: Request) -> Sent:
    """The sheet in a form or a JSON body; a body that is neither is refused."""
    if request.is_json:
        return _from_json(_body(request))
    form = request.form
    pairs = list(form.items(multi=True))
    if len(pairs) > MOST_NAMES:
        raise RefusedError(Finding.of("document_wanted"))
    return Sent(
        answers=answers_in(pairs),
        version=version_in(form.get("version")),
        base=document_in(form.get("base", "")),
        submission_id=form.get("submission_id", ""),
        photos=tuple(_announced(text) for text in form.getlist("photo")),
        more=form.get("more", ""),
    )


def answers_in(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The document by item code. A name sent twice becomes a list, which no field takes."""
    document: dict[str, Any] = {}
    points: dict[str, dict[int, dict[str, Any]]] = {}
    for name, value in pairs:
        if name in OWN:
            continue
        item, _, path = name.partition(".")
        place = _point(path) if path.startswith("values.") else None
        if place is None:
            _put(document.setdefault(item, {}), path or "answer", value)
        else:
            _put(points.setdefault(item, {}).setdefault(place[0], {}), place[1], value)
    for item, found in points.items():
        values = [found.get(n, {}) for n in range(max(found) + 1)]
        document.setdefault(item, {}).setdefault("values", values)
    return document


def _put(entry: dict[str, Any], name: str, value: str) -> None:
    entry[name] = [entry[name], value] if name in entry else value


def version_in(text: object) -> int | None:
    """The version a draft began from, if it can be one."""
    if isinstance(text, int) and not isinstance(text, bool):
        return text if 0 <= text < 10**9 else None
    digits = isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 10
    return int(str(text)) if digits else None


def document_in(text: str) -> dict[str, Any]:
    """A document that the page was given and gave back. What is no document counts as blank: then
    every place is shown as changed, which is safe."""
    try:
        document = json.loads(text or "{}", parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _point(path: str) -> tuple[int, str] | None:
    """The place of a point and which part of it, for `values.3` and `values.3.place`."""
    index, _, part = path[len("values.") :].partition(".")
    if (
        part == "value"
        or part not in {"", *OF_POINT}
        or len(index) > 3
        or not (index.isascii() and index.isdigit())
    ):
        return None
    return (int(index), part or "value") if int(index) < MOST_POINTS else None


def _announced(text: object) -> AnnouncedPhoto:
    """A photo said to belong here, as `slot digest`; nonsense stays nonsense and is refused."""
    slot, _, digest = str(text).partition(" ")
    return AnnouncedPhoto(slot, digest)


def _body(request: Request) -> object:
    try:
        return json.loads(request.get_data(), object_pairs_hook=_of_single_names)
    except (ValueError, RecursionError):
        return None


def _of_single_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = object_of(pairs)
    for name in repeated(found):
        raise RefusedError(Finding.of("document_name_repeated", field=name[:LONGEST_NAME]))
    return found


def _from_json(document: object) -> Sent:
    if not isinstance(document, dict):
        raise RefusedError(Finding.of("document_wanted"))
    problems = [
        Finding.of("document_field_unknown", field=str(name)[:LONGEST_NAME])
        for name in document
        if name not in {"submission_id", "answers", "photos", "version"}
    ]
    submission_id, photos = document.get("submission_id"), document.get("photos", [])
    if not isinstance(submission_id, str):
        problems.append(Finding.of("submission_id_wanted", field="submission_id"))
    if "answers" not in document:
        problems.append(Finding.of("document_wanted", field="answers"))
    version = document.get("version")
    if version is not None and version_in(version) is None:
        problems.append(Finding.of("version_wanted", field="version"))
    if not _are_photos(photos):
        problems.append(Finding.of("document_wanted", field="photos"))
    if problems:
        raise RefusedError(*problems)
    return Sent(
        answers=document["answers"],
        version=version_in(version),
        submission_id=str(submission_id),
        photos=tuple(AnnouncedPhoto(photo["slot"], photo["sha256"]) for photo in photos),
    )


def _are_photos(photos: object) -> bool:
    return isinstance(photos, list) and all(
        isinstance(photo, dict)
        and photo.keys() == {"slot", "sha256"}
        and all(isinstance(value, str) for value in photo.values())
        for photo in photos
    )
