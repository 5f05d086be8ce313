"""The forms a quality record is printed on: the one of its level, and those that go with it."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.projects import Category, Level


class RecordForm(StrEnum):
    """What a form is for."""

    RATING = "rating"  # the record of the level itself
    CONTROL_DOCUMENTS = "control_documents"  # 资料核查
    FUNCTION_TESTS = "function_tests"  # 安全和功能检验资料核查及主要功能抽查
    APPEARANCE = "appearance"  # 观感质量检查, 外观质量评定
    MINUTES = "minutes"  # 验收鉴定书


SIGNED = frozenset({RecordForm.RATING, RecordForm.MINUTES})
"""The forms that the units sign at the acceptance of a part."""

_DOCUMENTS = (RecordForm.CONTROL_DOCUMENTS, RecordForm.FUNCTION_TESTS)
_BUILDING = (*_DOCUMENTS, RecordForm.APPEARANCE)
_OF_UNITS = {
    Category.BUILDING: _BUILDING,
    Category.OTHER: _BUILDING,
    Category.MUNICIPAL: _DOCUMENTS,
    Category.WATER_SAVING: (
        RecordForm.CONTROL_DOCUMENTS, RecordForm.APPEARANCE, RecordForm.MINUTES,
    ),
}  # fmt: skip


def forms_for(category: Category, level: Level | None) -> tuple[RecordForm, ...]:
    """The forms of a part of this level, the record of the level first; `level` None is the
    project."""
    if level is Level.UNIT:
        return (RecordForm.RATING, *_OF_UNITS.get(category, ()))
    if category is Category.WATER_SAVING and level is Level.DIVISION:
        return (RecordForm.RATING, RecordForm.MINUTES)
    return (RecordForm.RATING,)
