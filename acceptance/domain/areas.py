"""The area tree: province, city, county, township (GB/T 2260 and the statistics codes).

A path is the codes from the root down, each with a slash behind, so that a prefix is an ancestor:
"620000/621100/621122/621122100/".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

_CODE = re.compile(r"[0-9]{6}([0-9]{3})?\Z", re.ASCII)


class AreaLevel(StrEnum):
    """省, 市, 县, 乡镇."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


class AreaError(ValueError):
    """A code that is none, or a tree that is none."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A node of the catalogue. `valid_from` is the day since when the name holds, if known.

    `former_name` is what the same node was called before; a rename never makes a new node.
    """

    code: str
    name: str
    level: AreaLevel
    parent_code: str | None
    path: str
    position: int
    valid_from: date | None = None
    former_name: str = ""


def level_of(code: str) -> AreaLevel:
    """The level that the digits of an area code say."""
    if not _CODE.match(code):
        raise AreaError(f"{code!r} is not an area code of six or nine digits")
    if len(code) == 9:
        return AreaLevel.TOWNSHIP
    if code.endswith("0000"):
        return AreaLevel.PROVINCE
    return AreaLevel.CITY if code.endswith("00") else AreaLevel.COUNTY


def path_of(parent_path: str, code: str) -> str:
    """The path of the area `code` below `parent_path` (empty for a root)."""
    if not _CODE.match(code):
        raise AreaError(f"{code!r} is not an area code of six or nine digits")
    if parent_path and not parent_path.endswith("/"):
        raise AreaError(f"{parent_path!r} is not a path")
    return f"{parent_path}{code}/"


def parent_path(path: str) -> str:
    """The path of the area above; empty for a root."""
    return path[: path[:-1].rfind("/") + 1]


def paths_upwards(path: str) -> tuple[str, ...]:
    """A path and those of all areas above it, the nearest first."""
    return (path, *paths_upwards(parent_path(path))) if path else ()


def code_of(path: str) -> str:
    """The code of the area a path leads to."""
    return path[len(parent_path(path)) : -1]


def is_within(path: str, ancestor: str) -> bool:
    """Whether an area is `ancestor` itself or lies below it. Everything lies below the empty path."""
    return path.startswith(ancestor)


def read_areas(text: str) -> tuple[AreaRow, ...]:
    """The areas of a TOML text in their official order, every parent before its children."""
    return tuple(_rows(tomllib.loads(text)["area"], None, ""))


def _rows(
    tables: list[Mapping[str, Any]], parent_code: str | None, parent: str
) -> Iterator[AreaRow]:
    for position, table in enumerate(tables, start=1):
        code = table["code"]
        path = path_of(parent, code)
        yield AreaRow(
            code=code,
            name=table["name"],
            level=level_of(code),
            parent_code=parent_code,
            path=path,
            position=position,
            valid_from=table.get("valid_from"),
            former_name=table.get("former_name", ""),
        )
        yield from _rows(table.get("area", []), code, path)
