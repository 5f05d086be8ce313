"""The closed word lists of checklists. Each word is stored and never renamed."""

from __future__ import annotations

from enum import StrEnum


class ItemClass(StrEnum):
    """How much an item weighs; decides the share of good points it needs."""

    DOMINANT = "dominant"  # 主控项目
    KEY = "key"  # 关键项目（△）
    GENERAL = "general"  # 一般项目


class ItemKind(StrEnum):
    """What the inspector enters for an item."""

    YES_NO = "yes_no"  # 符合、不符合
    COUNT = "count"  # 检查数、不合格数
    MEASURE = "measure"  # 逐点实测值
    STATISTICAL = "statistical"  # 逐点实测值，按代表值或统计方法评定

    @property
    def has_points(self) -> bool:
        """Whether values are entered point by point."""
        return self in {ItemKind.MEASURE, ItemKind.STATISTICAL}


class Places(StrEnum):
    """How the places of measured points are written."""

    FREE = "free"  # 自由填写
    CHAINAGE = "chainage"  # 桩号 K0+000


class CountedPlan(StrEnum):
    """How a counted item is judged."""

    RATE = "rate"  # 按合格率
    SINGLE = "single"  # 一次抽样
    DOUBLE = "double"  # 二次抽样


class Curing(StrEnum):
    """How the specimens of a group were kept until the test."""

    STANDARD = "standard"  # 标准养护
    SITE = "site"  # 同条件养护


class Factor(StrEnum):
    """A factor of a statistical method that the inspector enters; blank is the method's own."""

    MOISTURE = "moisture_factor"  # 湿度影响系数 K1
    TEMPERATURE = "temperature_factor"  # 温度影响系数 K3


class PhotoRule(StrEnum):
    """Whether an item wants a photo whatever its verdict."""

    REQUIRED = "required"  # 必拍
    OPTIONAL = "optional"  # 可拍
    NONE = "none"  # 不拍


class Rating(StrEnum):
    """How the whole checklist is judged from its items."""

    PASSED_OR_FAILED = "pass_fail"  # 只分合格、不合格
    WATER = "water"  # SL 631 型：合格、优良


class Answer(StrEnum):
    """What an inspector may say of an item; saying nothing means not inspected."""

    YES = "yes"  # 符合
    NO = "no"  # 不符合
    NOT_APPLICABLE = "not_applicable"  # 不适用


class Verdict(StrEnum):
    """What a checklist comes to."""

    PASSED = "pass"  # 合格
    FAILED = "fail"  # 不合格
    INCOMPLETE = "incomplete"  # 未完成，不能提交


class ItemOutcome(StrEnum):
    """What one item comes to."""

    PASSED = "pass"  # 合格
    FAILED = "fail"  # 不合格
    NOT_APPLICABLE = "not_applicable"  # 不适用
    NOT_INSPECTED = "not_inspected"  # 未检查
