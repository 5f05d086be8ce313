"""Reasons around goals and awards."""

from __future__ import annotations

from acceptance.i18n.marker import N_

SENTENCES: dict[str, str] = {
    "target_year_outside": N_("年度应在 %(first)s 至 %(last)s 之间"),
    "target_share_outside": N_("比率应在 0 至 100 之间"),
    "target_count_outside": N_("项数应为 0 至 999 的整数"),
    "target_since_after_year": N_("起始年度不能晚于考核年度"),
    "agreement_without_targets": N_("责任书里至少要有一项目标"),
    "agreement_unit_unknown": N_("没有这个责任单位"),
    "agreement_signed_already": N_("这一版已经签订，不能再签；要改目标，请拟定新的一版"),
    "agreement_has_newer_version": N_("已有更新的第 %(version)s 版，请签订那一版"),
    "agreement_needs_second_person": N_(
        "拟定的人不能自己确认签订；由责任单位的另一人或其他单位的人确认"
    ),
    "agreement_signed_before_drawn": N_("签订日期不能早于拟定日期 %(drawn)s，也不能晚于今天"),
    "agreement_not_in_force": N_("只考核有效的、已签订的责任书"),
    "agreement_year_not_over": N_("%(year)s 年还没有结束，年度考核在年终之后"),
    "agreement_assesses_itself": N_("责任单位不考核自己；由其他单位的人确认"),
    "agreement_already_assessed": N_("已经考核过，各项数字没有变"),
    "award_in_the_future": N_("获奖日期不能晚于今天"),
    "period_unknown": N_(
        "期间应为年度、半年、季度、月、若干年或起止日期，例如 2015、2015-H1、2015-Q2、2015-07、"
        "2011..2015、2015-03-05/2015-08-31"
    ),
    "period_outside": N_("期间应在 %(first)s 年至 %(last)s 年之内，最长 %(most)s 年"),
    "what_if_count": N_("再验收的项数应为 0 至 %(most)s 的整数"),
    "what_if_share": N_("每项合格的可能应为 0 至 100 的数，最多 7 个字符"),
    "filter_unknown": N_("没有这样的筛选条件"),
    "project_unknown": N_("没有编号为 %(code_given)s 的项目"),
}
