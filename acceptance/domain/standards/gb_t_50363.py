"""节水灌溉工程技术标准 GB/T 50363-2018 and its predecessor of 2006: least efficiencies of irrigation.

Efficiencies are fractions: 渠系 of a canal system, 灌溉水 of the irrigation water as a whole, 田间 of
the fields. Irrigation areas are large from 300 000 mu, medium from 10 000 mu, else small.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class IrrigationEfficiency(Edition):
    """The least efficiencies by kind of area.

    A well area has two limits of its canal system, by how water is conveyed: in a lined canal or a
    pipe. `mixed_reduction` is what an area of canals and wells may take off its 渠系 limit.
    """

    canal_system: Mapping[str, Fraction]
    conveyance: Mapping[str, Fraction]
    irrigation: Mapping[str, Fraction]
    field_paddy: Fraction = exact("0.95")
    field_dry: Fraction = exact("0.90")
    mixed_reduction: Fraction = exact("0.1")
    large_mu: int = 300_000
    medium_mu: int = 10_000


GB_T_50363_2006 = IrrigationEfficiency(
    name="GB/T 50363-2006",
    title="节水灌溉工程技术规范",
    clause="第6章",
    clauses={
        "canal_system": "6.0.2",
        "conveyance": "6.0.2",
        "field_paddy": "6.0.3",
        "field_dry": "6.0.3",
    },
    canal_system={"large": exact("0.55"), "medium": exact("0.65"), "small": exact("0.75")},
    conveyance={"lining": exact("0.90"), "pipe": exact("0.95")},
    irrigation={
        "large": exact("0.50"),
        "medium": exact("0.60"),
        "small": exact("0.70"),
        "well": exact("0.80"),
        "sprinkler": exact("0.80"),
        "micro_spray": exact("0.85"),
        "drip": exact("0.90"),
    },
)

# The values are remembered to stand unchanged in 2018; its clauses have not been seen.
GB_T_50363_2018 = replace(
    GB_T_50363_2006,
    name="GB/T 50363-2018",
    title="节水灌溉工程技术标准",
    clause="",
    clauses={},
    unverified=frozenset(GB_T_50363_2006.limits()),
)
