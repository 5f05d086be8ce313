"""Agreements drawn up by the administrator and signed by a person of another bureau."""

from __future__ import annotations

from datetime import date

from acceptance.domain.agreements import AgreedTarget
from acceptance.domain.indicators import IndicatorCode
from acceptance.services.agreements import DrawUp, SignAgreement, draw_up, sign_agreement
from tests.builders.registry import TOWNSHIPS, Registry, at

OTHER = AgreedTarget(IndicatorCode.FIRST_TIME_OTHER, "90")


def drawn(
    registry: Registry,
    day: date,
    *targets: AgreedTarget,
    year: int = 2015,
    area: str = TOWNSHIPS[1],
    unit: int | None = None,
) -> int:
    """A version drawn up on a day, not signed."""
    command = DrawUp(
        year, area, targets or (OTHER,), "示例县人民政府县长", "示例镇人民政府镇长", unit
    )
    return draw_up(registry.session, command, registry.administrator, at(day))


def signed(
    registry: Registry,
    day: date,
    *targets: AgreedTarget,
    year: int = 2015,
    area: str = TOWNSHIPS[1],
    unit: int | None = None,
) -> int:
    """A version drawn up and signed on a day."""
    made = drawn(registry, day, *targets, year=year, area=area, unit=unit)
    command = SignAgreement(made, day, "示例县建设局")
    sign_agreement(registry.session, command, registry.other_approver, at(day))
    return made
