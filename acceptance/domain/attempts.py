"""Counted acceptances: numbered when opened, and how they end."""

from enum import StrEnum


class AttemptResult(StrEnum):
    """How a counted acceptance attempt ended (indicators.md, counting rule 3)."""

    PASSED = "passed"  # 合格
    FAILED = "failed"  # 不合格
    CONDITIONAL = "conditional"  # 整改后合格
    ABANDONED = "abandoned"  # 超期未结论
    VOID = "void"  # 作废


class Opinion(StrEnum):
    """What a party of the acceptance group says."""

    AGREE = "agree"
    DISAGREE = "disagree"
    ABSENT = "absent"
