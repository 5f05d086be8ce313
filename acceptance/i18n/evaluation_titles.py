"""What methods, their inputs, their words and their figures are called on the calculator pages."""

from __future__ import annotations

from acceptance.i18n import evaluation_titles_lots as lots
from acceptance.i18n import evaluation_titles_road as road
from acceptance.i18n import evaluation_titles_sizes as sizes
from acceptance.i18n import evaluation_titles_water as water
from acceptance.i18n.marker import N_

METHOD_TITLES: dict[str, str] = {
    **lots.METHOD_TITLES,
    **road.METHOD_TITLES,
    **sizes.METHOD_TITLES,
    "concrete-strength": N_("混凝土抗压强度评定"),
    **water.METHOD_TITLES,
}

# One name means one thing in every method; a method that means something else says so with its
# name in front: "method.field".
INPUT_TITLES: dict[str, str] = {
    **lots.INPUT_TITLES,
    **road.INPUT_TITLES,
    **sizes.INPUT_TITLES,
    "absent": N_("缺项（工程没有这一项）"),
    "deviation": N_("标准差"),
    "design": N_("设计值"),
    "groups": N_("各组强度"),
    "mean": N_("平均值"),
    "minimum": N_("最小值"),
    "n": N_("组数"),
    "rule_set": N_("执行标准"),
    "sigma0": N_("已知标准差 σ₀"),
    "summary": N_("统计结果"),
    "concrete-strength.design": N_("强度等级 f_cu,k"),
    **water.INPUT_TITLES,
}

FIGURE_TITLES: dict[str, str] = {
    **lots.FIGURE_TITLES,
    **road.FIGURE_TITLES,
    **sizes.FIGURE_TITLES,
    "deviation": N_("标准差"),
    "deviation_used": N_("取用的标准差"),
    "mean": N_("平均值"),
    "mean_required": N_("要求的平均值"),
    "method": N_("评定方法"),
    "minimum": N_("最小值"),
    "minimum_required": N_("要求的最小值"),
    "n": N_("个数"),
    "rounding": N_("修约"),
    "rejection": N_("舍弃"),
    "interpolation": N_("内插"),
    "intervals": N_("各级区间"),
    "highest_index": N_("几项指标"),
    "absent_parts": N_("没有的部位"),
    "appearance.rate": N_("得分率（%）"),
    "deflection.coefficient": N_("系数（目标可靠指标 β 或 Z_α）"),
    "excellence-rate.rate": N_("综合优良率（%）"),
    **water.FIGURE_TITLES,
}

# Units that are not the same in every language.
UNIT_TITLES: dict[str, str] = {
    "m³/亩": N_("m³/亩"),
    "万元": N_("万元"),
    "亩": N_("亩"),
}

# How a result was rounded, what was thrown out, and how tables were read.
RULE_TITLES: dict[str, str] = {
    "none": N_("无"),
    "item score and rate to one decimal, half up": N_("各项得分和得分率修约到一位小数，四舍五入"),
    "above the floor, up to and including the next": N_("大于下限，不大于上限"),
    "linear, half up (D.0.2)": N_("表列之间线性内插，四舍五入（D.0.2）"),
    "counts": N_("以达到的最高一级为准"),
    "scaled": N_("不参加评分，其余部位的权值按比例放大"),
}

# Words among inputs and figures; numbers of standards stand as they are.
WORD_TITLES: dict[str, str] = {
    **lots.WORD_TITLES,
    **road.WORD_TITLES,
    **sizes.WORD_TITLES,
    "known_sigma": N_("标准差已知方案"),
    "non_statistical": N_("非统计方法"),
    "statistical": N_("标准差未知方案"),
    **water.WORD_TITLES,
}

# What a word is called where it answers one input and means another thing elsewhere.
WORDS_OF_INPUTS: dict[str, str] = {
    "kind.other": N_("其他工程"),
    "result.void": N_("作废"),
}
