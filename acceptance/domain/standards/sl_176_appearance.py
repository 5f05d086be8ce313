"""Items of the appearance table A.2.1 of SL 176-2007 with their standard scores (标准分).

The scores are remembered; those of items 1, 5 and 19 agree with a published question.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AppearanceScore:
    """An item and its standard score; `large` is the bracketed one, used where there is much of it."""

    title: str
    score: int
    large: int | None = None


HYDRAULIC_STRUCTURES = (
    AppearanceScore("建筑物外部尺寸", 12),
    AppearanceScore("轮廓线", 10),
    AppearanceScore("表面平整度", 10),
    AppearanceScore("立面垂直度", 10),
    AppearanceScore("大角方正", 5),
    AppearanceScore("曲面与平面联结", 9),
    AppearanceScore("扭面与平面联结", 9),
    AppearanceScore("马道及排水沟", 3, 4),
    AppearanceScore("梯步", 2, 3),
    AppearanceScore("栏杆", 2, 3),
    AppearanceScore("扶梯", 2),
    AppearanceScore("闸坝灯饰", 2),
    AppearanceScore("混凝土表面缺陷", 10),
    AppearanceScore("表面钢筋割除", 2, 4),
    AppearanceScore("砌体勾缝宽度", 4),
    AppearanceScore("砌体勾缝平直", 4),
    AppearanceScore("浆砌卵石露头", 8),
    AppearanceScore("变形缝", 3, 4),
    AppearanceScore("启闭平台梁、柱、排架", 5),
    AppearanceScore("建筑物表面", 10),
    AppearanceScore("升压变电工程围墙等", 5),
    AppearanceScore("水工金属结构外表面", 6, 7),
    AppearanceScore("电站盘柜", 7),
    AppearanceScore("电缆", 4, 5),
    AppearanceScore("油、气、水管路", 3, 4),
    AppearanceScore("厂区道路及排水沟", 4),
    AppearanceScore("厂区绿化", 8),
)
