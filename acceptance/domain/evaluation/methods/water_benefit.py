"""`uniformity`, `water-saved`: how evenly water is spread, and how much less is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact, mean, short_text, total
from acceptance.domain.evaluation.inputs import number, numbers
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Step
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions

# What a mu saves in a year lies between these in practice (m³); outside it the input is suspect.
USUAL_M3_PER_MU = (exact(20), exact(200))


@dataclass(frozen=True, slots=True, kw_only=True)
class Flows:
    """The measured flows or depths, in one unit throughout."""

    flows: tuple[Fraction, ...] = numbers(low=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """Irrigated area, net water of a mu and year, and 灌溉水利用系数 before and after."""

    area_mu: Fraction = number(low=0, unit="亩")
    net_m3_per_mu: Fraction = number(low=0, unit="m³/亩")
    before: Fraction = number(above=0, high=1)
    after: Fraction = number(above=0, high=1)


def uniformity(given: Flows, _editions: Editions = SHIPPED) -> Evaluation:
    """Christiansen's coefficient Cu = 1 − Σ|q − q̄|/(n·q̄); the design says what it must reach."""
    middle, n = mean(given.flows), len(given.flows)
    if not middle:
        raise InputError("input_mean_zero", "flows")
    spread = total(abs(flow - middle) for flow in given.flows)
    cu = 1 - spread / (n * middle)
    said = f"1−{short_text(spread)}/({n}×{short_text(middle)})"
    return Evaluation(
        verdict=None,
        figures={"n": n, "mean": middle, "cu": cu},
        basis=Basis("GB/T 50085", "2007", "", {}, {"rounding": "none"}),
        working=(Step("cu", "Cu", "1−Σ|q−q̄|/(n·q̄)", said, cu),),
    )


def water_saved(given: Saving, _editions: Editions = SHIPPED) -> Evaluation:
    """A·m·(1/η0 − 1/η1) in m³ a year; negative where the efficiency fell."""
    per_mu = given.net_m3_per_mu * (1 / given.before - 1 / given.after)
    saved = given.area_mu * per_mu
    least, most = USUAL_M3_PER_MU
    unusual = Finding.of(
        "saving_unusual", value=short_text(per_mu), least=short_text(least), most=short_text(most)
    )
    terms = (given.area_mu, given.net_m3_per_mu, given.before, given.after)
    area, net, before, after = (short_text(term) for term in terms)
    said = f"{area}×{net}×(1/{before}−1/{after})"
    return Evaluation(
        verdict=None,
        figures={"saved_m3": saved, "saved_m3_per_mu": per_mu},
        basis=Basis("GB/T 50363", "2018", "", {}, {"rounding": "none"}),
        findings=() if least <= per_mu <= most else (unusual,),
        working=(Step("saved_m3", "ΔW", "A·m·(1/η0−1/η1)", said, saved),),
    )


UNIFORMITY = Method("uniformity", Field.WATER, Flows, uniformity)
WATER_SAVED = Method("water-saved", Field.WATER, Saving, water_saved)
