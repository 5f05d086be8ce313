"""The levels of GB 50300, what each is passed on, and what may follow a failure."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """The levels of acceptance, from the bottom up (4.0.1)."""

    LOT = "lot"  # 检验批
    SUB_ITEM = "sub_item"  # 分项工程
    DIVISION = "division"  # 分部工程
    UNIT = "unit"  # 单位工程


class Demand(StrEnum):
    """What a level is passed on."""

    DOMINANT_ITEMS = "dominant_items"  # 主控项目全部合格
    GENERAL_ITEMS = "general_items"  # 一般项目合格, 无严重缺陷
    OPERATION_RECORDS = "operation_records"  # 施工操作依据、质量验收记录完整
    PARTS_PASSED = "parts_passed"  # 所含下一级全部合格
    PART_RECORDS = "part_records"  # 所含检验批的验收记录完整
    CONTROL_DOCUMENTS = "control_documents"  # 质量控制资料完整
    FUNCTION_TESTS = "function_tests"  # 安全、节能、环保和主要使用功能的检验
    FUNCTION_CHECKS = "function_checks"  # 主要使用功能的抽查
    APPEARANCE = "appearance"  # 观感质量


class Remedy(StrEnum):
    """What has been done after a failure."""

    REDONE = "redone"  # 返工、返修
    TESTED_AS_DESIGNED = "tested_as_designed"  # 检测鉴定达到设计要求
    APPROVED_BY_DESIGNER = "approved_by_designer"  # 原设计单位核算认可
    STRENGTHENED = "strengthened"  # 返修或加固后按方案和协商文件
    ENTITY_TESTED = "entity_tested"  # 资料缺失, 实体检验
    STILL_UNSAFE = "still_unsafe"  # 仍不能满足安全或使用要求


class Decision(StrEnum):
    """What the standard allows after a remedy."""

    ACCEPT_ANEW = "accept_anew"  # 应重新进行验收
    SHALL_ACCEPT = "shall_accept"  # 应予以验收
    MAY_ACCEPT = "may_accept"  # 可予以验收
    FORBIDDEN = "forbidden"  # 严禁验收
