"""What the pages of the rates are asked for: a period, an area, and perhaps only some projects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acceptance.domain.areas import AreaLevel
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.queries.places import Places
from acceptance.queries.populations import Field


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for; `today` is the legal date, `conditional_counts` the bureau's setting.

    `size`, `category` and `unit` (the id of the organisation that answers for a project, or NOBODY)
    narrow the projects that are counted; None takes all. `only`: those of the very area, and none
    of the areas below it.
    """

    period: Period
    area_code: str
    today: date
    conditional_counts: bool
    size: SizeClass | None = None
    category: Category | None = None
    unit: int | None = None
    only: bool = False

    @property
    def is_over(self) -> bool:
        return self.period.last < self.today

    @property
    def is_narrowed(self) -> bool:
        """Whether only some projects of the area are asked for."""
        return self.only or (self.size, self.category, self.unit) != (None, None, None)

    @property
    def takes_whole_units(self) -> bool:
        """Whether all projects are counted of each unit that is asked for."""
        return not self.only and (self.size, self.category) == (None, None)

    def field(self, around: Places, *, parts: bool = False) -> Field:
        """The projects that are counted; with `parts` also area by area."""
        level = around.chosen.level
        is_leaf = self.only or level is AreaLevel.TOWNSHIP
        below = {part.path: part.id for part in (around.parts if parts and not is_leaf else ())}
        return Field(
            around.chosen.id, around.chosen.path, self.conditional_counts, below,
            self.size, self.category, self.unit, is_leaf,
            not is_leaf and level in {AreaLevel.PROVINCE, AreaLevel.CITY},
            not is_leaf and level is AreaLevel.PROVINCE,
            self.only and level is not AreaLevel.TOWNSHIP,
        )  # fmt: skip
