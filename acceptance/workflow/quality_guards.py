"""What the roll-up of the works says before a step; silent where the facts hold no roll-up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from acceptance.domain.arithmetic import number_text
from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.exact import decimal
from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Grade
from acceptance.domain.rollup.parts import Standing
from acceptance.domain.rollup.words import Stand
from acceptance.domain.standards.highway_acceptance import HIGHWAY_ACCEPTANCE_2004 as HIGHWAY
from acceptance.workflow.facts import Facts, Request

Reasons = tuple[Finding, ...]

# These only name the parts below, which give their own reasons.
_NAMING = frozenset({"part_failed", "part_open"})
_SCORED = frozenset({"road", "road_merged"})
# These say what nobody has written down yet; that works are not inspected is another guard's matter.
_UNRECORDED = frozenset(
    {"documents_not_recorded", "functions_not_recorded", "appearance_not_recorded"}
)


def acceptance_not_forbidden(facts: Facts, _request: Request) -> Reasons:
    """No part still misses safety or important use after treatment (GB 50300-2013 5.0.8)."""
    if facts.standing is None:
        return ()
    return tuple(
        _said("part_forbidden", each, _of(each, "acceptance_forbidden"), PartyRole.CONTRACTOR)
        for each in facts.standing.forbidden
    )


def recorded_quality_holds(facts: Facts, _request: Request) -> Reasons:
    """No recorded document, appearance, test or accident makes a level fail (GB 50300-2013 5.0.3,
    5.0.4; SL 176-2007 5.1.3 to 5.1.5). The lowest works are another guard's matter."""
    if facts.standing is None:
        return ()
    failing = [
        each
        for each in facts.standing.flat()
        if each.stand is Stand.FAILED and each.part is not None and not each.part.is_leaf
    ]
    return tuple(
        _said("level_failed", each, finding, finding.party, reason=finding.code)
        for each in failing
        if not any(below.stand is Stand.FAILED for below in each.below)
        for finding in each.findings[:1]
        if finding.code not in _NAMING and finding.code != "acceptance_forbidden"
    )


def quality_recorded(facts: Facts, _request: Request) -> Reasons:
    """What makes a division, a unit works or the project qualified is on record: documents, tests,
    appearance (GB 50300-2013 5.0.3, 5.0.4; JTG F80/1-2017 3.3; SL 176-2007 5.1.4). What is missing
    is said once with every part it is missing of."""
    if facts.standing is None:
        return ()
    missing: dict[tuple[str, str], list[str]] = {}
    party: dict[tuple[str, str], PartyRole | None] = {}
    for each in facts.standing.flat():
        if each.stand is not Stand.OPEN or each.part is None or each.part.is_leaf:
            continue
        for finding in each.findings:
            if finding.code in _UNRECORDED:
                key = (finding.code, finding.clause)
                missing.setdefault(key, []).append(f"{each.code} {each.part.name}")
                party[key] = finding.party
    return tuple(
        Finding.of("quality_not_recorded", clause, party[code, clause], sentence=code,
                   parts="、".join(parts))
        for (code, clause), parts in missing.items()
    )  # fmt: skip


def grade_within_roll_up(facts: Facts, request: Request) -> Reasons:
    """优良 is not given where the roll-up comes to less (SL 176-2007 5.2); any grade that differs
    from the roll-up has a reason."""
    standing, grade = facts.standing, request.grade
    if standing is None or grade is None or request.dry or not facts.rolls_grades:
        return ()
    allowed = standing.grade
    if grade is Grade.EXCELLENT and allowed not in {None, QualityGrade.EXCELLENT}:
        first = _of(standing)
        above = Finding.of("grade_above_roll_up", first.clause, None, "grade")
        return (replace(above, unverified=first.unverified), *standing.findings)
    if allowed is not None and grade.value == allowed.value:
        return ()
    if request.reason.strip():
        return ()
    return (Finding.of("grade_reason_missing", "", None, "grade_reason"),)


def excellent_by_score(facts: Facts, request: Request) -> Reasons:
    """优良 of a road is a score of at least 90 (公路工程竣（交）工验收办法; counting rule 8)."""
    if facts.process not in _SCORED or request.grade is not Grade.EXCELLENT or request.dry:
        return ()
    rules = facts.editions.of(HIGHWAY)
    if request.score and Fraction(decimal(request.score)) >= rules.excellent:
        return ()
    return (Finding.of("grade_above_score", rules.clauses["composite_quality"], None, "grade",
                       score=number_text(rules.excellent)),)  # fmt: skip


def _of(standing: Standing, code: str = "") -> Finding:
    """The first reason of a part, or that of this code; one without a clause where there is none."""
    found = (each for each in standing.findings if code in {"", each.code})
    return next(found, Finding(code))


def _said(
    code: str, standing: Standing, why: Finding, party: PartyRole | None, **data: str
) -> Finding:
    """The reason `why` of a part, as a condition of the project."""
    name = standing.part.name if standing.part else ""
    found = Finding.of(code, why.clause, party, part=standing.code, name=name, **data)
    return replace(found, unverified=why.unverified)
