"""Titles of the evaluations of specimens, lots and samples."""

from __future__ import annotations

from acceptance.i18n.marker import N_

METHOD_TITLES: dict[str, str] = {
    "beam-group": N_("弯拉试件组代表值"),
    "counted-sampling": N_("计数抽样判定"),
    "flexural-strength": N_("水泥混凝土弯拉强度评定"),
    "measured-item": N_("实测项目合格率"),
    "minimum-sample": N_("检验批最小抽样数量"),
    "mortar-strength": N_("砂浆强度评定"),
    "rebar-cover": N_("钢筋保护层厚度实体检验"),
    "specimen-group": N_("立方体试件组代表值"),
}

INPUT_TITLES: dict[str, str] = {
    "beyond_cap": N_("超出最大允许偏差的点数"),
    "cap_factor": N_("最大偏差为允许偏差的倍数"),
    "defective": N_("不合格数"),
    "deviations": N_("各点偏差"),
    "failed": N_("不合格点数"),
    "height_mm": N_("试件高度 h"),
    "highway_class": N_("公路等级"),
    "item_class": N_("项目类别"),
    "loads_kn": N_("破坏荷载 F"),
    "lot": N_("检验批容量"),
    "minimum_rate": N_("要求的合格率"),
    "plan": N_("抽样方案"),
    "points": N_("检查点数"),
    "reinforced": N_("钢筋混凝土"),
    "second_defective": N_("第二次样本的不合格数"),
    "second_failed": N_("再次抽样的不合格点数"),
    "second_points": N_("再次抽样的检查点数"),
    "size": N_("样本容量"),
    "size_factor": N_("尺寸换算系数"),
    "span_mm": N_("支座间跨度 L"),
    "strengths": N_("各试件强度"),
    "tolerance": N_("允许偏差（下限、上限）"),
    "values": N_("实测值"),
    "width_mm": N_("试件宽度 b"),
}

FIGURE_TITLES: dict[str, str] = {
    "accept": N_("合格判定数"),
    "beyond_cap": N_("超出最大允许偏差的点数"),
    "checked": N_("检查点数"),
    "defective": N_("不合格数"),
    "cv": N_("离差系数（%）"),
    "groups_below": N_("低于最小值的组数"),
    "guarantee_rate": N_("强度保证率（%）"),
    "lowest_allowed": N_("允许的最低组强度"),
    "qualified": N_("合格点数"),
    "rate": N_("合格率（%）"),
    "reject": N_("不合格判定数"),
    "rule": N_("取值规则"),
    "sample": N_("最小抽样数量"),
    "strengths": N_("各试件强度"),
    "value": N_("该组代表值"),
}

WORD_TITLES: dict[str, str] = {
    "dominant": N_("主控项目"),
    "double": N_("二次抽样"),
    "expressway": N_("高速公路"),
    "first": N_("一级公路"),
    "general": N_("一般项目"),
    "key": N_("关键项目"),
    "mean": N_("取平均值"),
    "middle": N_("取中间值"),
    "other": N_("其他公路"),
    "single": N_("一次抽样"),
    "void": N_("该组无效"),
}
