"""What the words of checklists are called that stand beside the verdicts."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.checklists.required import Ground
from acceptance.domain.checklists.words import Curing
from acceptance.domain.places import Track
from acceptance.i18n.marker import N_

TITLES: dict[type[StrEnum], dict[StrEnum, str]] = {
    Curing: {Curing.STANDARD: N_("标准养护"), Curing.SITE: N_("同条件养护")},
    Ground: {
        Ground.FREQUENCY: N_("按检查频率"),
        Ground.TABLE: N_("按最小抽样数量表"),
        Ground.LEAST: N_("本项最少点数"),
    },
    Track: {Track.LEFT: N_("左"), Track.MIDDLE: N_("中"), Track.RIGHT: N_("右")},
}
