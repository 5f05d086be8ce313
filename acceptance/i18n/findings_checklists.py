"""The sentences of findings about checklists: Chinese here, other languages in the catalogues."""

from __future__ import annotations

from acceptance.i18n.findings_groups import SENTENCES as OF_GROUPS
from acceptance.i18n.findings_templates import SENTENCES as OF_TEMPLATES
from acceptance.i18n.marker import N_

_OF_ANSWERS: dict[str, str] = {
    "answer_below_nought": N_("不能小于 0"),
    "answer_choice_unknown": N_("请从列出的选项中选"),
    "answer_control_character": N_("含有看不见的控制字符，请删去后重新输入"),
    "answer_failed_above_checked": N_("不合格数不能大于检查数"),
    "answer_field_not_of_item": N_("这一项不填这种内容"),
    "answer_field_unknown": N_("没有这个填写栏，请刷新页面后再试"),
    "answer_item_unknown": N_("本检查表没有这一项，请刷新页面后再试"),
    "answer_must_apply": N_("这一项不能选“不适用”"),
    "answer_not_a_chainage": N_("桩号应写成 K0+000 的样子，例如 K1+250.5"),
    "answer_not_a_day": N_("日期应写成 2026-11-05 的样子"),
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
    "item_not_judged": N_("所填数值还不能评定，请核对测点"),
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

SENTENCES: dict[str, str] = {**_OF_ANSWERS, **_OF_ITEMS, **OF_GROUPS, **OF_TEMPLATES}
