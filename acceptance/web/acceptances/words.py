"""Words of these pages that depend on a stored word."""

from __future__ import annotations

from acceptance.i18n.marker import N_
from acceptance.workflow.actions import Action

REASON = N_("理由")
# Some steps do not ask why, but for what has come of the matter.
REASONS: dict[Action, str] = {
    Action.FILE: N_("备案编号"),
    Action.CONFIRM_APPRAISAL: N_("鉴定报告编号和结论"),
    Action.RETURN_TO_CONSTRUCTION: N_("退回的理由"),
    Action.APPROVE: N_("复核意见"),
}

# By what somebody took part in a project, as the services store it; a step has its own title.
PARTS: dict[str, str] = {
    "registered": N_("登记"),
    "changed": N_("修改"),
    "named parties": N_("登记单位"),
    "divided works": N_("划分"),
    "recorded quality": N_("登记质量"),
    "recorded paper": N_("资料"),
    "recorded proceeding": N_("验收程序"),
    "opened checklist": N_("开表"),
    "drew samples": N_("抽取测点"),
    "drafted": N_("填表"),
    "inspected": N_("检查"),
    "photographed": N_("拍照"),
    "rectified": N_("报告整改"),
    "checked rectification": N_("检查整改"),
    "requested void": N_("申请作废"),
}
