"""Recorded signings on the forms: the firm and the day, and room for ink where no name is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from acceptance.documents.record import render_record
from acceptance.domain.certificates import Paper
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_forms import RecordForm
from acceptance.domain.record_signing import HeldAcceptance, Signer, SupervisionOpinion
from tests.builders.pdf import Pdf
from tests.builders.record_papers import ORDERED_AT, item, part, record

BUILDER = Signer(PartyRole.CONTRACTOR, "陇中建筑公司", people=1)
SUPERVISOR = Signer(PartyRole.SUPERVISOR, "陇中监理公司", people=1)
NO_DAY = "年月日"


def held(*signers: Signer, **changes: Any) -> HeldAcceptance:
    facts: dict[str, Any] = {"title": "分部工程验收", "clause": "GB 50300-2013 6.0.3",
                             "day": date(2026, 9, 30), "signers": signers}  # fmt: skip
    return HeldAcceptance(**(facts | changes))


def said(facts: RecordFacts) -> str:
    pdf = Pdf(render_record(facts, ORDERED_AT))
    return "".join("".join(pdf.text(number) for number in range(len(pdf.pages))).split())


@pytest.mark.parametrize(
    ("level", "boxes"), [(Level.ITEM, 2), (Level.DIVISION, 4), (Level.UNIT, 5)]
)
def test_a_box_has_the_day_and_the_firm_of_who_signed_and_the_others_stay_open(
    level: Level, boxes: int
) -> None:
    below = {"parts": (part(),)}
    assert said(record(Paper.BUILDING, level, **below)).count(NO_DAY) == boxes
    told = said(record(Paper.BUILDING, level, **below, accepted=held(BUILDER)))
    assert told.count(NO_DAY) == boxes - 1
    assert told.count("2026年9月30日") == 1
    assert "陇中建筑公司" in told
    assert "签字栏内的日期是台账登记的分部工程验收（GB50300-20136.0.3）日期" in told
    assert "签字人" not in told
    both = said(record(Paper.BUILDING, level, **below, accepted=held(BUILDER, SUPERVISOR)))
    assert both.count(NO_DAY) == boxes - 2


def test_the_names_of_the_counted_acceptance_stand_in_the_boxes_of_the_unit_works() -> None:
    signed = (Signer(PartyRole.OWNER, "示例局", "王一"), Signer(PartyRole.OWNER, "示例所", "王二"))
    told = said(record(Paper.BUILDING, Level.UNIT, parts=(part(),), accepted=held(*signed)))
    assert "示例局示例所签字人：王一、王二" in told
    assert told.count("2026年9月30日") == 1


@pytest.mark.parametrize(
    ("paper", "level"), [(Paper.BUILDING, Level.LOT), (Paper.ROAD, Level.ITEM)]
)
def test_a_form_whose_signing_is_not_recorded_here_stays_open(paper: Paper, level: Level) -> None:
    plain = record(paper, level, items=(item(),))
    assert NO_DAY in said(plain)
    assert "签字栏内的日期" not in said(plain)


def water(level: Level, **changes: Any) -> RecordFacts:
    owner = Signer(PartyRole.OWNER, "示例水管所", people=2)
    facts: dict[str, Any] = {
        "title": "分部工程验收", "clause": "SL 223-2008 第3章", "chair": PartyRole.OWNER,
        "agree": 5, "outside": 1, "verified": False, "number": "水验-7",
    }  # fmt: skip
    accepted = held(owner, BUILDER, SUPERVISOR, **(facts | changes))
    spoken = SupervisionOpinion("核备", date(2026, 10, 20), approved=True, number="备-3")
    return record(Paper.WATER, level, parts=(part(),), accepted=accepted, supervision=spoken)


@pytest.mark.parametrize("level", [Level.DIVISION, Level.UNIT])
def test_the_parts_of_water_works_tell_of_their_acceptance_and_of_supervision(level: Level) -> None:
    told = said(water(level))
    assert (
        "2026年9月30日验收（SL223-2008第3章，待核对）；项目法人主持；参加：项目法人2人、"
        "施工单位1人、监理单位1人、外单位专家1人；同意5人；文号水验-7"
    ) in told
    assert "核备：无异议，文号备-3" in told
    assert "2026年10月20日" in told
    # The three opinions on the quality are of another day, which nobody has recorded.
    assert told.count(NO_DAY) == 3


def test_supervision_that_objects_is_not_made_to_agree() -> None:
    objecting = SupervisionOpinion("核备", date(2026, 10, 20), approved=False)
    told = said(record(Paper.WATER, Level.DIVISION, parts=(part(),), supervision=objecting))
    assert "核备：有异议" in told
    assert "无异议" not in told


def test_the_minutes_have_a_line_to_sign_for_each_member_of_the_group() -> None:
    told = said(water(Level.DIVISION).on(RecordForm.MINUTES))
    assert told.count("示例水管所") == 2
    assert "陇中建筑公司陇中监理公司外单位专家" in told
    assert "项目法人主持" in told


def test_a_group_larger_than_the_form_still_has_a_line_each() -> None:
    many = water(Level.UNIT, outside=11).on(RecordForm.MINUTES)
    assert said(many).count("外单位专家") == 11 + 1


def test_what_was_signed_is_frozen_with_the_facts() -> None:
    facts = water(Level.UNIT)
    assert RecordFacts.from_document(facts.to_document()) == facts
    older = facts.to_document()
    del older["accepted"], older["supervision"]
    assert RecordFacts.from_document(older).accepted is None
