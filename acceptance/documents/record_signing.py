"""What was recorded of the signing of a part, as its form says it; names are left to the ink."""

from __future__ import annotations

from acceptance.documents.figures import amount, long_date
from acceptance.documents.wording import role_title
from acceptance.domain.certificates import Paper
from acceptance.domain.parties import PartyRole
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_signing import Signer

NO_DAY = "年　　月　　日"


def signed_lines(facts: RecordFacts, role: PartyRole | None) -> tuple[tuple[str, ...], str]:
    """The firms and the names of a box, and its day; without a record both stay open."""
    held = facts.accepted
    signers = held.signers_as(role) if held and role else ()
    if held is None or not signers:
        return (), NO_DAY
    firms = dict.fromkeys(signer.organisation for signer in signers if signer.organisation)
    names = "、".join(signer.names for signer in signers if signer.names)
    return (*firms, *((f"签字人：{names}",) if names else ())), long_date(held.day)


def signing_note(facts: RecordFacts) -> str:
    """Where the days of the boxes are from; nothing where there are none."""
    held = facts.accepted
    if held is None or facts.paper is not Paper.BUILDING:
        return ""
    return f"注：签字栏内的日期是台账登记的{held.title}（{held.clause}）日期，签字以纸质签署为准。"


def acceptance_said(facts: RecordFacts) -> str:
    """When the acceptance was held, by whom, and who took part; empty while it was not."""
    held = facts.accepted
    if held is None:
        return ""
    clause = held.clause if held.verified else f"{held.clause}，待核对"
    said = [f"{long_date(held.day)}验收（{clause}）"]
    if held.chair:
        said.append(f"{role_title(facts.paper, held.chair)}主持")
    people = [_people(facts.paper, signer) for signer in held.signers]
    if held.outside:
        people.append(f"外单位专家 {amount(held.outside)} 人")
    if people:
        said.append("参加：" + "、".join(people))
    if held.agree is not None:
        said.append(f"同意 {amount(held.agree)} 人")
    if held.number:
        said.append(f"文号 {held.number}")
    return "；".join(said)


def opinion_said(facts: RecordFacts) -> str:
    """The opinion of the supervision body; empty while there is none."""
    opinion = facts.supervision
    if opinion is None:
        return ""
    said = f"{opinion.act}：{'无异议' if opinion.approved else '有异议'}"
    return f"{said}，文号 {opinion.number}" if opinion.number else said


def _people(paper: Paper, signer: Signer) -> str:
    return f"{role_title(paper, signer.role)} {amount(signer.people)} 人"
