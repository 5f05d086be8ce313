"""The paper of an agreement: the same record gives the same bytes, with everything it says."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from acceptance.documents.agreement import render_agreement
from acceptance.documents.setting import UnprintableError
from acceptance.domain.agreements import AgreedTarget, AgreementTerms, SignedAgreement
from acceptance.domain.canonical import canonical
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.records import from_document, to_document
from tests.builders.pdf import Pdf

SIGNED_AT = datetime(2015, 3, 2, 8, 30, 15, 123, tzinfo=UTC)
TERMS = AgreementTerms(
    year=2015,
    version=2,
    area_code="621122101",
    area="文峰镇",
    unit="",
    asking_office="示例县人民政府县长",
    answering_office="文峰镇人民政府镇长",
    drawn_on=date(2015, 3, 1),
    targets=(
        AgreedTarget(IndicatorCode.FIRST_TIME_OTHER, "90"),
        AgreedTarget(IndicatorCode.QUALITY_RURAL_ROAD, "100"),
        AgreedTarget(IndicatorCode.AWARD_FEITIAN, "2", 2011),
    ),
    note="示例文号〔2015〕3号",
)
SIGNED = SignedAgreement(TERMS, date(2015, 3, 2), "示例县住房和城乡建设局", 1234, "ab" * 32, 1)


@cache
def paper() -> bytes:
    return render_agreement(SIGNED, SIGNED_AT)


def test_everything_that_was_signed_stands_on_it() -> None:
    pdf = Pdf(paper())
    text = "".join("".join(pdf.text(page) for page in range(len(pdf.pages))).split())
    for said in (
        "工程质量目标责任书",
        "文峰镇",
        "2015年",
        "第2版",
        "第1版",
        "≥90%",
        "100%",
        "2项（2011年起累计）",
        "文峰镇人民政府镇长",
        "2015年3月2日",
        "示例文号〔2015〕3号",
    ):
        assert said in text


def test_the_same_record_gives_the_same_bytes() -> None:
    again = from_document(SignedAgreement, to_document(SIGNED))
    assert render_agreement(again, SIGNED_AT) == paper()
    assert render_agreement(replace(SIGNED, replaces=0), SIGNED_AT) != paper()


def test_the_record_is_attached_in_its_canonical_form() -> None:
    assert Pdf(paper()).attachment == canonical(to_document(SIGNED)).encode()


def test_a_character_without_a_glyph_stops_the_paper() -> None:
    odd = replace(SIGNED, terms=replace(TERMS, note="\U0001f600"))
    with pytest.raises(UnprintableError):
        render_agreement(odd, SIGNED_AT)
