"""水利水电建设工程验收规程 SL 223-2008: who accepts what, when, and with which papers.

Limits in days are working days (工作日) unless the name says months. The standard is written for
large and medium works; small county works follow it by reference. Superseded on 2025-06-14 by
SL/T 223-2025.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Level
from acceptance.domain.standards.acceptance_rules import AcceptanceRule, Event, Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceProcedure(Procedure):
    """The rules common to every acceptance, and each kind with its own.

    `overruling_share` of the members opposing the chair's ruling sends the dispute to the next
    authority.
    """

    quorum_share: Fraction
    overruling_share: Fraction
    plan_days: int
    completion_months: int
    extension_months: int
    completion_apply_days: int
    experts_outside_share: Fraction
    handover_days: int
    contract_certificate_days: int
    warranty_certificate_days: int
    transfer_days: int
    project_certificate_days: int
    pump_hours: int
    pump_hours_in_week: int
    pump_stops: int


OWNER, SUPERVISOR = PartyRole.OWNER, PartyRole.SUPERVISOR
CHAIRING = PartyRole.BUREAU
"""竣工验收主持单位: the authority that chairs the acceptances of the government."""
BUILDERS = (OWNER, PartyRole.SURVEYOR, PartyRole.DESIGNER, SUPERVISOR, PartyRole.CONTRACTOR)

_OF_OWNER = (
    AcceptanceRule(
        kind="part_works", title="分部工程验收", clause="第3章", level=Level.DIVISION,
        chairs=(OWNER, SUPERVISOR), per_party=2, answer_days=10, report_days=10, filing_days=20,
        certificate_days=30, by_supervision="核备", group=BUILDERS,
        papers=("验收申请报告", "分部工程验收鉴定书"), verified=False,
    ),
    AcceptanceRule(
        kind="unit_works", title="单位工程验收", clause="第4章", level=Level.UNIT, chairs=(OWNER,),
        per_party=3, answer_days=10, notice_days=10, report_days=10, filing_days=20,
        certificate_days=30, by_supervision="核定",
        group=(*BUILDERS, PartyRole.OPERATOR), papers=("验收申请报告", "单位工程验收鉴定书"),
        verified=False,
    ),
    AcceptanceRule(
        kind="contract_completion", title="合同工程完工验收", clause="第5章", chairs=(OWNER,),
        answer_days=20, certificate_days=30, group=(OWNER, PartyRole.CONTRACTOR),
        papers=("验收申请报告", "合同工程完工验收鉴定书", "合同工程完工证书"), verified=False,
    ),
    AcceptanceRule(
        kind="owner_self_check", title="竣工验收自查", clause="第8章", chairs=(OWNER,),
        notice_days=10, report_days=10, certificate_days=30,
        papers=("竣工验收自查工作报告",), verified=False,
    ),
)  # fmt: skip
_OF_GOVERNMENT = (
    AcceptanceRule(
        kind="stage", title="阶段验收", clause="", chairs=(CHAIRING,), answer_days=20,
        certificate_days=30, papers=("阶段验收鉴定书",), verified=False,
    ),
    AcceptanceRule(
        kind="technical_pre_acceptance", title="竣工技术预验收", clause="第8章", chairs=(CHAIRING,),
        outside_share=Fraction(2, 3), papers=("竣工技术预验收工作报告",), verified=False,
    ),
    AcceptanceRule(
        kind="completion", title="竣工验收", clause="第8章", chairs=(CHAIRING,), answer_days=20,
        certificate_days=30, elsewhere=(Event.MEETING,), verified=False,
        papers=(
            "竣工验收申请报告", "建设管理工作报告", "工程建设大事记", "设计工作报告", "施工管理工作报告",
            "监理工作报告", "运行管理工作报告", "质量监督报告", "安全监督报告", "质量检测报告",
            "拟验工程清单", "未完工程清单", "竣工验收鉴定书",
        ),
    ),
)  # fmt: skip

SL_223_2008 = AcceptanceProcedure(
    name="SL 223-2008",
    title="水利水电建设工程验收规程",
    clause="",
    clauses={
        "completion_months": "第8章",
        "extension_months": "第8章",
        "completion_apply_days": "第8章",
        "experts_outside_share": "第8章",
        "handover_days": "第9章",
        "contract_certificate_days": "第9章",
        "warranty_certificate_days": "第9章",
        "transfer_days": "第9章",
        "project_certificate_days": "第9章",
    },
    quorum_share=Fraction(2, 3),
    overruling_share=Fraction(1, 2),
    plan_days=60,
    completion_months=12,
    extension_months=6,
    completion_apply_days=30,
    experts_outside_share=Fraction(2, 3),
    handover_days=30,
    contract_certificate_days=30,
    warranty_certificate_days=30,
    transfer_days=60,
    project_certificate_days=30,
    pump_hours=24,
    pump_hours_in_week=48,
    pump_stops=3,
    acceptances=(*_OF_OWNER, *_OF_GOVERNMENT),
    # The order of the papers and the running test of pumps are remembered with middling confidence.
    unverified=frozenset({"acceptances", "pump_hours", "pump_hours_in_week", "pump_stops"}),
)
