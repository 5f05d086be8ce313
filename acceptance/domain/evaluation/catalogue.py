"""Every method of the contract by its name, in the order of the calculator pages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from acceptance.domain.evaluation.method import Method
from acceptance.domain.evaluation.methods.appearance import APPEARANCE
from acceptance.domain.evaluation.methods.concrete import CONCRETE_STRENGTH
from acceptance.domain.evaluation.methods.counted import COUNTED_SAMPLING
from acceptance.domain.evaluation.methods.cover import REBAR_COVER
from acceptance.domain.evaluation.methods.excellence import BUILDING_EXCELLENCE
from acceptance.domain.evaluation.methods.flexural import FLEXURAL_STRENGTH
from acceptance.domain.evaluation.methods.goals import EXCELLENCE_RATE, FAILURE_BUDGET
from acceptance.domain.evaluation.methods.irrigation import CANAL_EFFICIENCY, IRRIGATION_EFFICIENCY
from acceptance.domain.evaluation.methods.least_sample import MINIMUM_SAMPLE
from acceptance.domain.evaluation.methods.measured import MEASURED_ITEM
from acceptance.domain.evaluation.methods.mortar import MORTAR_STRENGTH
from acceptance.domain.evaluation.methods.pass_rates import FIRST_TIME_RATE, QUALITY_PASS_RATE
from acceptance.domain.evaluation.methods.representative import (
    COMPACTION,
    LAYER_THICKNESS,
    SKID_RESISTANCE,
)
from acceptance.domain.evaluation.methods.road_base import BASE_STRENGTH, DEFLECTION
from acceptance.domain.evaluation.methods.road_items import ROAD_SUB_ITEM
from acceptance.domain.evaluation.methods.road_marks import (
    COMPLETION_COMPOSITE,
    COMPLETION_QUALITY,
    SCORE_2004,
    SECTION_SCORE,
)
from acceptance.domain.evaluation.methods.size import SIZE_CLASS
from acceptance.domain.evaluation.methods.specimens import BEAM_GROUP, SPECIMEN_GROUP
from acceptance.domain.evaluation.methods.unit_element import UNIT_ELEMENT
from acceptance.domain.evaluation.methods.water_benefit import UNIFORMITY, WATER_SAVED
from acceptance.domain.evaluation.methods.water_procedure import (
    ACCIDENT_CLASS,
    QUORUM,
    REWORK_LIMIT,
)
from acceptance.domain.evaluation.methods.water_works import PART_WORKS, UNIT_WORKS, WATER_PROJECT

_ALL: tuple[Method[Any], ...] = (
    SPECIMEN_GROUP,
    BEAM_GROUP,
    CONCRETE_STRENGTH,
    MORTAR_STRENGTH,
    MEASURED_ITEM,
    COUNTED_SAMPLING,
    MINIMUM_SAMPLE,
    REBAR_COVER,
    COMPACTION,
    LAYER_THICKNESS,
    BASE_STRENGTH,
    FLEXURAL_STRENGTH,
    DEFLECTION,
    SKID_RESISTANCE,
    ROAD_SUB_ITEM,
    SCORE_2004,
    SECTION_SCORE,
    COMPLETION_QUALITY,
    COMPLETION_COMPOSITE,
    UNIT_ELEMENT,
    PART_WORKS,
    UNIT_WORKS,
    WATER_PROJECT,
    APPEARANCE,
    REWORK_LIMIT,
    ACCIDENT_CLASS,
    QUORUM,
    CANAL_EFFICIENCY,
    IRRIGATION_EFFICIENCY,
    UNIFORMITY,
    WATER_SAVED,
    BUILDING_EXCELLENCE,
    SIZE_CLASS,
    FIRST_TIME_RATE,
    QUALITY_PASS_RATE,
    EXCELLENCE_RATE,
    FAILURE_BUDGET,
)

METHODS: Mapping[str, Method[Any]] = MappingProxyType({method.name: method for method in _ALL})
