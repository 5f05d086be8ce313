"""The papers that must be on file before a counted acceptance may be opened."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.parties import PartyRole


@dataclass(frozen=True, slots=True)
class Paper:
    """A required paper: its code, the clause that asks for it, and who supplies it.

    `stage_gate` papers are asked for by their own step, the others at the opening of the
    acceptance. `verified` is False where the clause is from memory.
    """

    code: str
    clause: str
    party: PartyRole
    housing_only: bool = False
    verified: bool = True


_171 = "建质〔2013〕171号 第五条"
_HANDOVER = "公路工程竣（交）工验收办法（交通部令2004年第3号）第八条"
_SL223 = "SL 223-2008 第8章"

NOTICE = "notice"

BUILDING_PAPERS = (
    Paper("scope_completed", f"{_171}（一）", PartyRole.OWNER),
    Paper("completion_report", f"{_171}（二）", PartyRole.CONTRACTOR),
    Paper("evaluation_report", f"{_171}（三）", PartyRole.SUPERVISOR),
    Paper("survey_report", f"{_171}（四）", PartyRole.SURVEYOR),
    Paper("design_report", f"{_171}（四）", PartyRole.DESIGNER),
    Paper("technical_archive", f"{_171}（五）", PartyRole.CONTRACTOR),
    Paper("test_reports", f"{_171}（六）", PartyRole.CONTRACTOR),
    Paper("payment_proof", f"{_171}（七）", PartyRole.OWNER),
    Paper("warranty_letter", f"{_171}（八）", PartyRole.CONTRACTOR),
    Paper("household_acceptance", f"{_171}（九）", PartyRole.OWNER, housing_only=True),
    Paper("orders_fulfilled", f"{_171}（十）", PartyRole.CONTRACTOR),
    Paper(NOTICE, "建质〔2013〕171号 第六条（三）", PartyRole.OWNER),
)

ROAD_PAPERS = (
    Paper("contract_completed", _HANDOVER, PartyRole.CONTRACTOR, verified=False),
    Paper("contractor_self_check", _HANDOVER, PartyRole.CONTRACTOR, verified=False),
    Paper("supervisor_rating", _HANDOVER, PartyRole.SUPERVISOR, verified=False),
    Paper("verification_opinion", _HANDOVER, PartyRole.QUALITY_STATION, verified=False),
    Paper("completion_documents", _HANDOVER, PartyRole.CONTRACTOR, verified=False),
    Paper("work_summaries", _HANDOVER, PartyRole.SUPERVISOR, verified=False),
)

WATER_PAPERS = (
    Paper("design_completed", f"{_SL223}（竣工验收应具备的条件）", PartyRole.OWNER),
    Paper("changes_approved", f"{_SL223}（竣工验收应具备的条件）", PartyRole.DESIGNER),
    Paper("normal_operation", f"{_SL223}（竣工验收应具备的条件）", PartyRole.OWNER),
    Paper("special_acceptances", f"{_SL223}（竣工验收应具备的条件）", PartyRole.OWNER),
    Paper("final_account_audited", f"{_SL223}（竣工验收应具备的条件）", PartyRole.OWNER),
    Paper("operator_settled", f"{_SL223}（竣工验收应具备的条件）", PartyRole.OWNER),
    Paper(
        "quality_supervision_report", f"{_SL223}（竣工验收应具备的条件）", PartyRole.QUALITY_STATION
    ),
    Paper("completion_papers", f"{_SL223}（竣工验收应具备的条件）", PartyRole.OWNER),
)

PAPERS: dict[str, tuple[Paper, ...]] = {
    "building": BUILDING_PAPERS,
    "municipal": BUILDING_PAPERS,
    "road": ROAD_PAPERS,
    "road_merged": ROAD_PAPERS,
    "water": WATER_PAPERS,
}


def papers_for(process: str, *, housing: bool) -> tuple[Paper, ...]:
    """The papers this project needs, in the order of their clauses."""
    return tuple(p for p in PAPERS[process] if housing or not p.housing_only)
