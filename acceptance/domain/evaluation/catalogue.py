"""Every method of the contract by its name, in the order of the calculator pages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from acceptance.domain.evaluation.method import Method
from acceptance.domain.evaluation.methods.concrete import CONCRETE_STRENGTH
from acceptance.domain.evaluation.methods.unit_element import UNIT_ELEMENT
from acceptance.domain.evaluation.methods.water_works import PART_WORKS, UNIT_WORKS, WATER_PROJECT

_ALL: tuple[Method[Any], ...] = (
    CONCRETE_STRENGTH,
    UNIT_ELEMENT,
    PART_WORKS,
    UNIT_WORKS,
    WATER_PROJECT,
)

METHODS: Mapping[str, Method[Any]] = MappingProxyType({method.name: method for method in _ALL})
