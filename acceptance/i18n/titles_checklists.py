"""What the words of a checklist are called."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.checklists.required import Ground
from acceptance.domain.checklists.words import (
    Answer,
    Curing,
    Factor,
    ItemClass,
    ItemOutcome,
    Verdict,
)
from acceptance.domain.places import Track
from acceptance.i18n.marker import N_

TITLES: dict[type[StrEnum], dict[StrEnum, str]] = {
    Factor: {
        Factor.MOISTURE: N_("湿度影响系数"),
        Factor.TEMPERATURE: N_("温度影响系数"),
    },
    ItemClass: {
        ItemClass.DOMINANT: N_("主控项目"),
        ItemClass.KEY: N_("关键项目"),
        ItemClass.GENERAL: N_("一般项目"),
    },
    Answer: {
        Answer.YES: N_("符合"),
        Answer.NO: N_("不符合"),
        Answer.NOT_APPLICABLE: N_("不适用"),
    },
    ItemOutcome: {
        ItemOutcome.PASSED: N_("合格"),
        ItemOutcome.FAILED: N_("不合格"),
        ItemOutcome.NOT_APPLICABLE: N_("不适用"),
        ItemOutcome.NOT_INSPECTED: N_("未检查"),
    },
    Curing: {Curing.STANDARD: N_("标准养护"), Curing.SITE: N_("同条件养护")},
    Ground: {
        Ground.FREQUENCY: N_("按检查频率"),
        Ground.TABLE: N_("按最小抽样数量表"),
        Ground.LEAST: N_("本项最少点数"),
    },
    Track: {Track.LEFT: N_("左"), Track.MIDDLE: N_("中"), Track.RIGHT: N_("右")},
    Verdict: {
        Verdict.PASSED: N_("合格"),
        Verdict.FAILED: N_("不合格"),
        Verdict.INCOMPLETE: N_("未完成"),
    },
}
