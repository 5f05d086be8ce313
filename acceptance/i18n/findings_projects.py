"""Sentences for the reasons around projects, their works and their papers."""

from __future__ import annotations

from acceptance.i18n.marker import N_

SENTENCES: dict[str, str] = {
    "unit_not_responsible": N_("责任单位应为本区域或上级的主管单位"),
    "area_not_in_scope": N_("请选择您负责范围内的乡镇或单位"),
    "code_taken": N_("这个编号已有项目使用，请换一个"),
    "date_in_future": N_("日期不能晚于今天"),
    "finish_before_start": N_("完工日期不能早于开工日期 %(start)s"),
    "organisation_unknown": N_("请从名单中选择单位"),
    "paper_not_asked_for": N_("本项目不要求这份资料"),
    "paper_always_needed": N_("这份资料每个项目都应有，不能登记为不涉及"),
    "party_twice": N_("同一单位的同一角色登记了两次"),
    "preset_levels_differ": N_("标准划分的层次与本项目执行的标准不同，请逐项添加"),
    "process_fixed": N_("项目已经离开登记阶段，验收程序不能再改"),
    "process_not_for_category": N_("这个类别没有这种验收程序"),
    "rule_set_fixed": N_("第 1 次验收已经开启，执行标准不能再改"),
    "rule_set_levels_differ": N_("工程已按另一种层次划分，执行标准不能改为层次不同的标准"),
    "rule_set_not_for_category": N_("这个类别不执行这个标准"),
    "similar_project": N_("已有名称相近的项目“%(name)s”（%(number)s）。请确认不是同一个项目。"),
    "second_entry": N_(
        "“%(name)s”（%(number)s）的验收还没有合格。改名、拆分、合并或另行登记都不另算首次，请在原项目重新验收。"
    ),
    "similar_works": N_("已有相近的工程部位“%(name)s”（%(number)s）。请确认不是同一处。"),
    "size_contradicts_rule": N_(
        "按所填数据应为%(size_class)s。另有依据时请改为人工认定并写明理由。"
    ),
    "size_note_missing": N_("人工认定规模须写明理由"),
    "template_unknown": N_("本类工程没有这种检查表"),
    "works_closed": N_("项目已到“%(stage)s”，工程划分不能再改"),
    "works_exist": N_("工程已经划分，不能再套用标准划分"),
    "works_has_checklists": N_("这个部位已提交过检查表，不能停用"),
    "works_has_parts": N_("请先停用它下面的部位"),
    "works_taken": N_("同一位置已有同名部位（%(number)s）"),
    "works_too_deep": N_("这一层下面不能再划分"),
}
