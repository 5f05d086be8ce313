"""Agreements: drawn up, signed by a second person, superseded and never changed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from acceptance.domain.agreements import AgreedTarget, SignedAgreement
from acceptance.domain.canonical import sha256
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.periods import Period
from acceptance.domain.records import from_document
from acceptance.persistence.agreements import Agreement, AgreementSignature
from acceptance.persistence.append_only import AppendOnlyError
from acceptance.persistence.ledger import LedgerRow
from acceptance.queries.ask import Ask
from acceptance.queries.rates import Part, targets_page
from acceptance.services.agreements import DrawUp, SignAgreement, draw_up, sign_agreement
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.targets import SetTarget, set_target
from tests.builders.agreements import OTHER, drawn, signed
from tests.builders.lives import live_through
from tests.builders.registry import TOWNSHIPS, Registry, at, make_registry

TODAY = date(2015, 6, 15)


@pytest.fixture
def registry(session: Session) -> Registry:
    made = make_registry(session)
    live_through(made)
    session.commit()
    return made


def refused(error: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def part_of(registry: Registry, code: str) -> Part:
    ask = Ask(Period.parse("2015"), "", TODAY, False)
    page = targets_page(registry.session, registry.leader, ask)
    assert page is not None
    return next(part for part in page.parts if part.place.code == code)


def test_a_signed_version_says_what_was_signed_and_names_no_person(registry: Registry) -> None:
    made = signed(registry, TODAY, OTHER, AgreedTarget(IndicatorCode.AWARD_LUBAN, "1", 2011))
    row = registry.session.get_one(AgreementSignature, made)
    told = from_document(SignedAgreement, json.loads(row.document))
    assert (told.terms.version, told.replaces, told.signed_on) == (1, 0, TODAY)
    assert [each.indicator for each in told.terms.targets] == ["first_time_other", "award_luban"]
    assert row.sha256 == sha256(row.document)
    acts = registry.session.scalars(select(LedgerRow).order_by(LedgerRow.seq.desc()).limit(2)).all()
    assert [act.action for act in acts] == ["agreement.signed", "agreement.drawn_up"]
    payload = json.loads(acts[0].payload)
    assert payload["sha256"] == row.sha256
    assert payload["terms"] == sha256(registry.session.get_one(Agreement, made).terms)
    assert told.ledger_position == acts[0].seq - 1


def test_a_new_version_supersedes_when_it_is_signed(registry: Registry) -> None:
    first = signed(registry, TODAY)
    second = drawn(registry, TODAY, replace(OTHER, value="50"))
    assert part_of(registry, TOWNSHIPS[1]).met[OTHER.indicator] is False
    sign_agreement(
        registry.session, SignAgreement(second, TODAY, "示例"), registry.other_approver, at(TODAY)
    )
    assert part_of(registry, TOWNSHIPS[1]).met[OTHER.indicator] is True
    document = registry.session.get_one(AgreementSignature, second).document
    assert json.loads(document)["replaces"] == 1
    assert registry.session.get_one(Agreement, first).version == 1


def test_a_township_is_judged_only_by_what_it_signed(registry: Registry) -> None:
    goal = SetTarget(OTHER.indicator, 2015, TOWNSHIPS[1], "90")
    set_target(registry.session, goal, registry.administrator, at(TODAY))
    drawn(registry, TODAY)
    part = part_of(registry, TOWNSHIPS[1])
    assert (part.met[OTHER.indicator], part.signed) == (None, 0)
    signed(registry, TODAY, area=TOWNSHIPS[0])
    assert part_of(registry, TOWNSHIPS[1]).met[OTHER.indicator] is None
    signed(registry, TODAY, year=2014)
    assert part_of(registry, TOWNSHIPS[1]).met[OTHER.indicator] is None
    signed(registry, TODAY, unit=registry.other_approver.organisation_id)
    assert part_of(registry, TOWNSHIPS[1]).met[OTHER.indicator] is None
    signed(registry, TODAY)
    assert (part_of(registry, TOWNSHIPS[1]).met[OTHER.indicator], part.signed) == (False, 0)


def test_a_person_of_the_unit_or_of_another_bureau_signs(registry: Registry) -> None:
    def sign(actor: Actor, version: int) -> None:
        command = SignAgreement(version, TODAY, "示例县建设局")
        sign_agreement(registry.session, command, actor, at(TODAY))

    made = drawn(registry, TODAY)
    for actor in (registry.administrator, registry.leader):
        with pytest.raises(RefusedError) as error:
            sign(actor, made)
        assert refused(error) == ["agreement_needs_second_person"]
    for actor in (registry.inspector,):
        with pytest.raises(ForbiddenError):
            sign(actor, made)
    sign(registry.actor_in(registry.leader, TOWNSHIPS[1]), made)
    of_unit = drawn(registry, TODAY, unit=registry.leader.organisation_id)
    sign(registry.leader, of_unit)


def test_what_cannot_be_signed(registry: Registry) -> None:
    old = drawn(registry, TODAY)
    new = drawn(registry, TODAY)

    def sign(version: int, day: date) -> list[str]:
        with pytest.raises(RefusedError) as error:
            sign_agreement(
                registry.session,
                SignAgreement(version, day, "示例"),
                registry.other_approver,
                at(TODAY),
            )
        return refused(error)

    assert sign(old, TODAY) == ["agreement_has_newer_version"]
    assert sign(new, TODAY + timedelta(days=1)) == ["agreement_signed_before_drawn"]
    assert sign(new, TODAY - timedelta(days=1)) == ["agreement_signed_before_drawn"]
    command = SignAgreement(new, TODAY, "示例")
    sign_agreement(registry.session, command, registry.other_approver, at(TODAY))
    assert sign(new, TODAY) == ["agreement_signed_already"]


@pytest.mark.parametrize(
    ("targets", "code"),
    [
        ((), "agreement_without_targets"),
        ((AgreedTarget(IndicatorCode.FIRST_TIME_OTHER, "100.1"),), "target_share_outside"),
        ((AgreedTarget(IndicatorCode.AWARD_LUBAN, "1.5"),), "target_count_outside"),
        ((AgreedTarget(IndicatorCode.AWARD_LUBAN, "1", 2016),), "target_since_after_year"),
    ],
)
def test_what_cannot_be_drawn_up(
    registry: Registry, targets: tuple[AgreedTarget, ...], code: str
) -> None:
    with pytest.raises(RefusedError) as error:
        draw_up(
            registry.session,
            DrawUp(2015, TOWNSHIPS[1], targets, "示例", "示例"),
            registry.administrator,
            at(TODAY),
        )
    assert refused(error) == [code]


def test_only_an_administrator_draws_up_and_only_in_his_area(registry: Registry) -> None:
    command = DrawUp(2015, TOWNSHIPS[1], (OTHER,), "示例", "示例")
    for actor in (registry.inspector, registry.approver, registry.leader):
        with pytest.raises(ForbiddenError):
            draw_up(registry.session, command, actor, at(TODAY))
    local = registry.actor_in(registry.administrator, TOWNSHIPS[0])
    with pytest.raises(NotFoundError):
        draw_up(registry.session, command, local, at(TODAY))
    made = drawn(registry, TODAY)
    foreign = registry.actor_in(registry.other_approver, TOWNSHIPS[0])
    with pytest.raises(NotFoundError):
        sign_agreement(registry.session, SignAgreement(made, TODAY, "示例"), foreign, at(TODAY))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE agreement SET terms = '{}'",
        "DELETE FROM agreement",
        "UPDATE agreement_target SET value = '0'",
        "UPDATE agreement_signature SET document = '{}'",
        "DELETE FROM agreement_signature",
    ],
)
def test_the_database_itself_keeps_them(registry: Registry, statement: str) -> None:
    signed(registry, TODAY)
    registry.session.commit()
    with pytest.raises(DBAPIError, match="append-only"):
        registry.session.execute(text(statement))
    registry.session.rollback()


def test_the_session_refuses_too(registry: Registry) -> None:
    row = registry.session.get_one(Agreement, signed(registry, TODAY))
    row.terms = "{}"
    with pytest.raises(AppendOnlyError):
        registry.session.flush()
    registry.session.rollback()
