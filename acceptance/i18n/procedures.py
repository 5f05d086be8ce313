"""What acceptances and their events are called, and the reasons around them."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.standards.acceptance_rules import Event
from acceptance.i18n.marker import N_

ACCEPTANCE_TITLES: dict[str, str] = {
    "lot": N_("检验批验收"),
    "item": N_("分项工程验收"),
    "foundation_division": N_("地基与基础分部工程验收"),
    "structure_division": N_("主体结构、节能分部工程验收"),
    "division": N_("分部工程验收"),
    "pre_acceptance": N_("竣工预验收"),
    "building_completion": N_("工程竣工验收"),
    "supervision_report": N_("质量监督报告"),
    "verification": N_("质量监督机构检测"),
    "handover": N_("交工验收"),
    "part_works": N_("分部工程法人验收"),
    "unit_works": N_("单位工程验收"),
    "contract_completion": N_("合同工程完工验收"),
    "owner_self_check": N_("竣工验收自查"),
    "stage": N_("阶段验收"),
    "technical_pre_acceptance": N_("竣工技术预验收"),
    "completion": N_("竣工验收"),
}
OPINION_TITLES: dict[str, str] = {
    "核备": N_("核备"),
    "核定": N_("核定"),
    "监督报告": N_("监督报告"),
}
TITLES: dict[type[StrEnum], dict[StrEnum, str]] = {
    Event: {
        Event.APPLICATION: N_("验收申请"),
        Event.ANSWER: N_("答复申请"),
        Event.NOTICE: N_("通知质量监督机构"),
        Event.MEETING: N_("验收"),
        Event.REPORT: N_("报送主管或监督机构"),
        Event.OPINION: N_("质量监督机构的意见"),
        Event.PAPER: N_("鉴定书印发"),
    },
}
SENTENCES: dict[str, str] = {
    "acceptance_missing": N_("%(acceptance)s还没有登记"),
    "acceptances_missing": N_("%(acceptance)s还有 %(count)s 处没有登记：%(parts)s"),
    "event_missing": N_("%(acceptance)s%(part)s还没有登记“%(event)s”"),
    "chaired_by_another": N_("%(acceptance)s%(part)s应由%(role)s组织，登记的是%(chair)s"),
    "unit_not_represented": N_("%(acceptance)s%(part)s：%(role)s没有参加签认"),
    "notice_days_short": N_(
        "%(acceptance)s%(part)s须提前 %(days)s 个工作日通知，最早 %(earliest)s，登记的是 %(held)s"
    ),
    "notice_days_short_weekends": N_(
        "%(acceptance)s%(part)s须提前 %(days)s 个工作日通知，最早 %(earliest)s，登记的是 %(held)s"
        "（%(years)s 年节假日安排未录入，仅按周末计算）"
    ),
    "group_not_agreed": N_(
        "%(acceptance)s%(part)s：同意的成员须达到三分之二，登记的是 %(agree)s／%(members)s"
    ),
    "experts_not_outside": N_(
        "%(acceptance)s%(part)s：外单位专家须占三分之二以上，登记的是 %(outside)s／%(members)s"
    ),
    "supervision_objects": N_(
        "%(acceptance)s%(part)s：质量监督机构%(opinion)s有异议，须重新研究后再报"
    ),
    "objection_period_runs": N_("%(acceptance)s报告备案后的异议期到 %(until)s 为止"),
    "nothing_recorded": N_("请至少填写一个日期"),
    "part_not_chosen": N_("请选择工程部位"),
    "event_of_another_role": N_("质量监督机构的意见由审批人登记，其余由检查员登记"),
    "event_not_of_this_acceptance": N_("这项验收没有这一步"),
    "event_too_early": N_("不能早于“%(event)s”的日期 %(day)s"),
    "chair_missing": N_("请选择组织验收的单位"),
    "group_missing": N_("请填写验收组各单位的人数"),
    "more_agree_than_members": N_("同意的人数不能多于验收组的 %(members)s 人"),
    "too_many_of_a_unit": N_("%(role)s在验收组中不超过 %(most)s 人，其余人员列席"),
}
CONDITIONS: dict[str, str] = {
    "acceptances_recorded": N_("这一步以前的验收均已登记"),
    "chaired_by_the_right_body": N_("验收由应当组织的单位组织"),
    "every_unit_represented": N_("应参加验收的单位都已参加签认"),
    "notice_days_ahead": N_("已按期通知质量监督机构"),
    "group_concluded": N_("同意的成员达到规定的比例"),
    "experts_from_outside": N_("专家组中外单位专家达到规定的比例"),
    "supervision_has_no_objection": N_("质量监督机构没有异议"),
    "objection_period_over": N_("备案后的异议期已满"),
}
