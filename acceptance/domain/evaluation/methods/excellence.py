"""`building-excellence`: the voluntary grade 优良 of a building by its marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from fractions import Fraction

from acceptance.domain.arithmetic import exact, short_text, total
from acceptance.domain.evaluation.inputs import number, table, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.judging import Limit, unmet
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import (
    Basis,
    Evaluation,
    QualityGrade,
    Step,
    passed_if,
)
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_t_50375 import (
    GB_T_50375_2016,
    STRUCTURE,
    Column,
    Excellence,
)
from acceptance.domain.standards.register import named

RULES = {edition.year: edition for edition in named(Excellence).values()}
_USED = ("columns", "structure_line", "unit_line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The points of one part, out of the full marks of its column; `site` only in 2006."""

    performance: Fraction = number(low=0)
    records: Fraction = number(low=0)
    deviation: Fraction = number(low=0)
    appearance: Fraction = number(low=0)
    site: Fraction | None = number(low=0, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Building:
    """The parts that the building has, and the bonus for special features, added once."""

    edition: str = word(*RULES)
    parts: dict[str, Marks] = table(Marks, *GB_T_50375_2016.columns)
    bonus: Fraction = number(low=0, default=exact(0))


def building_excellence(given: Building, editions: Editions = SHIPPED) -> Evaluation:
    """The structure and the whole must each reach 85. Parts that the building does not have take no
    share: the weights of the others are scaled up."""
    rules = editions.of(RULES[given.edition])
    marks = {part: _part(part, each, rules) for part, each in given.parts.items()}
    if not any(part in marks for part in STRUCTURE):
        raise InputError("input_missing", "parts.structure")
    structure = _scaled(marks, STRUCTURE, rules)
    score = _scaled(marks, marks, rules) + given.bonus
    findings = unmet(
        rules.name,
        (
            Limit("structure_score_below", structure, rules.structure_line),
            Limit("score_below", score, rules.unit_line),
        ),
    )
    said = " + ".join(short_text(each) for each in marks.values())
    weight = sum(rules.columns[part].weight for part in marks)
    return Evaluation(
        verdict=passed_if(not findings),
        grade=QualityGrade.QUALIFIED if findings else QualityGrade.EXCELLENT,
        figures={"n": len(marks), "parts": marks, "structure": structure, "score": score},
        basis=Basis(
            rules.standard, rules.year_by(*_USED), rules.clause,
            {"structure_line": rules.structure_line, "unit_line": rules.unit_line,
             "weights": {part: rules.columns[part].weight for part in marks}},
            {"absent_parts": "scaled"}, rules.doubtful(*_USED),
        ),
        findings=findings,
        working=(
            Step("score", "P", "Σ/w×100 + F",
                 f"({said})/{weight}×100 + {short_text(given.bonus)}", score),
        ),
    )  # fmt: skip


BUILDING_EXCELLENCE = Method(
    "building-excellence", Field.BUILDING, Building, building_excellence, tuple(RULES.values())
)


def _part(part: str, marks: Marks, rules: Excellence) -> Fraction:
    """The points of a part in its weight."""
    column = rules.columns.get(part)
    if column is None:
        raise InputError("input_not_of_rule_set", f"parts.{part}")
    given = {each.name: getattr(marks, each.name) for each in fields(marks)}
    reached = total(_points(part, item, points, column) for item, points in given.items())
    return reached * column.weight / 100


def _points(part: str, item: str, points: Fraction | None, column: Column) -> Fraction:
    place, full = f"parts.{part}.{item}", column.full.get(item)
    if full is None:
        if points is not None:
            raise InputError("input_not_of_rule_set", place)
        return exact(0)
    if points is None:
        raise InputError("input_missing", place)
    if points > full:
        raise InputError("input_above", place, limit=full)
    return points


def _scaled(marks: Mapping[str, Fraction], parts: Iterable[str], rules: Excellence) -> Fraction:
    present = [part for part in parts if part in marks]
    weight = sum(rules.columns[part].weight for part in present)
    return total(marks[part] for part in present) * 100 / weight
