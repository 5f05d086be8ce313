"""Why places to check cannot be drawn."""

from __future__ import annotations

from acceptance.i18n.marker import N_

SENTENCES: dict[str, str] = {
    "extent_not_asked": N_("本检查表的检查频率不按这一项计算"),
    "points_below_frequency": N_("按检查频率需要 %(needed)s 点（处），现有 %(given)s 点（处）"),
    "points_below_least": N_("至少需要 %(needed)s 点（处），现有 %(given)s 点（处）"),
    "points_below_table": N_("按最小抽样数量表需要 %(needed)s 点（处），现有 %(given)s 点（处）"),
    "points_not_as_drawn": N_(
        "抽了 %(drawn)s 处：%(left_out)s 处没有实测值，另有 %(others)s 处不在所抽位置"
    ),
    "sampling_end_before_start": N_("终点应在起点之后"),
    "sampling_has_values": N_("这一项已填实测值，不能再抽取测点"),
    "sampling_lines": N_("写成 A-F、1-8 这样的范围，或用逗号隔开；不能重复，最多 %(most)s 个"),
    "sampling_lot_above_table": N_("一批的件数超出最小抽样数量表，请填抽几件"),
    "sampling_more_than_there_are": N_("只有 %(there)s 处可抽，请减少数量"),
    "sampling_name_too_long": N_("每个名称最多 %(most)s 个字"),
    "sampling_name_twice": N_("名单里有重复的名称"),
    "sampling_needs_chainage": N_("这一项按桩号取点"),
    "sampling_none": N_("请填不小于 1 的整数"),
    "sampling_reason_missing": N_("请写明重新抽取的理由"),
    "sampling_too_many": N_("一次最多抽 %(most)s 处，这样要抽 %(places)s 处"),
}
