"""房屋建筑和市政基础设施工程竣工验收规定 (建质〔2013〕171号): the completion acceptance.

Public texts give the report of the supervision body (住建部令第2号 art. 7) both five days and five
working days; the shorter is taken.
"""

from __future__ import annotations

from acceptance.domain.parties import PartyRole
from acceptance.domain.standards.acceptance_rules import AcceptanceRule, Event, Procedure

COMPLETION_171 = Procedure(
    name="建质〔2013〕171号",
    title="房屋建筑和市政基础设施工程竣工验收规定",
    clause="第六条",
    in_force="2013-12-02",
    unverified=frozenset({"acceptances"}),
    acceptances=(
        AcceptanceRule(
            kind="building_completion", title="竣工验收", clause="第六条",
            chairs=(PartyRole.OWNER,),
            group=(
                PartyRole.OWNER, PartyRole.SURVEYOR, PartyRole.DESIGNER, PartyRole.CONTRACTOR,
                PartyRole.SUPERVISOR,
            ),
            notice_days=7, elsewhere=(Event.NOTICE, Event.MEETING),
        ),
        AcceptanceRule(
            kind="supervision_report", title="质量监督报告", clause="第八条",
            chairs=(PartyRole.QUALITY_STATION,), by_supervision="监督报告", filing_days=5,
            calendar_days=True, elsewhere=(Event.MEETING,), verified=False,
        ),
    ),
)  # fmt: skip
