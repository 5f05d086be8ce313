"""Titles of the levels, demands and remedies of GB 50300."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.standards.gb_50300_words import Decision, Demand, Level, Remedy
from acceptance.i18n.marker import N_

TITLES: dict[type[StrEnum], dict[StrEnum, str]] = {
    Level: {
        Level.LOT: N_("检验批"),
        Level.SUB_ITEM: N_("分项工程"),
        Level.DIVISION: N_("分部工程"),
        Level.UNIT: N_("单位工程"),
    },
    Demand: {
        Demand.DOMINANT_ITEMS: N_("主控项目全部合格"),
        Demand.GENERAL_ITEMS: N_("一般项目合格，无严重缺陷"),
        Demand.OPERATION_RECORDS: N_("施工操作依据、质量验收记录完整"),
        Demand.PARTS_PASSED: N_("所含下一级全部合格"),
        Demand.PART_RECORDS: N_("所含检验批的验收记录完整"),
        Demand.CONTROL_DOCUMENTS: N_("质量控制资料完整"),
        Demand.FUNCTION_TESTS: N_("安全、节能、环保和主要使用功能的检验合格"),
        Demand.FUNCTION_CHECKS: N_("主要使用功能的抽查合格"),
        Demand.APPEARANCE: N_("观感质量符合要求"),
    },
    Remedy: {
        Remedy.REDONE: N_("返工、返修"),
        Remedy.TESTED_AS_DESIGNED: N_("检测鉴定达到设计要求"),
        Remedy.APPROVED_BY_DESIGNER: N_("原设计单位核算认可"),
        Remedy.STRENGTHENED: N_("返修或加固处理"),
        Remedy.ENTITY_TESTED: N_("资料缺失，经实体检验"),
        Remedy.STILL_UNSAFE: N_("仍不能满足安全或使用要求"),
    },
    Decision: {
        Decision.ACCEPT_ANEW: N_("应重新进行验收"),
        Decision.SHALL_ACCEPT: N_("应予以验收"),
        Decision.MAY_ACCEPT: N_("可予以验收"),
        Decision.FORBIDDEN: N_("严禁验收"),
    },
}
