"""What each stored word is called. The Chinese title is the source, English its translation."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.areas import AreaLevel
from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.document_lists import Need, When
from acceptance.domain.indicators import AwardKind, IndicatorCode
from acceptance.domain.job_state import JobState
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Role
from acceptance.domain.projects import Category, Grade, Level, SizeBasis, SizeClass
from acceptance.i18n import titles_gb_50300 as gb_50300
from acceptance.i18n.marker import N_
from acceptance.i18n.procedures import TITLES as OF_PROCEDURES
from acceptance.i18n.titles_checklists import TITLES as OF_CHECKLISTS
from acceptance.i18n.titles_figures import TITLES as OF_FIGURES
from acceptance.i18n.titles_rollup import TITLES as OF_ROLLUP
from acceptance.workflow.actions import Action
from acceptance.workflow.stages import Stage

# Words of different kinds may be spelled alike (an attempt and a job can both be `failed`), so
# that titles are kept by kind.
TITLES: dict[type[StrEnum], dict[StrEnum, str]] = {
    **gb_50300.TITLES,
    **OF_CHECKLISTS,
    **OF_FIGURES,
    **OF_ROLLUP,
    **OF_PROCEDURES,
    Role: {
        Role.INSPECTOR: N_("检查员"),
        Role.APPROVER: N_("审批人"),
        Role.LEADER: N_("领导"),
        Role.ADMINISTRATOR: N_("管理员"),
        Role.AUDITOR: N_("审计员"),
        Role.SYSTEM: N_("系统"),
    },
    AreaLevel: {
        AreaLevel.PROVINCE: N_("省"),
        AreaLevel.CITY: N_("市"),
        AreaLevel.COUNTY: N_("县区"),
        AreaLevel.TOWNSHIP: N_("乡镇"),
    },
    PartyRole: {
        PartyRole.OWNER: N_("建设单位"),
        PartyRole.SURVEYOR: N_("勘察单位"),
        PartyRole.DESIGNER: N_("设计单位"),
        PartyRole.CONTRACTOR: N_("施工单位"),
        PartyRole.SUPERVISOR: N_("监理单位"),
        PartyRole.TESTER: N_("检测单位"),
        PartyRole.QUALITY_STATION: N_("质量监督机构"),
        PartyRole.OPERATOR: N_("运行管理单位"),
        PartyRole.BUREAU: N_("主管部门"),
    },
    Category: {
        Category.BUILDING: N_("房屋建筑"),
        Category.MUNICIPAL: N_("市政工程"),
        Category.RURAL_ROAD: N_("农村公路"),
        Category.WATER_SAVING: N_("节水改造"),
        Category.OTHER: N_("其他工程"),
    },
    SizeClass: {
        SizeClass.LARGE: N_("大型"),
        SizeClass.MEDIUM: N_("中型"),
        SizeClass.SMALL: N_("小型"),
    },
    SizeBasis: {
        SizeBasis.RULE_171: N_("建市〔2007〕171号"),
        SizeBasis.INVESTMENT: N_("投资额标准"),
        SizeBasis.MANUAL: N_("人工认定"),
    },
    Grade: {
        Grade.EXCELLENT: N_("优良"),
        Grade.QUALIFIED: N_("合格"),
    },
    Level: {
        Level.UNIT: N_("单位工程"),
        Level.DIVISION: N_("分部工程"),
        Level.ITEM: N_("分项工程"),
        Level.LOT: N_("检验批"),
        Level.ELEMENT: N_("单元工程"),
    },
    AttemptResult: {
        AttemptResult.PASSED: N_("合格"),
        AttemptResult.FAILED: N_("不合格"),
        AttemptResult.CONDITIONAL: N_("整改后合格"),
        AttemptResult.ABANDONED: N_("超期未结论"),
        AttemptResult.VOID: N_("作废"),
    },
    Need: {
        Need.REQUIRED: N_("缺了不能办理"),
        Need.IF_APPLICABLE: N_("涉及时应有"),
        Need.EXPECTED: N_("应有，只提醒"),
        Need.EXPECTED_IF_APPLICABLE: N_("涉及时应有，只提醒"),
    },
    When: {When.HOUSING: N_("住宅工程")},
    Opinion: {
        Opinion.AGREE: N_("同意"),
        Opinion.DISAGREE: N_("不同意"),
        Opinion.ABSENT: N_("缺席"),
    },
    AwardKind: {
        AwardKind.LUBAN: N_("鲁班奖（国家级）"),
        AwardKind.FEITIAN: N_("飞天奖（省级）"),
    },
    IndicatorCode: {
        IndicatorCode.FIRST_TIME_LARGE_MEDIUM: N_("大中型工程建设项目一次验收合格率"),
        IndicatorCode.FIRST_TIME_OTHER: N_("其他工程建设项目一次验收合格率"),
        IndicatorCode.QUALITY_RURAL_ROAD: N_("农村公路工程质量合格率"),
        IndicatorCode.QUALITY_WATER_SAVING: N_("节水改造工程质量合格率"),
        IndicatorCode.EXCELLENCE_LARGE: N_("大型工程综合优良率"),
        IndicatorCode.STANDARDS_MET: N_("竣工工程达标率"),
        IndicatorCode.AWARD_LUBAN: N_("鲁班奖"),
        IndicatorCode.AWARD_FEITIAN: N_("飞天奖"),
    },
    CertificateState: {
        CertificateState.IN_FORCE: N_("有效"),
        CertificateState.REVOKED: N_("已撤销"),
        CertificateState.REPLACED: N_("已换发"),
    },
    JobState: {
        JobState.QUEUED: N_("排队中"),
        JobState.LEASED: N_("正在办理"),
        JobState.DONE: N_("已完成"),
        JobState.FAILED: N_("未成功，需要人工处理"),
    },
    Stage: {
        Stage.REGISTERED: N_("登记"),
        Stage.UNDER_CONSTRUCTION: N_("施工"),
        Stage.SELF_INSPECTION: N_("施工单位自检"),
        Stage.PRE_ACCEPTANCE: N_("竣工预验收"),
        Stage.QUALITY_VERIFICATION: N_("质量核验"),
        Stage.UNIT_WORKS_ACCEPTANCE: N_("单位工程验收"),
        Stage.CONTRACT_COMPLETION: N_("合同工程完工验收"),
        Stage.OWNER_SELF_CHECK: N_("竣工验收自查"),
        Stage.TECHNICAL_PRE_ACCEPTANCE: N_("竣工技术预验收"),
        Stage.COMPLETION_ACCEPTANCE: N_("竣工验收"),
        Stage.HANDOVER_ACCEPTANCE: N_("交工验收"),
        Stage.MERGED_ACCEPTANCE: N_("交竣工验收"),
        Stage.RECTIFICATION: N_("整改，须重新验收"),
        Stage.CORRECTION: N_("整改，复查后报批"),
        Stage.APPROVAL: N_("复核批准"),
        Stage.FILING: N_("备案"),
        Stage.FILED: N_("已备案"),
        Stage.TRIAL_OPERATION: N_("试运营"),
        Stage.QUALITY_APPRAISAL: N_("质量鉴定"),
        Stage.FINAL_ACCEPTANCE: N_("公路竣工验收"),
        Stage.HANDED_OVER: N_("移交"),
        Stage.ARCHIVED: N_("归档"),
    },
    Action: {
        Action.START_CONSTRUCTION: N_("开工"),
        Action.REPORT_COMPLETION: N_("报告完工"),
        Action.CONFIRM_SELF_INSPECTION: N_("自检合格"),
        Action.CONFIRM_PRE_ACCEPTANCE: N_("预验收通过"),
        Action.RETURN_TO_CONSTRUCTION: N_("退回施工"),
        Action.CONFIRM_VERIFICATION: N_("质量核验通过"),
        Action.CONFIRM_UNIT_WORKS: N_("单位工程验收通过"),
        Action.CONFIRM_CONTRACT_COMPLETION: N_("合同工程完工验收通过"),
        Action.CONFIRM_OWNER_CHECK: N_("自查通过"),
        Action.CONFIRM_TECHNICAL_PRE_ACCEPTANCE: N_("技术预验收通过"),
        Action.OPEN_ATTEMPT: N_("开启验收"),
        Action.CONCLUDE_PASSED: N_("作出结论：合格"),
        Action.CONCLUDE_CONDITIONAL: N_("作出结论：整改后合格"),
        Action.CONCLUDE_FAILED: N_("作出结论：不合格"),
        Action.ABANDON_ATTEMPT: N_("登记为超期未结论"),
        Action.FINISH_RECTIFICATION: N_("整改完成，可重新验收"),
        Action.FINISH_CORRECTION: N_("整改完成，报送批准"),
        Action.APPROVE: N_("批准并签发证书"),
        Action.SEND_BACK: N_("退回整改"),
        Action.CONFIRM_VOID: N_("确认作废"),
        Action.REVOKE_CERTIFICATE: N_("撤销证书"),
        Action.FILE: N_("登记备案"),
        Action.END_TRIAL: N_("试运营期满"),
        Action.CONFIRM_APPRAISAL: N_("质量鉴定完成"),
        Action.CONCLUDE_FINAL: N_("作出竣工验收结论"),
        Action.ARCHIVE: N_("归档"),
    },
}

PROCESS_TITLES: dict[str, str] = {
    "building": N_("房屋建筑竣工验收"),
    "municipal": N_("市政工程竣工验收"),
    "road": N_("公路交工、竣工两阶段验收"),
    "road_merged": N_("小型农村公路交竣工合并验收"),
    "water": N_("水利工程竣工验收"),
}

# What the log says of an act that is no step of a process; a step takes its action's title.
ACT_TITLES: dict[str, str] = {
    "stage.refused": N_("未能办理"),
    "system.started": N_("启动系统"),
    "system.tail_lost": N_("记录缺失，仍继续使用"),
    "project.registered": N_("登记项目"),
    "project.changed": N_("修改项目"),
    "project.parties": N_("登记参建单位"),
    "project.graded": N_("登记等级"),
    "paper.recorded": N_("登记资料"),
    "proceeding.recorded": N_("登记验收程序"),
    "works.divided": N_("套用标准划分"),
    "works.added": N_("增加工程划分"),
    "works.changed": N_("修改工程划分"),
    "works.retired": N_("停用工程划分"),
    "works.quality_recorded": N_("登记质量记录"),
    "works.accident_recorded": N_("登记质量事故"),
    "works.accident_treated": N_("质量事故处理完毕"),
    "checklist.opened": N_("开始检查"),
    "checklist.submitted": N_("提交检查表"),
    "sampling.drawn": N_("抽取测点"),
    "sampling.extent": N_("登记检查范围"),
    "photo.added": N_("上传照片"),
    "photo.original_seen": N_("查看照片原件"),
    "attempt.opened": N_("开启验收"),
    "attempt.concluded": N_("作出验收结论"),
    "attempt.abandoned": N_("超期未结论"),
    "attempt.void_requested": N_("申请作废"),
    "attempt.voided": N_("验收作废"),
    "rectification.opened": N_("列出整改"),
    "rectification.reported": N_("报告整改完成"),
    "rectification.returned": N_("退回整改报告"),
    "rectification.closed": N_("整改销号"),
    "certificate.issued": N_("签发证书"),
    "certificate.revoked": N_("撤销证书"),
    "template.published": N_("发布检查表模板"),
    "standard.limit_proposed": N_("提出标准限值"),
    "standard.limit_confirmed": N_("核定标准限值"),
    "standard.limit_declined": N_("不予核定标准限值"),
    "target.set": N_("设定目标"),
    "agreement.drawn_up": N_("拟定目标责任书"),
    "agreement.signed": N_("签订目标责任书"),
    "agreement.assessed": N_("考核目标责任书"),
    "award.recorded": N_("登记奖项"),
    "account.created": N_("建立账号"),
    "account.activated": N_("激活账号"),
    "account.changed": N_("修改账号"),
    "account.disabled": N_("停用账号"),
    "account.enabled": N_("重新启用账号"),
    "account.link_issued": N_("给出设置密码的链接"),
    "account.password_changed": N_("修改密码"),
    "account.sessions_ended": N_("让账号在各处退出登录"),
    "organisation.added": N_("登记单位"),
    "organisation.changed": N_("修改单位"),
    "area.added": N_("增加区域"),
    "area.renamed": N_("区域改名"),
}


def title_of(word: StrEnum) -> str:
    """The Chinese title of a stored word, to be translated by whoever says it."""
    return TITLES[type(word)][word]
