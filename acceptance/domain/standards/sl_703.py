"""灌溉与排水工程施工质量评定规程 SL 703-2015: the rating standard of irrigation and drainage works.

Only its list of forms has been seen; the limits are taken as those of SL 631 and SL 176 until the
printed text confirms them. No clause is cited.
"""

from __future__ import annotations

from acceptance.domain.standards.sl_176 import (
    SL_176_2007,
    SL_176_2007_REWORK,
    ReworkLimits,
    WaterGrades,
)
from acceptance.domain.standards.sl_631 import UnitElements

_OWN = {"name", "table", "title", "clause", "in_force", "clauses", "unverified", "changed"}

SL_703_2015 = UnitElements(
    name="SL 703-2015",
    table="elements",
    title="灌溉与排水工程施工质量评定规程",
    clause="",
    unverified=frozenset(UnitElements.__dataclass_fields__) - _OWN,
)

SL_703_2015_WORKS = WaterGrades(
    name="SL 703-2015",
    table="works",
    title="灌溉与排水工程施工质量评定规程",
    clause="",
    unverified=frozenset(SL_176_2007.limits()),
)

SL_703_2015_REWORK = ReworkLimits(
    name="SL 703-2015",
    table="rework",
    title="灌溉与排水工程施工质量评定规程",
    clause="",
    treatments=SL_176_2007_REWORK.treatments,
    unverified=frozenset({"treatments"}),
)

UNIT_KINDS = (
    "渠道填筑基础面清理",
    "渠（沟）道土方开挖",
    "管槽开挖",
    "渠道石方开挖",
    "渠道填筑",
    "管道回填",
    "衬砌垫层",
    "防渗膜料",
    "保温板",
    "浆砌石衬砌",
    "现浇混凝土衬砌",
    "预制板（槽）衬砌",
    "沥青混凝土衬砌",
    "斗（农）门",
    "蓄水池/水窖",
    "泵房",
    "阀门井/检查井",
    "田间道路",
    "机井",
    "水泵安装",
    "微灌首部设备仪表",
    "管道",
    "微灌灌水器",
    "喷灌设备（机组）",
)
"""The kinds of unit element that have a form of their own; four kinds of summary follow them."""
