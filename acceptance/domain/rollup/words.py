"""The words of a roll-up: how a part stands, its documents, and what became of failed works."""

from __future__ import annotations

from enum import StrEnum


class Stand(StrEnum):
    """How a part of the works stands, from the worst to the best."""

    FAILED = "failed"  # 不合格
    OPEN = "open"  # 未定
    PASSED = "passed"  # 合格


class Documents(StrEnum):
    """The quality documents of a part (质量控制资料, 施工质量检验资料)."""

    COMPLETE = "complete"  # 齐全
    BASICALLY_COMPLETE = "basically_complete"  # 基本齐全
    INCOMPLETE = "incomplete"  # 不齐全


class Look(StrEnum):
    """How the look of an item is judged by those who accept it (观感质量)."""

    GOOD = "good"  # 好
    FAIR = "fair"  # 一般
    POOR = "poor"  # 差


class Treatment(StrEnum):
    """What became of works that had failed (GB 50300 5.0.6 to 5.0.8, SL 176 5.1.2)."""

    REDONE = "redone"  # 返工重做
    TESTED_AS_DESIGNED = "tested_as_designed"  # 检测鉴定达到设计要求
    STRENGTHENED_DESIGN_MET = "strengthened_design_met"  # 加固补强后达到设计要求
    ACCEPTED_BELOW_DESIGN = "accepted_below_design"  # 未达到设计要求, 经核算认可
    SHAPE_CHANGED = "shape_changed"  # 加固后外形尺寸改变或有永久缺陷, 让步接收
    FORBIDDEN = "forbidden"  # 严禁验收


CONCESSIONS = frozenset(
    {Treatment.TESTED_AS_DESIGNED, Treatment.ACCEPTED_BELOW_DESIGN, Treatment.SHAPE_CHANGED}
)
"""Treatments by which works may be accepted although their checklist goes on failing."""
