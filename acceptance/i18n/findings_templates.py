"""What is said about a checklist template that cannot be read, to whoever writes one."""

from __future__ import annotations

from acceptance.i18n.marker import N_

SENTENCES: dict[str, str] = {
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
    "template_given_entered": N_("这一栏由检查人填写，不能写在 given 里"),
    "template_given_missing": N_("评定方法必须有这一栏，请写在 [section.item.given] 里"),
    "template_given_unknown": N_("评定方法没有这一栏，请检查拼写"),
    "template_given_wanted": N_("应为数字、一个词，或 true、false"),
    "template_given_wrong": N_("“%(given)s”不能用于评定方法的这一栏"),
    "template_item_repeated": N_("项目编码重复了 %(times)s 次"),
    "template_key_missing": N_("缺少这一栏"),
    "template_key_of_measures": N_("这一栏不能用于这种项目，请删去"),
    "template_key_of_statistics": N_("rule 和 given 只用于 statistical 项目，请删去"),
    "template_key_unknown": N_("没有这一栏，请检查拼写"),
    "template_limit_missing": N_("实测项目至少要有 low 或 high 中的一个"),
    "template_limits_reversed": N_("%(lower)s 不能大于 %(upper)s"),
    "template_near_not_positive": N_("接近限值的余量 near 必须大于 0"),
    "template_not_toml": N_("文件不是正确的 TOML：%(reason)s"),
    "template_number_wanted": N_("应为数字，例如 -5 或 0.3"),
    "template_plausible_half": N_("plausible_low 与 plausible_high 必须同时写"),
    "template_points_below_one": N_("最少点数 minimum_points 不能小于 1"),
    "template_rate_out_of_range": N_("合格率应大于 0 且不大于 100"),
    "template_rule_unknown": N_("没有这种评定方法，可用：%(known)s"),
    "template_rule_without_design": N_("这种评定方法没有设计值，needs_design 应删去"),
    "template_rule_without_points": N_("这种评定方法不用逐点实测值，不能用于检查项"),
    "template_sample_below_one": N_("检查频率 sample 的这一栏必须大于 0，次数是整数"),
    "template_sample_every_missing": N_("按长度或面积的检查频率须写 every：每多少 m 或 m²"),
    "template_sample_key_unused": N_("按 %(per)s 的检查频率不用这一栏，请删去"),
    "template_sample_share": N_('share 与 per = "share" 必须同时写或同时不写'),
    "template_section_repeated": N_("分节编码重复了 %(times)s 次"),
    "template_tables_wanted": N_("应为一个或多个表，例如 [[section]] 或 [[section.item]]"),
    "template_text_wanted": N_("应为不空的文字，不含控制字符，最多 1000 个字"),
    "template_unit_missing": N_("实测项目必须写单位 unit"),
    "template_whole_wanted": N_("应为 0 到 1000 的整数"),
    "template_word_unknown": N_("“%(given)s”不在可用的词里，可用：%(known)s"),
}
