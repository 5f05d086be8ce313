"""What is missing in a group of specimens, and what a reader should know of its report."""

from __future__ import annotations

from acceptance.i18n.marker import N_

SENTENCES: dict[str, str] = {
    "group_age_off": N_("龄期 %(age)s 天，标准养护试件应为 %(wanted)s 天，请核对报告日期"),
    "group_age_short": N_("同条件养护只有 %(age)s 天，应不少于 %(least)s 天（待与印刷本核对）"),
    "group_curing_mixed": N_("同一批里有标准养护和同条件养护的组，两种不能合在一起评定"),
    "group_degree_days_short": N_(
        "同条件养护的等效龄期 %(given)s ℃·d，应达到 %(least)s ℃·d（待与印刷本核对）"
    ),
    "group_report_missing": N_("第 %(number)s 组没有填试验报告编号"),
    "group_report_repeated": N_("第 %(number)s 组与第 %(first)s 组是同一份报告 %(report)s，请核对"),
    "group_specimen_missing": N_("一组三块试件，只填了 %(given)s 块"),
    "group_tested_before_cast": N_("试验日期早于成型日期，请核对"),
    "group_tested_later": N_("试验日期 %(tested)s 晚于提交日期，请核对"),
    "group_value_differs": N_(
        "填写的组值 %(stated)s 与三块试件算得的 %(found)s 不一致，按算得的评定"
    ),
    "group_without_value": N_("这一组没有强度值：填三块试件的值，或填报告上的组值"),
}
