"""A signed target agreement (目标责任书) set as pages: the same record gives the same bytes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from acceptance.documents.complaints import no_complaints
from acceptance.documents.faces import unprintable, untitled
from acceptance.documents.figures import amount, in_fours, long_date
from acceptance.documents.setting import (
    PRESS,
    TEMPLATES,
    UnprintableError,
    attached,
    laid_out,
    whole_second,
    written,
)
from acceptance.documents.sheet import PAIRS, Cell, Kind, Row, Table, heads, pairs, wide
from acceptance.domain.agreements import AgreedTarget, SignedAgreement
from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.indicators import INDICATORS
from acceptance.domain.records import to_document

TITLE = "工程质量目标责任书"
ATTACHMENT = "agreement.json"
_TITLE_POINTS, _WIDTH_POINTS = 30, 441


def render_agreement(signed: SignedAgreement, signed_at: datetime) -> bytes:
    """The PDF/A-3u of a signed version, with its canonical record attached as agreement.json.

    `signed_at` is the moment of the signing in the ledger and the only date inside the file.
    """
    moment = whole_second(signed_at)
    document = to_document(signed)
    text = _text(signed, moment, sha256(canonical(document)))
    if lacking := unprintable((text,)) or untitled((TITLE, signed.issuer)):
        raise UnprintableError(f"{signed.terms.holder} {signed.terms.year}: no face has {lacking}")
    with PRESS, no_complaints():
        record = attached(document, ATTACHMENT, "责任书所载（规范化 JSON）", moment)
        return written(
            laid_out(text, "certificate.css"), f"{number(signed)}|{signed.ledger_position}", record
        )


def number(signed: SignedAgreement) -> str:
    """What the agreement is called at the foot of its pages."""
    terms = signed.terms
    return f"{terms.holder}{terms.year}年目标责任书第{terms.version}版"


def _text(signed: SignedAgreement, moment: datetime, digest: str) -> Any:
    return TEMPLATES.get_template("agreement.html").render(
        title=TITLE,
        number=number(signed),
        signed=signed,
        moment=moment,
        face=_face(signed),
        targets=_targets(signed.terms.targets),
        offices=_offices(signed),
        position=amount(signed.ledger_position),
        head=in_fours(signed.ledger_head),
        digest=in_fours(digest),
        issuer_points=min(_TITLE_POINTS, _WIDTH_POINTS // max(1, len(signed.issuer))),
    )


def _face(signed: SignedAgreement) -> Table:
    terms = signed.terms
    lines = [
        ("责任单位", terms.holder),
        ("区域", f"{terms.area}（{terms.area_code}）"),
        ("考核年度", f"{terms.year}年"),
        ("版次", f"第{terms.version}版"),
        ("拟定日期", long_date(terms.drawn_on)),
    ]
    if signed.replaces:
        lines.append(("代替", f"第{signed.replaces}版"))
    if terms.note:
        lines.append(("依据和说明", terms.note))
    return Table(PAIRS, tuple(pairs(lines)))


def _targets(targets: tuple[AgreedTarget, ...]) -> Table:
    rows: tuple[Row, ...] = tuple(
        (
            Cell(str(place), Kind.CENTRE),
            Cell(INDICATORS[each.indicator].title),
            Cell(_counted(each)),
            Cell(_value(each), Kind.CENTRE),
        )
        for place, each in enumerate(targets, 1)
    )
    head = heads("序号", "指标", "统计范围", "目标")
    return Table((6, 28, 36, 14), rows, head, "目标")


def _counted(each: AgreedTarget) -> str:
    indicator = INDICATORS[each.indicator]
    return f"{indicator.population}；计入：{indicator.numerator}"


def _value(each: AgreedTarget) -> str:
    if not each.is_count:
        return "100%" if each.value == "100" else f"≥ {each.value}%"
    return f"{each.value} 项（{each.since}年起累计）" if each.since else f"{each.value} 项"


def _offices(signed: SignedAgreement) -> Table:
    terms = signed.terms
    return Table(
        PAIRS,
        (
            wide("交办方职务", terms.asking_office),
            wide("责任方职务", terms.answering_office),
            wide("签订日期", long_date(signed.signed_on)),
        ),
    )
