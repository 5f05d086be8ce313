"""What the words of a roll-up and the forms printed from it are called."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.record_forms import RecordForm
from acceptance.domain.rollup.words import Documents, Look, Stand, Treatment
from acceptance.i18n.marker import N_

TITLES: dict[type[StrEnum], dict[StrEnum, str]] = {
    RecordForm: {
        RecordForm.RATING: N_("质量验收（评定）记录"),
        RecordForm.CONTROL_DOCUMENTS: N_("质量控制资料核查记录"),
        RecordForm.FUNCTION_TESTS: N_("安全和功能检验资料核查及抽查记录"),
        RecordForm.APPEARANCE: N_("观感（外观）质量检查记录"),
        RecordForm.MINUTES: N_("验收鉴定书（草稿）"),
    },
    Stand: {
        Stand.FAILED: N_("不合格"),
        Stand.OPEN: N_("未定"),
        Stand.PASSED: N_("合格"),
    },
    Documents: {
        Documents.COMPLETE: N_("齐全"),
        Documents.BASICALLY_COMPLETE: N_("基本齐全"),
        Documents.INCOMPLETE: N_("不齐全"),
    },
    Look: {
        Look.GOOD: N_("好"),
        Look.FAIR: N_("一般"),
        Look.POOR: N_("差"),
    },
    Treatment: {
        Treatment.REDONE: N_("返工重做"),
        Treatment.TESTED_AS_DESIGNED: N_("经检测鉴定达到设计要求"),
        Treatment.STRENGTHENED_DESIGN_MET: N_("加固补强后达到设计要求"),
        Treatment.ACCEPTED_BELOW_DESIGN: N_("未达到设计要求，经原设计单位核算认可"),
        Treatment.SHAPE_CHANGED: N_("加固后外形尺寸改变或有永久性缺陷，让步接收"),
        Treatment.FORBIDDEN: N_("仍不满足安全或重要使用要求，严禁验收"),
    },
}
