"""The stages of a project on its way to the archive."""

from enum import StrEnum


class Stage(StrEnum):
    """Where a project stands. What is going on now, not what was last finished."""

    REGISTERED = "registered"  # 登记
    UNDER_CONSTRUCTION = "under_construction"  # 施工
    SELF_INSPECTION = "self_inspection"  # 施工单位自检
    PRE_ACCEPTANCE = "pre_acceptance"  # 竣工预验收
    QUALITY_VERIFICATION = "quality_verification"  # 质量监督机构检测核验
    UNIT_WORKS_ACCEPTANCE = "unit_works_acceptance"  # 单位工程验收
    CONTRACT_COMPLETION = "contract_completion"  # 合同工程完工验收
    OWNER_SELF_CHECK = "owner_self_check"  # 竣工验收自查
    TECHNICAL_PRE_ACCEPTANCE = "technical_pre_acceptance"  # 竣工技术预验收
    COMPLETION_ACCEPTANCE = "completion_acceptance"  # 竣工验收
    HANDOVER_ACCEPTANCE = "handover_acceptance"  # 交工验收
    MERGED_ACCEPTANCE = "merged_acceptance"  # 交竣工验收
    RECTIFICATION = "rectification"  # 整改，须重新验收
    CORRECTION = "correction"  # 整改，复查后报批
    APPROVAL = "approval"  # 复核批准
    FILING = "filing"  # 备案
    FILED = "filed"  # 已备案
    TRIAL_OPERATION = "trial_operation"  # 试运营
    QUALITY_APPRAISAL = "quality_appraisal"  # 质量鉴定
    FINAL_ACCEPTANCE = "final_acceptance"  # 公路竣工验收
    HANDED_OVER = "handed_over"  # 已移交
    ARCHIVED = "archived"  # 归档


COUNTED = frozenset(
    {Stage.COMPLETION_ACCEPTANCE, Stage.HANDOVER_ACCEPTANCE, Stage.MERGED_ACCEPTANCE}
)
