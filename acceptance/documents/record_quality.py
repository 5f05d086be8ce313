"""What was recorded of a part beside its checklists, in the words of the forms."""

from __future__ import annotations

from acceptance.documents.figures import amount, long_date
from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.record_quality import Accident, PartQuality, TreatedPart
from acceptance.domain.rollup.words import Documents
from acceptance.i18n.titles_rollup import TITLES

_DOCUMENTS = {
    Documents.COMPLETE: "齐全",
    Documents.BASICALLY_COMPLETE: "基本齐全",
    Documents.INCOMPLETE: "不齐全",
}
_GRADES = {
    QualityGrade.EXCELLENT: "优良",
    QualityGrade.QUALIFIED: "合格",
    QualityGrade.UNQUALIFIED: "不合格",
}
_ACCIDENTS = {
    "defect": "质量缺陷",
    "minor": "一般质量事故",
    "major": "较大质量事故",
    "serious": "重大质量事故",
    "extraordinary": "特大质量事故",
}
TRUTHS = {True: "符合要求", False: "不符合要求", None: ""}


def documents_said(quality: PartQuality) -> str:
    """齐全, 基本齐全, 不齐全, and the report that stands for what is missing."""
    said = _DOCUMENTS[quality.documents] if quality.documents else ""
    if quality.entity_test:
        report = f"缺失资料以实体检验报告 {quality.entity_test} 代替"
        said = f"{said}；{report}" if said else report
    return said


def look_said(quality: PartQuality) -> str:
    """How many points were found 好, 一般 and 差; nothing while they are not counted."""
    if quality.good is None or quality.fair is None or quality.poor is None:
        return ""
    counted = f"好 {amount(quality.good)} 处，一般 {amount(quality.fair)} 处"
    return f"{counted}，差（尚未返修） {amount(quality.poor)} 处"


def blocks_said(quality: PartQuality) -> str:
    """The grade of the test blocks and their groups."""
    if quality.blocks_grade is None:
        return ""
    groups = f"（{amount(quality.blocks_groups)} 组）" if quality.blocks_groups else ""
    return _GRADES[quality.blocks_grade] + groups


def score_said(quality: PartQuality) -> str:
    """The score of the appearance table, with room for it where there is none."""
    if not quality.rate:
        return "应得　　　分，实得　　　分，得分率　　　%"
    due, obtained = amount(quality.due), amount(quality.obtained)
    return f"应得 {due} 分，实得 {obtained} 分，得分率 {quality.rate} %"


def treated_said(each: TreatedPart) -> str:
    """What became of works that had failed, and the filing of the defect that is left."""
    said = [TITLES[type(each.treatment)][each.treatment]] if each.treatment else []
    said += [f"依据：{each.basis}"] if each.basis else []
    said += [f"缺陷：{each.defect}"] if each.defect else []
    if each.defect_number:
        said.append(f"质量缺陷备案 {each.defect_number}，{long_date(each.defect_filed_on)}")
    return f"{each.part}：{'；'.join(said)}"


def accident_said(each: Accident) -> str:
    """The accident, its loss and what was done."""
    done = "尚未处理完毕"
    if each.treated_on:
        done = f"{long_date(each.treated_on)}处理完毕：{each.treated_how}".removesuffix("：")
    told = f"{long_date(each.happened_on)}，{_ACCIDENTS[each.accident]}"
    loss = f"直接经济损失 {amount(each.loss_wan)} 万元"
    return f"{each.part}：{told}，{loss}；{each.what}；{done}"
