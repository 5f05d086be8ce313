"""水利水电建设工程验收规程 SL/T 223-2025: quality rating and acceptance in one recommended standard.

In force from 2025-06-14 in place of SL 223-2008 and SL 176-2007; works contracted before go on
under the edition of their contract. Its text has not been seen, so that only the dates are sure:
that it knows 合格 and 不合格 alone is an assumption, as are its levels.
"""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedAcceptance(Edition):
    """What a rule set without 优良 says. `division_confirmed`: whether the supervision body must
    confirm the division of works, or is only told in writing."""

    replaces: tuple[str, ...]
    grades: tuple[str, ...]
    levels: tuple[str, ...]
    division_confirmed: bool

    @property
    def has_excellent(self) -> bool:
        """Whether works under this edition enter the excellence rate at all."""
        return "excellent" in self.grades


SL_T_223_2025 = MergedAcceptance(
    name="SL/T 223-2025",
    title="水利水电建设工程验收规程",
    clause="",
    in_force="2025-06-14",
    replaces=("SL 223-2008", "SL 176-2007"),
    grades=("qualified", "unqualified"),
    levels=("单位工程", "子单位工程", "分部工程", "子分部工程", "单元工程"),
    division_confirmed=False,
    unverified=frozenset({"grades", "levels", "division_confirmed"}),
)
