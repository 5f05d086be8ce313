"""The sentences of evaluations of roads."""

from __future__ import annotations

from acceptance.i18n.marker import N_

SENTENCES: dict[str, str] = {
    "basic_requirements_not_met": N_("不满足基本要求"),
    "appearance_limit_defect": N_("有外观质量限制缺陷"),
    "deflection_above": N_("弯沉代表值 %(value)s 大于验收弯沉值 %(limit)s"),
    "documents_not_complete": N_("质量保证资料不齐全"),
    "points_beyond_extreme": N_("%(points)s 个点低于极值 %(limit)s"),
    "representative_below": N_("代表值 %(value)s 小于规定的 %(limit)s"),
    "road_item_beyond_extreme": N_("第 %(number)s 项有单点超过极值"),
    "road_item_rate_below": N_("第 %(number)s 项合格率 %(value)s %% 小于要求的 %(limit)s %%"),
    "road_item_statistics_fail": N_("第 %(number)s 项按附录的统计方法评定不合格"),
    "spread_too_wide": N_("偏差系数 %(value)s %% 过大，任何平均值都不能满足要求"),
}
