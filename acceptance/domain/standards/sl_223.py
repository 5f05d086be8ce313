"""水利水电建设工程验收规程 SL 223-2008: who accepts what, when, and with which papers.

Limits in days are working days (工作日) unless the name says months. The standard is written for
large and medium works; small county works follow it by reference. Superseded on 2025-06-14 by
SL/T 223-2025.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True)
class AcceptanceRule:
    """One kind of acceptance.

    `chair` holds it, `delegate` may instead; `group` are the units in it where known; `per_party`
    bounds the people of each unit, None where no bound is known. `answer_days` bound the answer to
    the application, `notice_days` the notice ahead to quality and safety supervision, `report_days`
    the way to the supervision body and `filing_days` its answer, `certificate_days` the 鉴定书.
    `by_supervision` is what that body does: 核备 records, 核定 decides.
    """

    kind: str
    title: str
    clause: str
    chair: str
    papers: tuple[str, ...]
    group: tuple[str, ...] = ()
    delegate: str = ""
    per_party: int | None = None
    answer_days: int | None = None
    notice_days: int | None = None
    report_days: int | None = None
    filing_days: int | None = None
    certificate_days: int | None = None
    by_supervision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceProcedure(Edition):
    """The rules common to every acceptance, and each kind with its own.

    `quorum_share` of the members must agree; `overruling_share` of them opposing the chair's ruling
    sends the dispute to the next authority.
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
    acceptances: tuple[AcceptanceRule, ...]

    def carries(self, agree: int, members: int) -> bool:
        """Whether so many of the members make a conclusion; nobody makes none."""
        return members > 0 and Fraction(agree, members) >= self.quorum_share

    def rule(self, kind: str) -> AcceptanceRule:
        """The rule of one kind of acceptance; KeyError where there is none."""
        return {each.kind: each for each in self.acceptances}[kind]


OWNER, SUPERVISOR, CHAIRING = "项目法人", "监理单位", "竣工验收主持单位"
BUILDERS = (OWNER, "勘测单位", "设计单位", SUPERVISOR, "施工单位", "主要设备供应单位")

_OF_OWNER = (
    AcceptanceRule(
        kind="part_works", title="分部工程验收", clause="第3章", chair=OWNER, delegate=SUPERVISOR,
        per_party=2, answer_days=10, report_days=10, filing_days=20, certificate_days=30,
        by_supervision="核备", group=BUILDERS,
        papers=("验收申请报告", "分部工程验收鉴定书"),
    ),
    AcceptanceRule(
        kind="unit_works", title="单位工程验收", clause="第4章", chair=OWNER,
        per_party=3, answer_days=10, notice_days=10, report_days=10, filing_days=20,
        certificate_days=30, by_supervision="核定",
        group=(*BUILDERS, "运行管理单位"), papers=("验收申请报告", "单位工程验收鉴定书"),
    ),
    AcceptanceRule(
        kind="contract_completion", title="合同工程完工验收", clause="第5章", chair=OWNER,
        answer_days=20, certificate_days=30,
        papers=("验收申请报告", "合同工程完工验收鉴定书", "合同工程完工证书"),
    ),
    AcceptanceRule(
        kind="owner_self_check", title="竣工验收自查", clause="第8章", chair=OWNER,
        notice_days=10, report_days=10, certificate_days=30,
        papers=("竣工验收自查工作报告",),
    ),
)  # fmt: skip
_OF_GOVERNMENT = (
    AcceptanceRule(
        kind="stage", title="阶段验收", clause="", chair=CHAIRING, answer_days=20,
        certificate_days=30, papers=("阶段验收鉴定书",),
    ),
    AcceptanceRule(
        kind="technical_pre_acceptance", title="竣工技术预验收", clause="第8章", chair=CHAIRING,
        papers=("竣工技术预验收工作报告",),
    ),
    AcceptanceRule(
        kind="completion", title="竣工验收", clause="第8章", chair=CHAIRING, answer_days=20,
        certificate_days=30,
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
