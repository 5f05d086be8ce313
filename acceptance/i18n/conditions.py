"""What each condition of a step is called once it holds."""

from __future__ import annotations

from acceptance.i18n.catalogs import translator
from acceptance.i18n.marker import N_
from acceptance.i18n.procedures import CONDITIONS as OF_PROCEDURES
from acceptance.workflow.gates import Met

CONDITIONS: dict[str, str] = {
    "core_parties_named": N_("建设、设计、施工、监理单位均已登记"),
    "some_parties_named": N_("部分参建单位已登记"),
    "works_divided": N_("工程已经划分"),
    "all_works_inspected_and_passed": N_("各部位的检查表均已提交并合格"),
    "acceptance_not_forbidden": N_("没有严禁验收的部位"),
    "quality_recorded": N_("各级质量控制资料、检验和观感（外观）质量均已登记"),
    "recorded_quality_holds": N_("登记的资料、外观、检验和事故处理没有使任何一级不合格"),
    "photos_arrived": N_("照片全部送达"),
    "paper_on_file": N_("《%(paper)s》已登记"),
    "paper_does_not_apply": N_("《%(paper)s》本工程不涉及"),
    "notice_given_in_time": N_("书面通知已按期送达质量监督机构"),
    "no_attempt_open": N_("没有尚未作出结论的验收"),
    "attempt_open": N_("验收已经开启"),
    "attempt_stands": N_("最近一次验收结论为合格"),
    "rectifications_closed": N_("整改全部销号"),
    "certificate_in_force": N_("证书有效"),
    "void_requested_by_another_unit": N_("另一个单位已申请作废"),
    **OF_PROCEDURES,
}


def say_met(met: Met, locale: str) -> str:
    """The sentence of a condition that holds."""
    catalog = translator(locale)
    sentence = catalog.gettext(CONDITIONS[met.condition])
    if met.paper is None:
        return sentence
    return sentence % {"paper": met.paper.title_en if locale == "en" else met.paper.title}
