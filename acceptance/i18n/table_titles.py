"""What the tables of a standard are called that stand beside others of the same standard."""

from __future__ import annotations

from acceptance.i18n.marker import N_

# By the word that the code of the table ends with.
TABLE_TITLES: dict[str, str] = {
    "appearance": N_("外观质量评定"),
    "bars": N_("钢筋"),
    "beams": N_("抗折小梁试件"),
    "concrete": N_("混凝土强度"),
    "confirmation": N_("评定工作的组织"),
    "cover": N_("钢筋保护层厚度"),
    "cubes": N_("立方体试件"),
    "dikes": N_("堤防工程"),
    "dredging": N_("疏浚工程"),
    "elements": N_("单元工程"),
    "flexural": N_("弯拉强度"),
    "grades": N_("质量等级"),
    "large": N_("大体积混凝土、金属结构和机电安装工程"),
    "levels": N_("各级质量验收的条件"),
    "lots": N_("检验批的强度"),
    "mortar": N_("砂浆强度"),
    "points": N_("实测点的合格率"),
    "procedure": N_("程序和组织"),
    "rates": N_("实测项目的合格率"),
    "rework": N_("不合格的处理"),
    "sampling": N_("抽样方案"),
    "site": N_("同条件养护试件"),
    "small": N_("土石方和混凝土薄壁工程"),
    "works": N_("分部、单位工程和项目"),
}
