"""The sentences of findings about checklists: Chinese here, other languages in the catalogues."""

from __future__ import annotations

from acceptance.i18n.marker import N_

_OF_ANSWERS: dict[str, str] = {
    "answer_control_character": N_("含有看不见的控制字符，请删去后重新输入"),
    "answer_failed_above_checked": N_("不合格数不能大于检查数"),
    "answer_field_not_of_item": N_("这一项不填这种内容"),
    "answer_field_unknown": N_("没有这个填写栏，请刷新页面后再试"),
    "answer_item_unknown": N_("本检查表没有这一项，请刷新页面后再试"),
    "answer_must_apply": N_("这一项不能选“不适用”"),
    "answer_not_a_number": N_("应为数字，例如 12.5；不能带单位、逗号或字母"),
    "answer_not_whole": N_("应为不小于 0 的整数"),
    "answer_reason_missing": N_("选了“不适用”，请写明理由"),
    "answer_too_long": N_("最多 %(longest)s 个字，现有 %(length)s 个字"),
    "answer_too_many_points": N_("最多填 %(most)s 个测点，现有 %(points)s 个"),
    "answer_word_unknown": N_("请选“符合”“不符合”或“不适用”"),
    "answer_wrong_type": N_("内容的格式不对，请刷新页面后再试"),
}

_OF_ITEMS: dict[str, str] = {
    "checklist_nothing_inspected": N_("全部项目都选了“不适用”，没有可以判定的内容"),
    "item_answered_no": N_("检查结果为“不符合”"),
    "item_beyond_cap": N_("%(value)s 超过允许偏差的倍数限值，本项不合格"),
    "item_beyond_extreme": N_("%(value)s 超出极值，本项不合格"),
    "item_count_missing": N_("检查数和不合格数都要填"),
    "item_design_missing": N_("请填写设计值"),
    "item_not_inspected": N_("未检查，请填写"),
    "item_point_blank": N_("测点 %(place)s 还没有填实测值；不测请删去该测点"),
    "item_problem_missing": N_("选了“不符合”，请写明哪一处、差什么"),
    "item_rate_below_minimum": N_(
        "合格率 %(rate)s %%（%(qualified)s/%(checked)s），应不小于 %(minimum)s %%"
    ),
    "item_too_few_points": N_("至少检查 %(needed)s 点（处），现有 %(given)s 点（处）"),
    "item_value_in_doubt": N_(
        "数值存疑：%(value)s %(unit)s 超出本项可能的范围 %(low)s～%(high)s %(unit)s，请核对"
    ),
    "item_value_in_doubt_guess": N_(
        "数值存疑：%(value)s %(unit)s 超出本项可能的范围 %(low)s～%(high)s %(unit)s，"
        "是否为 %(guess)s？"
    ),
    "photo_missing": N_("缺照片（必拍）"),
}

_OF_TEMPLATES: dict[str, str] = {
    "template_cap_below_one": N_("偏差倍数限值 cap_factor 不能小于 1"),
    "template_cap_without_tolerance": N_(
        "cap_factor 只用于从 0 起算的允许偏差；本项的限值不含 0，请改用 extreme_low 或 extreme_high"
    ),
    "template_code_wanted": N_(
        "编码“%(given)s”只能用小写字母、数字和连字符，以字母开头，最多 40 个字符"
    ),
    "template_dominant_below_all": N_("主控项目的最低合格率必须是 100"),
    "template_excellent_below_general": N_("优良的合格率不能低于合格的合格率"),
    "template_excellent_needs_water": N_(
        'rates.excellent 与 rating = "water" 必须同时写或同时不写'
    ),
    "template_flag_wanted": N_("应为 true 或 false"),
    "template_item_repeated": N_("项目编码重复了 %(times)s 次"),
    "template_key_missing": N_("缺少这一栏"),
    "template_key_of_measures": N_("这一栏不能用于这种项目，请删去"),
    "template_key_unknown": N_("没有这一栏，请检查拼写"),
    "template_limit_missing": N_("实测项目至少要有 low 或 high 中的一个"),
    "template_limits_reversed": N_("%(lower)s 不能大于 %(upper)s"),
    "template_near_not_positive": N_("接近限值的余量 near 必须大于 0"),
    "template_not_toml": N_("文件不是正确的 TOML：%(reason)s"),
    "template_number_wanted": N_("应为数字，例如 -5 或 0.3"),
    "template_plausible_half": N_("plausible_low 与 plausible_high 必须同时写"),
    "template_points_below_one": N_("最少点数 minimum_points 不能小于 1"),
    "template_rate_out_of_range": N_("合格率应大于 0 且不大于 100"),
    "template_section_repeated": N_("分节编码重复了 %(times)s 次"),
    "template_tables_wanted": N_("应为一个或多个表，例如 [[section]] 或 [[section.item]]"),
    "template_text_wanted": N_("应为不空的文字，不含控制字符，最多 1000 个字"),
    "template_unit_missing": N_("实测项目必须写单位 unit"),
    "template_whole_wanted": N_("应为 0 到 1000 的整数"),
    "template_word_unknown": N_("“%(given)s”不在可用的词里，可用：%(known)s"),
}

SENTENCES: dict[str, str] = {**_OF_ANSWERS, **_OF_ITEMS, **_OF_TEMPLATES}
