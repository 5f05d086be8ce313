"""The sentences of evaluations: what is wrong with an input, and why a result is not a plain pass."""

from __future__ import annotations

from acceptance.i18n.marker import N_

_OF_INPUTS: dict[str, str] = {
    "input_above": N_("不能大于 %(limit)s"),
    "input_above_other": N_("不能大于“%(other)s”"),
    "input_below": N_("不能小于 %(limit)s"),
    "input_day_wanted": N_("应为日期，例如 2011-05-01"),
    "input_flag_wanted": N_("应为 true 或 false"),
    "input_groups_wanted": N_("应为 %(wanted)s 组，现有 %(given)s 组"),
    "input_list_wanted": N_("应为一列数据"),
    "input_method_unknown": N_("没有这种计算"),
    "input_missing": N_("没有填写"),
    "input_not_above": N_("应大于 %(limit)s"),
    "input_not_json": N_("不是有效的 JSON"),
    "input_not_of_rule_set": N_("所选标准不用这一项"),
    "input_number_wanted": N_("应为数字，例如 12.5；不能带单位、逗号、字母或指数"),
    "input_object_wanted": N_("应为一组带名称的数据"),
    "input_one_of_two": N_("与“%(other)s”只能填一个"),
    "input_outside": N_("应在 %(least)s 与 %(most)s 之间"),
    "input_rejects_all": N_("舍弃以后剩下的点太少，不能计算标准差"),
    "input_repeated": N_("这一项出现了两次，不知道以哪个为准"),
    "input_too_few": N_("至少 %(least)s 个，现有 %(given)s 个"),
    "input_too_many": N_("最多 %(most)s 个，现有 %(given)s 个"),
    "input_unknown": N_("没有这一项"),
    "input_weights_zero": N_("权值（投资额）之和不能为 0"),
    "input_whole_wanted": N_("应为不小于 0 的整数"),
    "input_word_unknown": N_("应为以下之一：%(known)s"),
}

_OF_STRENGTH: dict[str, str] = {
    "strength_mean_below": N_("平均值 %(value)s 小于要求的 %(limit)s"),
    "guarantee_below": N_("强度保证率 %(value)s %% 小于要求的 %(limit)s %%"),
    "strength_mean_not_above": N_("平均值 %(value)s 应大于 %(limit)s"),
    "variation_above": N_("离差系数 %(value)s %% 超过允许的 %(limit)s %%"),
    "strength_minimum_below": N_("最小值 %(value)s 小于要求的 %(limit)s"),
}

_OF_SAMPLES: dict[str, str] = {
    "score_below": N_("总得分 %(value)s 低于 %(limit)s"),
    "score_not_excellent": N_("总得分 %(value)s 低于优良的 %(limit)s"),
    "quality_not_excellent": N_("工程质量得分 %(value)s 低于优良的 %(limit)s"),
    "structure_score_below": N_("结构工程得分 %(value)s 低于 %(limit)s"),
    "beyond_cap": N_("%(points)s 个点的偏差大于允许偏差的 %(cap)s 倍"),
    "rate_below": N_("合格率 %(value)s %% 小于要求的 %(limit)s %%"),
    "sample_rejected": N_("不合格数 %(defective)s 已达到不合格判定数 %(reject)s"),
    "second_sample_wanted": N_("应再抽取同样数量（%(size)s）的样本，按两次抽样的总和判定"),
    "specimen_group_void": N_(
        "最小值 %(low)s 和最大值 %(high)s 与中间值 %(middle)s 之差均超过 %(limit)s %%，该组无效"
    ),
}

SENTENCES: dict[str, str] = {**_OF_INPUTS, **_OF_SAMPLES, **_OF_STRENGTH}
