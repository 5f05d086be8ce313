"""The items of the appearance record of a building (GB 50300 H.0.1-4) with what was found of each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from acceptance.domain.document_lists import Document
from acceptance.domain.record_quality import Sight
from acceptance.domain.rollup.words import Look
from acceptance.queries.document_lists import documents_of

_LIST = "building_h4_"
_COUNTS = ("good", "fair", "poor", "repaired")


def sight_documents(process: str) -> Iterator[Document]:
    """The items that are looked at in a unit works of this process; none where no list says so."""
    for listed in documents_of(process).lists:
        yield from (each for each in listed.documents if each.code.startswith(_LIST))


def recorded_sights(recorded: str) -> dict[str, dict[str, Any]]:
    """By code, of the canonical JSON `recorded`."""
    return {line["code"]: line for line in json.loads(recorded)}


def sights_of(process: str, recorded: str) -> tuple[Sight, ...]:
    """Every item of the list, judged or not."""
    lines = recorded_sights(recorded)
    return tuple(_sight(each, lines.get(each.code, {})) for each in sight_documents(process))


def _sight(document: Document, line: dict[str, Any]) -> Sight:
    group, _, title = document.title.partition("：")
    counts = {name: line.get(name) for name in _COUNTS}
    look = line.get("look")
    return Sight(
        group=group if title else "",
        title=title or group,
        required=document.is_usual,
        look=Look(look) if look else None,
        **counts,
    )
