"""公路工程竣（交）工验收办法 (交通部令2004年第3号) and its rules of application (交公路发〔2010〕65号).

Marks out of 100. The composite (article 23) is sourced; the weights of the quality mark are from
memory and are to be checked against the printed text. Their article and that of the section mark
are not known, so that none is cited.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class HighwayAcceptance(Edition):
    """The weights of the marks and where the grades begin."""

    excellent: Fraction
    qualified: Fraction
    handover: Fraction
    supervision: Fraction
    committee: Fraction
    merged_supervision: Fraction
    merged_supervisor_rating: Fraction
    merged_committee: Fraction
    composite_quality: Fraction
    composite_owner: Fraction
    composite_design: Fraction
    composite_construction: Fraction
    composite_supervision: Fraction


HIGHWAY_ACCEPTANCE_2004 = HighwayAcceptance(
    name="交通部令第3号-2004",
    title="公路工程竣（交）工验收办法",
    clause="",
    clauses={"composite_quality": "第二十三条"},
    in_force="2004-10-01",
    unverified=frozenset(
        {
            "handover", "supervision", "committee",
            "merged_supervision", "merged_supervisor_rating", "merged_committee",
        }
    ),
    excellent=exact(90),
    qualified=exact(75),
    handover=exact("0.2"),
    supervision=exact("0.6"),
    committee=exact("0.2"),
    merged_supervision=exact("0.6"),
    merged_supervisor_rating=exact("0.1"),
    merged_committee=exact("0.3"),
    composite_quality=exact("0.7"),
    composite_owner=exact("0.15"),
    composite_design=exact("0.05"),
    composite_construction=exact("0.05"),
    composite_supervision=exact("0.05"),
)  # fmt: skip
