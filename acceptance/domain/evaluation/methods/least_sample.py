"""`minimum-sample`: how many of a lot are checked (GB 50300-2013 table 3.0.9)."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.evaluation.inputs import count
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Step
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_50300_sampling import SAMPLING_2013


@dataclass(frozen=True, slots=True, kw_only=True)
class LotSize:
    """How many there are in the lot."""

    lot: int = count(least=1)


def minimum_sample(given: LotSize, editions: Editions = SHIPPED) -> Evaluation:
    """The least sample of table 3.0.9; a specialty code may ask for more."""
    rules = editions.of(SAMPLING_2013)
    sample = rules.least_sample(given.lot)
    if sample is None:
        raise InputError("input_above", "lot", limit=rules.least_samples[-1][0])
    clause = rules.clause_of("least_samples")
    return Evaluation(
        verdict=None,
        figures={"n": given.lot, "sample": sample},
        basis=Basis(rules.standard, rules.year, clause),
        working=(Step("sample", "n", f"N = {given.lot}", str(sample), sample),),
    )


MINIMUM_SAMPLE = Method("minimum-sample", Field.ANY, LotSize, minimum_sample, (SAMPLING_2013,))
