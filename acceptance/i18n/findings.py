"""What each reason is called. Values stand as %(name)s; words among them are said by their title."""

from __future__ import annotations

from acceptance.i18n.findings_checklists import SENTENCES as CHECKLISTS
from acceptance.i18n.findings_evaluation import SENTENCES as EVALUATION
from acceptance.i18n.findings_inspection import SENTENCES as INSPECTION
from acceptance.i18n.findings_projects import SENTENCES as PROJECTS
from acceptance.i18n.findings_road import SENTENCES as ROAD
from acceptance.i18n.findings_rollup import SENTENCES as ROLLUP
from acceptance.i18n.findings_sampling import SENTENCES as SAMPLING
from acceptance.i18n.findings_standards import SENTENCES as STANDARDS
from acceptance.i18n.findings_targets import SENTENCES as TARGETS
from acceptance.i18n.findings_water import SENTENCES as WATER
from acceptance.i18n.marker import N_
from acceptance.i18n.procedures import SENTENCES as PROCEDURES

SENTENCES: dict[str, str] = {
    "no_such_step": N_("项目现在处于“%(stage)s”，不能办理“%(action)s”。请刷新页面后再看。"),
    "role_needed": N_("这一步由%(role)s办理。"),
    "party_missing": N_("%(role)s未登记"),
    "works_not_divided": N_("还没有划分工程"),
    "works_not_inspected": N_("%(total)s 处中有 %(count)s 处还没有检查"),
    "checklists_in_draft": N_("有 %(count)s 处的检查表还是草稿，没有提交"),
    "works_failed": N_("有 %(count)s 处最近一次检查不合格"),
    "photos_missing": N_("有 %(count)s 张照片还没有送达"),
    "paper_missing": N_("缺《%(title)s》"),
    "paper_missing_to_check": N_("缺《%(title)s》（条文待与正式文本核对）"),
    "notice_missing": N_("还没有登记给质量监督机构的书面通知"),
    "notice_too_short": N_("书面通知须提前 7 个工作日，最早 %(earliest)s 开会"),
    "notice_too_short_weekends": N_(
        "书面通知须提前 7 个工作日，最早 %(earliest)s 开会（%(years)s 年节假日安排未录入，仅按周末计算）"
    ),
    "attempt_already_open": N_("第 %(number)s 次验收已经开启，还没有结论"),
    "no_attempt_open": N_("没有已开启的验收"),
    "no_passed_attempt": N_("最近一次验收没有合格结论"),
    "rectifications_open": N_("有 %(count)s 项整改没有销号"),
    "problems_not_listed": N_("请至少列出一项要整改的问题"),
    "reason_missing": N_("请写明理由"),
    "party_does_not_agree": N_("%(role)s没有签认同意"),
    "quorum_missing": N_("同意的成员须达到三分之二，现在是 %(agree)s／%(members)s"),
    "own_work": N_("您经手过这个项目，经手的人不作决定。请转给没有经手的审批人。"),
    "void_not_requested": N_("还没有人申请作废"),
    "void_already_requested": N_("已有人申请作废，等另一个单位的审批人确认"),
    "void_needs_other_unit": N_("作废须由另一个单位的人确认"),
    "no_certificate_in_force": N_("没有有效的证书"),
    "rule_set_has_no_grades": N_("本项目执行的标准不评等级"),
    "score_missing": N_("请填写得分"),
    "deadline_in_the_past": N_("整改期限不能早于今天"),
    "rectification_closed": N_("这项整改已经销号"),
    "rectification_not_reported": N_("还没有报告整改完成"),
    "own_rectification": N_("报告整改完成的人不能自己销号"),
    "measure_missing": N_("请写明怎样整改的"),
    "after_photo_missing": N_("请先上传整改后的照片"),
    "credit_code_form": N_("统一社会信用代码应为 18 位，不含字母 I、O、S、V、Z，请核对"),
    "credit_code_check": N_("统一社会信用代码的第 18 位校验不符。核对无误的，请写明理由再保存"),
    "credit_code_organisation_check": N_(
        "统一社会信用代码中主体标识码的第 17 位校验不符。核对无误的，请写明理由再保存"
    ),
    **PROJECTS,
    **CHECKLISTS,
    **EVALUATION,
    **ROAD,
    **WATER,
    **ROLLUP,
    **SAMPLING,
    **INSPECTION,
    **STANDARDS,
    **TARGETS,
    **PROCEDURES,
    "password_too_short": N_("密码至少要 %(least)s 位"),
    "password_too_long": N_("密码最多 %(most)s 位"),
    "password_contains_login": N_("密码里不能含有账号"),
    "password_common": N_("这个密码太常见，容易被猜到，请换一个"),
    "login_form": N_("账号应为 3 到 40 个小写字母、数字、点、横线，以字母或数字开头"),
    "login_taken": N_("这个账号已经有人用了，请换一个"),
    "own_role": N_("不能改自己的岗位，请由另一位管理员办理"),
    "own_account": N_("不能停用自己的账号，请由另一位管理员办理"),
    "account_disabled": N_("账号已停用，请先重新启用"),
    "administrator_exists": N_("已经有管理员了"),
    "county_missing": N_("没有代码为 %(county)s 的县，请先准备数据库"),
    "area_out_of_scope": N_("请选择您负责的区域"),
    "organisation_unknown": N_("没有这个单位，请重新选择"),
    "role_unknown": N_("没有这个岗位，请重新选择"),
    "organisation_name_taken": N_("已有同名的单位"),
    "credit_code_taken": N_("已有单位登记了这个信用代码"),
    "area_code_form": N_("区划代码应为 6 位或 9 位数字"),
    "area_code_elsewhere": N_("这个代码不属于“%(parent)s”"),
    "area_code_taken": N_("这个代码已经有了"),
    "area_name_same": N_("新名称与现在的一样"),
}
