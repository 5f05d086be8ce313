"""水利工程质量事故处理暂行规定 (水利部令第9号, 1999): classes of quality accidents by direct loss.

Losses are in 10⁴ yuan; a class takes what is above its floor, up to and including the next one.
At or below the lowest floor it is a quality defect (质量缺陷), no accident.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition

DEFECT, NONE, MINOR, MAJOR = "defect", "none", "minor", "major"
SERIOUS, EXTRAORDINARY = "serious", "extraordinary"
ACCIDENTS = (NONE, MINOR, MAJOR, SERIOUS, EXTRAORDINARY)
"""无, 一般, 较大, 重大, 特大, from the least to the worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccidentBands(Edition):
    """The floors of one group of works, in 10⁴ yuan; `repair_months` are the months up to which a
    repair belongs to the three lower classes (for large and medium works beside the loss)."""

    works: tuple[str, ...]
    minor: Fraction
    major: Fraction
    serious: Fraction
    extraordinary: Fraction
    repair_months: tuple[int, ...] = (1, 3, 6)

    def accident(self, loss: Fraction) -> str:
        """The class of a loss in 10⁴ yuan."""
        floors = (
            (EXTRAORDINARY, self.extraordinary),
            (SERIOUS, self.serious),
            (MAJOR, self.major),
            (MINOR, self.minor),
        )
        return next((word for word, floor in floors if loss > floor), DEFECT)


ORDER_9_1999_LARGE = AccidentBands(
    name="水利部令第9号-1999",
    table="large",
    title="水利工程质量事故处理暂行规定（大体积混凝土、金属结构制作和机电安装工程）",
    clause="水利工程质量事故分类标准",
    works=("mass_concrete", "metal_and_electromechanical"),
    minor=exact(20),
    major=exact(100),
    serious=exact(500),
    extraordinary=exact(3000),
)
ORDER_9_1999_SMALL = AccidentBands(
    name="水利部令第9号-1999",
    table="small",
    title="水利工程质量事故处理暂行规定（土石方工程、混凝土薄壁工程）",
    clause="水利工程质量事故分类标准",
    works=("earthworks", "thin_concrete"),
    minor=exact(10),
    major=exact(30),
    serious=exact(100),
    extraordinary=exact(1000),
)
BANDS = {
    works: bands for bands in (ORDER_9_1999_LARGE, ORDER_9_1999_SMALL) for works in bands.works
}
