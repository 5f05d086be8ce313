"""The value of a group of three specimens: cubes by GB/T 50107-2010 4.3, beams by JTG F80/1-2017 C."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition

SPECIMENS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecimenGroup(Edition):
    """`most_apart` is the share of the middle value by which another may differ from it."""

    most_apart: Fraction


CUBE_GROUP_2010 = SpecimenGroup(
    name="GB/T 50107-2010",
    table="cubes",
    title="混凝土强度检验评定标准",
    clause="4.3.1",
    in_force="2010-12-01",
    most_apart=exact("0.15"),
)

BEAM_GROUP_2017 = SpecimenGroup(
    name="JTG F80/1-2017",
    table="beams",
    title="公路工程质量检验评定标准 第一册 土建工程",
    clause="附录C",
    most_apart=exact("0.15"),
)
