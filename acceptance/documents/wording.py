"""The words of the papers: fixed by the forms they follow, so Chinese in every edition."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.certificates import CertificateFacts, Paper
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Category, Grade, SizeBasis, SizeClass


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What the three papers call the same thing."""

    number: str
    place: str
    accepted_on: str
    conditions: str
    itself: str


PAPERS = {
    Paper.BUILDING: PaperWords("证明编号", "工程地点", "竣工验收日期", "附带条件", "本证明"),
    Paper.ROAD: PaperWords("证书编号", "工程地点", "交工验收日期", "遗留问题", "本证书"),
    Paper.WATER: PaperWords("鉴定书编号", "建设地点", "竣工验收日期", "遗留问题", "本鉴定书"),
}

CATEGORIES = {
    Category.BUILDING: "房屋建筑",
    Category.MUNICIPAL: "市政工程",
    Category.RURAL_ROAD: "农村公路",
    Category.WATER_SAVING: "节水改造",
    Category.OTHER: "其他工程",
}
SIZES = {SizeClass.LARGE: "大型", SizeClass.MEDIUM: "中型", SizeClass.SMALL: "小型"}
SIZE_BASES = {
    SizeBasis.RULE_171: "建市〔2007〕171号",
    SizeBasis.INVESTMENT: "按投资额",
    SizeBasis.MANUAL: "人工认定",
}
GRADES = {Grade.EXCELLENT: "优良", Grade.QUALIFIED: "合格"}
RESULTS = {
    AttemptResult.PASSED: "合格",
    AttemptResult.CONDITIONAL: "整改后合格",
    AttemptResult.FAILED: "不合格",
    AttemptResult.ABANDONED: "超期未结论",
    AttemptResult.VOID: "作废",
}
_ROLES = {
    PartyRole.OWNER: "建设单位",
    PartyRole.SURVEYOR: "勘察单位",
    PartyRole.DESIGNER: "设计单位",
    PartyRole.CONTRACTOR: "施工单位",
    PartyRole.SUPERVISOR: "监理单位",
    PartyRole.TESTER: "检测单位",
    PartyRole.QUALITY_STATION: "质量监督机构",
    PartyRole.OPERATOR: "运行管理单位",
    PartyRole.BUREAU: "主管部门",
}


def role_title(paper: Paper, role: PartyRole) -> str:
    """Roads and water works call the owner 项目法人; who runs a road maintains it."""
    if paper is not Paper.BUILDING and role is PartyRole.OWNER:
        return "项目法人"
    if paper is Paper.ROAD and role is PartyRole.OPERATOR:
        return "养护管理单位"
    return _ROLES[role]


def paper_title(facts: CertificateFacts) -> str:
    """The title of the paper, as its trade calls it."""
    if facts.paper is Paper.ROAD:
        return "公路工程交（竣）工验收证书" if facts.merged else "公路工程交工验收证书"
    if facts.paper is Paper.WATER:
        small = facts.size_class is SizeClass.SMALL
        return "小型水利工程竣工验收鉴定书" if small else "水利工程竣工验收鉴定书"
    return "建设工程竣工验收合格证明"


def grade_text(facts: CertificateFacts) -> str:
    """The grade, or the result with the reason why there is no grade."""
    if facts.grade:
        return GRADES[facts.grade]
    why = "本阶段" if facts.paper is Paper.ROAD and not facts.merged else "所用规则集"
    return f"{RESULTS[facts.result]}（{why}不评优良）"


def attempt_text(facts: CertificateFacts) -> str:
    """第2次（首次未通过）; after a void one the next attempt counts as the first."""
    if not facts.failed_on:
        return f"第{facts.attempt}次（计入首次）"
    return f"第{facts.attempt}次（首次未通过）"


def first_time_text(facts: CertificateFacts) -> str:
    """是, or 否 with what kept it from passing at once."""
    if facts.first_time:
        return "是"
    if facts.failed_on:
        return f"否（首次{min(facts.failed_on).isoformat()}未通过）"
    if facts.result is AttemptResult.CONDITIONAL:
        return "否（整改后合格）"
    return "否"
