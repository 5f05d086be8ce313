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
    **water.FIGURE_TITLES,
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
