"""`specimen-group` and `beam-group`: the value of a group of three specimens."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.evaluation.inputs import number, numbers
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.group_value import group_value
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.specimens import (
    BEAM_GROUP_2017,
    CUBE_GROUP_2010,
    SPECIMENS,
)

NEWTONS_OF_A_KILONEWTON = exact(1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cubes:
    """The strengths of three specimens in MPa; `size_factor` turns them into those of 150 mm."""

    strengths: tuple[Fraction, ...] = numbers(least=SPECIMENS, most=SPECIMENS, low=0, unit="MPa")
    size_factor: Fraction = number(above=0, default=exact(1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beams:
    """Three beams broken by two loads at the thirds of the span: loads in kN, lengths in mm."""

    loads_kn: tuple[Fraction, ...] = numbers(least=SPECIMENS, most=SPECIMENS, low=0, unit="kN")
    span_mm: Fraction = number(above=0, unit="mm")
    width_mm: Fraction = number(above=0, unit="mm")
    height_mm: Fraction = number(above=0, unit="mm")


def specimen_group(given: Cubes, editions: Editions = SHIPPED) -> Evaluation:
    """The mean, the middle value or none (GB/T 50107-2010 4.3.1), times the size factor (4.3.2)."""
    return group_value(given.strengths, given.size_factor, editions.of(CUBE_GROUP_2010), {})


def beam_group(given: Beams, editions: Editions = SHIPPED) -> Evaluation:
    """f = F·L/(b·h²) of each beam, then the same rule of 15 %."""
    arm = given.span_mm / (given.width_mm * given.height_mm**2)
    strengths = tuple(load * NEWTONS_OF_A_KILONEWTON * arm for load in given.loads_kn)
    return group_value(strengths, exact(1), editions.of(BEAM_GROUP_2017), {"strengths": strengths})


SPECIMEN_GROUP = Method("specimen-group", Field.ANY, Cubes, specimen_group, (CUBE_GROUP_2010,))
BEAM_GROUP = Method("beam-group", Field.ANY, Beams, beam_group, (BEAM_GROUP_2017,))
