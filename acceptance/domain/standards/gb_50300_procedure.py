"""Chapter 6 of GB 50300-2013: who calls the acceptance of a part together, and who signs it.

GB 55032-2022 4.3 carries the same duties since 2023-03-01, also for municipal works. The standard
bounds no days. A lot (6.0.1) is signed on its own record, the unit works (6.0.6) at the counted
acceptance.
"""

from __future__ import annotations

from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Level
from acceptance.domain.standards.acceptance_rules import AcceptanceRule, Procedure

_CONTRACTOR, _SUPERVISOR = PartyRole.CONTRACTOR, PartyRole.SUPERVISOR
_SIGNING = (_CONTRACTOR, _SUPERVISOR)

GB_50300_2013_PROCEDURE = Procedure(
    name="GB 50300-2013",
    table="procedure",
    title="建筑工程质量验收的程序和组织",
    clause="第6章",
    in_force="2014-06-01",
    acceptances=(
        AcceptanceRule(
            kind="lot", title="检验批验收", clause="6.0.1", level=Level.LOT,
            chairs=(_SUPERVISOR,), group=_SIGNING,
        ),
        AcceptanceRule(
            kind="item", title="分项工程验收", clause="6.0.2", level=Level.ITEM,
            chairs=(_SUPERVISOR,), group=_SIGNING,
        ),
        AcceptanceRule(
            kind="foundation_division", title="地基与基础分部工程验收", clause="6.0.3",
            level=Level.DIVISION, parts=("地基", "基础"), chairs=(_SUPERVISOR,),
            group=(*_SIGNING, PartyRole.SURVEYOR, PartyRole.DESIGNER),
        ),
        AcceptanceRule(
            kind="structure_division", title="主体结构、节能分部工程验收", clause="6.0.3",
            level=Level.DIVISION, parts=("主体结构", "节能"), chairs=(_SUPERVISOR,),
            group=(*_SIGNING, PartyRole.DESIGNER),
        ),
        AcceptanceRule(
            kind="division", title="分部工程验收", clause="6.0.3", level=Level.DIVISION,
            chairs=(_SUPERVISOR,), group=_SIGNING,
        ),
        AcceptanceRule(
            kind="pre_acceptance", title="竣工预验收", clause="6.0.5",
            chairs=(_SUPERVISOR,), group=_SIGNING,
        ),
    ),
)  # fmt: skip
