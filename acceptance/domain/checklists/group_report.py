"""The test report behind one group of specimens, as typed from the laboratory's paper."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date


@dataclass(frozen=True, slots=True)
class GroupReport:
    """All text in normal form, empty while unknown. `report` is the number of the paper; `cast` and
    `tested` are ISO dates; `curing` is a word of `Curing`, `degree_days` the equivalent age in ℃·d;
    `size` is the edge of the specimens in mm; `s1` to `s3` are what each specimen bore."""

    report: str = ""
    laboratory: str = ""
    cast: str = ""
    tested: str = ""
    curing: str = ""
    degree_days: str = ""
    size: str = ""
    s1: str = ""
    s2: str = ""
    s3: str = ""

    @property
    def specimens(self) -> tuple[str, ...]:
        """What was typed of the three, without those left blank."""
        return tuple(text for text in (self.s1, self.s2, self.s3) if text)

    @property
    def age(self) -> int | None:
        """Days from casting to the test; None while one of the dates is missing."""
        if not self.cast or not self.tested:
            return None
        return (date.fromisoformat(self.tested) - date.fromisoformat(self.cast)).days

    def to_document(self) -> dict[str, str]:
        """By name, blank fields left out."""
        named = ((name, getattr(self, name)) for name in GROUP_FIELDS)
        return {name: text for name, text in named if text}


GROUP_FIELDS = tuple(field.name for field in fields(GroupReport))
NO_REPORT = GroupReport()
