"""Reasons around the limits of standards."""

from __future__ import annotations

from acceptance.i18n.marker import N_

SENTENCES: dict[str, str] = {
    "limit_own_proposal": N_("自己提出的数值由另一位管理员或审批人核定"),
    "limit_decline_reason_missing": N_("不予核定时请写明理由"),
    "limit_moved": N_("提出之后这个限值已经变过，请按现在的数值重新提出"),
    "limit_waits_already": N_("这个限值已有一项待核定，请先核定那一项"),
    "limit_not_in_doubt": N_("这个限值已核对，没有要改的"),
    "limit_is_no_number": N_("这一项不是单个数值，只能按现有内容核对"),
    "limit_number_wanted": N_("限值应为小数或分数，例如 1.15 或 2/3"),
    "limit_below_zero": N_("限值不能小于 0"),
    "limit_whole_wanted": N_("这一项应为整数"),
}
