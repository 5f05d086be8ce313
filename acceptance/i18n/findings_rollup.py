"""The sentences of the roll-up from the lowest works to the project."""

from __future__ import annotations

from acceptance.i18n.marker import N_

SENTENCES: dict[str, str] = {
    "acceptance_forbidden": N_("处理后仍不能满足安全或重要使用要求，严禁验收"),
    "accident_not_treated": N_("有质量事故没有处理完"),
    "appearance_half_counted": N_("好、一般、差的处数须一起填写，没有的填 0"),
    "appearance_item_points": N_("测点和合格测点须一起填写，合格测点不多于测点"),
    "appearance_item_twice": N_("等级和测点只填一种"),
    "appearance_not_recorded": N_("还没有登记观感（外观）质量检查结果"),
    "appearance_repaired": N_("返修后合格的处数不多于“好”和“一般”的处数"),
    "appearance_poor": N_("观感质量有 %(count)s 处评为差，须返修后重新检查"),
    "day_in_the_future": N_("日期不能晚于今天"),
    "defect_half_filed": N_("质量缺陷备案须同时填写编号和日期"),
    "defect_not_filed": N_("质量缺陷还没有备案"),
    "documents_not_recorded": N_("还没有登记质量控制资料的核查结果"),
    "functions_failed": N_("安全和主要使用功能的检验结果不符合要求"),
    "functions_not_recorded": N_("还没有登记安全和主要使用功能的检验结果"),
    "grade_above_score": N_("公路工程得分不低于 %(score)s 才能评为优良"),
    "grade_above_roll_up": N_("汇总结果达不到优良，不能评为优良"),
    "grade_reason_missing": N_("评定的等级与汇总结果不同，请写明理由"),
    "level_failed": N_("%(part)s %(name)s不合格，见工程划分中的原因"),
    "no_parts": N_("下面还没有划分"),
    "part_failed": N_("%(part)s %(name)s不合格"),
    "part_forbidden": N_("%(part)s %(name)s处理后仍不能满足要求，严禁验收"),
    "part_not_inspected": N_("还没有提交检查表"),
    "part_not_passed": N_("最近一次检查不合格"),
    "part_open": N_("%(part)s %(name)s还没有结论"),
    "quality_not_recorded": N_("%(sentence)s：%(parts)s"),
    "treated_before_accident": N_("处理日期不能早于事故日期"),
    "treatment_bars_excellent": N_("经过加固补强或让步接收，只能评为合格"),
    "treatment_basis_missing": N_("请写明检测报告、核算或处理方案的编号"),
}
