"""A named evaluation: what it takes and how it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from acceptance.domain.evaluation.inputs import inputs_of, name_of
from acceptance.domain.evaluation.reading import read
from acceptance.domain.evaluation.result import Evaluation, Figure
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.editions import SHIPPED, Editions

Given = TypeVar("Given")


class Field(StrEnum):
    """What kind of works an evaluation is about; the order of the calculator pages."""

    ANY = "any"  # 各类工程
    ROAD = "road"  # 公路工程
    WATER = "water"  # 水利工程
    BUILDING = "building"  # 房屋建筑与规模划分
    INDICATOR = "indicator"  # 指标


@dataclass(frozen=True, slots=True)
class Method(Generic[Given]):
    """One rule under its name in the contract. `given` is the dataclass that declares its input,
    `tables` are all the tables of standards that it may judge by."""

    name: str
    field: Field
    given: type[Given]
    evaluate: Callable[[Given, Editions], Evaluation]
    tables: tuple[Edition, ...] = ()

    def of(self, document: Any, editions: Editions = SHIPPED) -> Evaluation:
        """Read the input strictly and evaluate it; InputError names the field that is wrong.

        The basis of the result holds what was read, so that the same method gives it again
        under the same editions.
        """
        given = read(self.given, document)
        evaluation = self.evaluate(given, editions)
        basis = replace(evaluation.basis, method=self.name, given=_plain_row(given))
        return replace(evaluation, basis=basis)


def _plain_row(given: Any) -> dict[str, Figure]:
    found = {name_of(entry): getattr(given, entry.name) for entry in inputs_of(given)}
    return {name: _plain(value) for name, value in found.items() if value is not None}


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _plain_row(value)
    if isinstance(value, tuple):
        return tuple(_plain(each) for each in value)
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return value.isoformat() if isinstance(value, date) else value
