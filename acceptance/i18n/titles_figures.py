"""What the stored words of figures are called: results of evaluations, and what rates count by."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.agreements import AgreementVerdict
from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.evaluation.method import Field
from acceptance.domain.evaluation.result import EvaluationVerdict, QualityGrade
from acceptance.i18n.marker import N_

TITLES: dict[type[StrEnum], dict[StrEnum, str]] = {
    Field: {
        Field.ANY: N_("各类工程"),
        Field.ROAD: N_("公路工程"),
        Field.WATER: N_("水利工程"),
        Field.BUILDING: N_("房屋建筑和规模划分"),
        Field.INDICATOR: N_("指标"),
    },
    EvaluationVerdict: {
        EvaluationVerdict.PASSED: N_("合格"),
        EvaluationVerdict.FAILED: N_("不合格"),
        EvaluationVerdict.SECOND_SAMPLE: N_("须第二次抽样"),
        EvaluationVerdict.INVALID: N_("无效"),
        EvaluationVerdict.NO_DATA: N_("无数据"),
    },
    QualityGrade: {
        QualityGrade.EXCELLENT: N_("优良"),
        QualityGrade.QUALIFIED: N_("合格"),
        QualityGrade.UNQUALIFIED: N_("不合格"),
    },
    AgreementVerdict: {
        AgreementVerdict.MET: N_("已达标"),
        AgreementVerdict.NOT_MET: N_("未达标"),
        AgreementVerdict.NOT_ASSESSED: N_("不评定"),
    },
    CountedOutcome: {
        CountedOutcome.PASSED: N_("合格"),
        CountedOutcome.FAILED: N_("不合格"),
        CountedOutcome.CONDITIONAL: N_("整改后合格"),
        CountedOutcome.ABANDONED: N_("超期未结论"),
        CountedOutcome.OVERTURNED: N_("证书已撤销"),
    },
    Measure: {
        Measure.PROJECTS: N_("按项目数"),
        Measure.UNIT_WORKS: N_("按单位工程数"),
        Measure.INVESTMENT: N_("按投资（元）"),
        Measure.FLOOR_AREA: N_("按建筑面积（m²）"),
        Measure.LENGTH: N_("按长度（km）"),
        Measure.IRRIGATED: N_("按灌溉面积（亩）"),
    },
}
