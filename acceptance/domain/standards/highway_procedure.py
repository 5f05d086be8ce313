"""公路工程竣（交）工验收办法 (交通部令2004年第3号): who tests, who accepts, who is told.

The handover is called together by the owner for each contract section; the supervision body has
tested before (article 8), and trial operation begins when the authority has not objected within
fifteen days of the report. Article numbers are from memory. The reference names nobody who signs
parts of a road.
"""

from __future__ import annotations

from acceptance.domain.parties import PartyRole
from acceptance.domain.standards.acceptance_rules import AcceptanceRule, Event, Procedure

HIGHWAY_PROCEDURE_2004 = Procedure(
    name="交通部令第3号-2004",
    table="procedure",
    title="公路工程竣（交）工验收的组织",
    clause="",
    in_force="2004-10-01",
    unverified=frozenset({"acceptances"}),
    acceptances=(
        AcceptanceRule(
            kind="verification", title="质量监督机构检测", clause="第八条",
            chairs=(PartyRole.QUALITY_STATION,), group=(PartyRole.QUALITY_STATION,),
            papers=("检测意见",), verified=False,
        ),
        AcceptanceRule(
            kind="handover", title="交工验收", clause="", chairs=(PartyRole.OWNER,),
            group=(
                PartyRole.OWNER, PartyRole.DESIGNER, PartyRole.CONTRACTOR, PartyRole.SUPERVISOR,
            ),
            objection_days=15, elsewhere=(Event.MEETING,),
            papers=("交工验收证书", "交工验收报告"), verified=False,
        ),
    ),
)  # fmt: skip
