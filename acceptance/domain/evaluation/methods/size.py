"""`size-class`: large, medium or small, by the table of 171号 or by the line of investment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.inputs import count, number, row, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Figure, Step
from acceptance.domain.projects import SizeBasis, SizeClass
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.size_171 import (
    INVESTMENT,
    PRODUCTION,
    RULE_171,
    SIZES_171,
    is_verified,
    line_of,
)

KINDS = (*SIZES_171, *sorted(PRODUCTION - set(SIZES_171)), "other")
_ORDER = (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indices:
    """What is known of the works; `level` is the class of a dike, 1 to 5."""

    contract_wan: Fraction | None = number(low=0, unit="万元", default=None)
    investment_wan: Fraction | None = number(low=0, unit="万元", default=None)
    floors: int | None = count(default=None)
    height_m: Fraction | None = number(low=0, unit="m", default=None)
    span_m: Fraction | None = number(low=0, unit="m", default=None)
    area_m2: Fraction | None = number(low=0, unit="m²", default=None)
    group_area_m2: Fraction | None = number(low=0, unit="m²", default=None)
    depth_m: Fraction | None = number(low=0, unit="m", default=None)
    weight_t: Fraction | None = number(low=0, unit="t", default=None)
    length_km: Fraction | None = number(low=0, unit="km", default=None)
    capacity_m3: Fraction | None = number(low=0, unit="m³", default=None)
    area_mu: Fraction | None = number(low=0, unit="亩", default=None)
    flow_m3s: Fraction | None = number(low=0, unit="m³/s", default=None)
    power_mw: Fraction | None = number(low=0, unit="MW", default=None)
    diameter_mm: Fraction | None = number(low=0, unit="mm", default=None)
    daily_t: Fraction | None = number(low=0, unit="t/d", default=None)
    level: Fraction | None = number(low=1, high=5, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """A kind of works and the indices that its row of the table asks for."""

    basis: str = word(SizeBasis.RULE_171.value, SizeBasis.INVESTMENT.value)
    kind: str = word(*KINDS)
    indices: Indices = row(Indices)


def size_class(given: Works, _editions: Editions = SHIPPED) -> Evaluation:
    """The highest class that any index reaches counts."""
    known = _known(given.indices)
    if given.basis == SizeBasis.INVESTMENT.value:
        return _by_investment(given.kind, known)
    return _by_rule_171(given.kind, known)


SIZE_CLASS = Method("size-class", Field.BUILDING, Works, size_class)


def _known(indices: Indices) -> dict[str, Fraction]:
    found = {entry.name: getattr(indices, entry.name) for entry in fields(indices)}
    known = {name: Fraction(value) for name, value in found.items() if value is not None}
    if not known:
        raise InputError("input_missing", "indices")
    return known


def _by_rule_171(kind: str, known: Mapping[str, Fraction]) -> Evaluation:
    limits = SIZES_171.get(kind)
    if limits is None:
        raise InputError("input_not_of_rule_set", "kind")
    _only(known, limits)
    reached = {name: limits[name].judge(value) for name, value in known.items()}
    decided = max(reached, key=lambda name: _ORDER.index(reached[name]))
    taken: dict[str, Figure] = {
        name: {"medium": limits[name].medium, "large": limits[name].large} for name in known
    }
    doubtful = tuple(f"{kind}.{name}" for name in known if not is_verified(kind, name))
    basis = Basis(RULE_171, "2007", "", taken, {"highest_index": "counts"}, doubtful)
    return _result(reached[decided], decided, known[decided], basis)


def _by_investment(kind: str, known: Mapping[str, Fraction]) -> Evaluation:
    _only(known, {"investment_wan"})
    line, value = line_of(kind), known["investment_wan"]
    reached = SizeClass.MEDIUM if value >= line else SizeClass.SMALL
    basis = Basis(INVESTMENT, "", "", {"line_wan": line})
    return _result(reached, "investment_wan", value, basis)


def _only(known: Mapping[str, Fraction], wanted: Mapping[str, object] | set[str]) -> None:
    for name in known:
        if name not in wanted:
            raise InputError("input_not_of_rule_set", f"indices.{name}")


def _result(reached: SizeClass, decided: str, value: Fraction, basis: Basis) -> Evaluation:
    return Evaluation(
        verdict=None,
        figures={"size_class": reached.value, "decided_by": decided},
        basis=basis,
        working=(Step("size_class", "", decided, short_text(value), reached.value),),
    )
