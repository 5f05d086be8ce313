"""The sentences of the evaluations of water works and of indicators."""

from __future__ import annotations

from acceptance.i18n.marker import N_

_FAILURES: dict[str, str] = {
    "appearance_below": N_("外观质量得分率 %(value)s%% 小于 %(limit)s%%"),
    "blocks_failed": N_("试块质量不合格"),
    "documents_incomplete": N_("资料不齐全"),
    "failures_concentrated": N_("不合格点集中"),
    "general_items_below": N_("一般项目最低合格率 %(value)s%% 小于 %(limit)s%%"),
    "main_items_below": N_("主控项目合格率 %(value)s%% 小于 %(limit)s%%"),
    "materials_failed": N_("原材料、中间产品、金属结构或设备不合格"),
    "monitoring_failed": N_("观测资料不符合标准"),
    "parts_not_passed": N_("分部工程合格 %(value)s 个，共 %(limit)s 个，应全部合格"),
    "steps_not_passed": N_("工序合格 %(value)s 个，共 %(limit)s 个，应全部合格"),
    "unit_works_not_passed": N_("单位工程合格 %(value)s 个，共 %(limit)s 个，应全部合格"),
    "units_not_passed": N_("单元工程合格 %(value)s 个，共 %(limit)s 个，应全部合格"),
}

# What keeps a 合格 from being 优良.
_SHORTFALLS: dict[str, str] = {
    "accident_bars_excellent": N_("发生过质量事故，不能评为优良"),
    "appearance_not_excellent": N_("外观质量得分率 %(value)s%% 未达到优良要求的 %(limit)s%%"),
    "blocks_not_excellent": N_("试块质量未达到优良"),
    "documents_not_complete": N_("资料只是基本齐全，优良要求齐全"),
    "general_items_not_excellent": N_(
        "一般项目最低合格率 %(value)s%% 未达到优良要求的 %(limit)s%%"
    ),
    "key_units_excellent_below": N_(
        "重要隐蔽和关键部位单元工程优良率 %(value)s%% 未达到优良要求的 %(limit)s%%"
    ),
    "main_parts_not_excellent": N_("主要分部工程优良 %(value)s 个，共 %(limit)s 个，应全部优良"),
    "main_steps_not_excellent": N_("主要工序优良 %(value)s 个，共 %(limit)s 个，应全部优良"),
    "main_unit_works_not_excellent": N_(
        "主要单位工程优良 %(value)s 个，共 %(limit)s 个，应全部优良"
    ),
    "major_accident_bars_excellent": N_("发生过较大或更严重的质量事故，不能评为优良"),
    "parts_excellent_below": N_("分部工程优良率 %(value)s%% 未达到优良要求的 %(limit)s%%"),
    "steps_excellent_below": N_("工序优良率 %(value)s%% 未达到优良要求的 %(limit)s%%"),
    "unit_works_excellent_below": N_("单位工程优良率 %(value)s%% 未达到优良要求的 %(limit)s%%"),
    "units_excellent_below": N_("单元工程优良率 %(value)s%% 未达到优良要求的 %(limit)s%%"),
}

_OF_WATER: dict[str, str] = {
    "efficiency_below": N_("水利用系数 %(value)s 小于要求的 %(limit)s"),
    "input_mean_zero": N_("平均值为 0，不能计算"),
    "input_not_of_kind": N_("所选类型没有这一项"),
    "saving_unusual": N_(
        "亩均节水 %(value)s m³，不在常见的 %(least)s～%(most)s m³ 之间，请核对数据"
    ),
}

_OF_INDICATORS: dict[str, str] = {
    "input_before_other": N_("不能早于“%(other)s”"),
    "all_items_absent": N_("所有项目均缺项，没有得分率"),
    "nothing_counted": N_("没有计入的项目，目标不作评价"),
    "target_missed": N_("%(value)s%% 未达到目标 %(limit)s%%"),
    "target_out_of_reach": N_("已有 %(value)s 个不合格，只允许 %(limit)s 个，目标不可能再达到"),
}

SENTENCES: dict[str, str] = {**_FAILURES, **_SHORTFALLS, **_OF_WATER, **_OF_INDICATORS}
