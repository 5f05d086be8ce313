"""Limits of standards: proposed by one person, decided by another, and used from then on only."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor, Role
from acceptance.persistence.standards import LimitDecision, LimitProposal
from acceptance.queries.ledger import verify
from acceptance.queries.limits import limits_page, pending_for
from acceptance.queries.standards import editions_in_force
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError, StaleError
from acceptance.services.limit_decisions import DecideLimit, decide_limit
from acceptance.services.standards import ProposeLimit, propose_limit
from tests.builders.projects import County, make_actor, make_county
from tests.support.inspecting import acts, codes

TABLE = "JTG F80/1-2017 concrete"
FACTOR = "small_mean_factor"


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


@pytest.fixture
def second(county: County) -> Actor:
    return make_actor(
        county.session, "second", Role.ADMINISTRATOR, county.bureau, county.county, county.now
    )


def propose(county: County, actor: Actor | None = None, **changed: str) -> int:
    said = {
        "edition": TABLE,
        "field": FACTOR,
        "value": "1.10",
        "seen": "附录D，第 118 页",
        "reason": "与印刷本核对",
    }
    who = actor or county.actor("administrator")
    return propose_limit(county.session, ProposeLimit(**(said | changed)), who, county.now)


def decide(county: County, proposal: int, who: Actor, **changed: Any) -> int:
    command = DecideLimit(**({"proposal_id": proposal, "confirmed": True} | changed))
    return decide_limit(county.session, command, who, county.now)


def change(county: County, value: str, field: str = FACTOR) -> None:
    decide(county, propose(county, value=value, field=field), county.actor("approver"))


def in_force(county: County) -> Any:
    return editions_in_force(county.session).confirmed


# Two people


def test_nothing_is_judged_by_a_proposal_before_somebody_else_confirms(county: County) -> None:
    proposal = propose(county)
    assert in_force(county) == {}
    decide(county, proposal, county.actor("approver"))
    assert in_force(county) == {TABLE: {FACTOR: "1.1"}}


def test_another_administrator_confirms_as_well(county: County, second: Actor) -> None:
    decide(county, propose(county), second)
    assert in_force(county) == {TABLE: {FACTOR: "1.1"}}


def test_the_proposer_never_decides(county: County) -> None:
    proposal = propose(county)
    for confirmed in (True, False):
        with pytest.raises(RefusedError) as refused:
            decide(
                county, proposal, county.actor("administrator"), confirmed=confirmed, reason="错"
            )
        assert codes(refused) == {"limit_own_proposal"}
    assert in_force(county) == {}


@pytest.mark.parametrize("name", ["inspector", "leader"])
def test_who_does_not_decide_neither_proposes_nor_confirms(county: County, name: str) -> None:
    proposal = propose(county)
    with pytest.raises(ForbiddenError):
        decide(county, proposal, county.actor(name))
    with pytest.raises(ForbiddenError):
        propose(county, county.actor(name))


def test_an_approver_does_not_propose(county: County) -> None:
    with pytest.raises(ForbiddenError):
        propose(county, county.actor("approver"))


def test_a_declined_proposal_changes_nothing_and_says_why(county: County) -> None:
    proposal = propose(county)
    with pytest.raises(RefusedError) as refused:
        decide(county, proposal, county.actor("approver"), confirmed=False)
    assert codes(refused) == {"limit_decline_reason_missing"}
    decide(county, proposal, county.actor("approver"), confirmed=False, reason="看错了行")
    assert in_force(county) == {}
    declined = limits_page(county.session, county.actor("approver")).decided[0]
    assert (declined.confirmed, declined.decision_reason) == (False, "看错了行")


def test_a_proposal_is_decided_once(county: County, second: Actor) -> None:
    proposal = propose(county)
    decide(county, proposal, second)
    with pytest.raises(StaleError):
        decide(county, proposal, county.actor("approver"), confirmed=False, reason="晚了")
    assert len(county.session.scalars(select(LimitDecision)).all()) == 1


def test_one_proposal_for_a_limit_waits_at_a_time(county: County, second: Actor) -> None:
    propose(county)
    with pytest.raises(RefusedError) as refused:
        propose(county, second, value="1.2")
    assert codes(refused) == {"limit_waits_already"}


# What can be proposed


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"value": "1.1.1"}, "limit_number_wanted"),
        ({"value": "1/0"}, "limit_number_wanted"),
        ({"value": "0.00000000000000007/0.00000000000000000003"}, "limit_number_wanted"),
        ({"value": "-1"}, "limit_below_zero"),
        ({"field": "bands", "value": "1.1"}, "limit_is_no_number"),
        ({"edition": "SL 703-2015 elements", "field": "review_days", "value": "1.5"},
         "limit_whole_wanted"),
        ({"field": "base", "value": ""}, "limit_not_in_doubt"),
        ({"field": "base", "value": "1.0"}, "limit_not_in_doubt"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_limit_is_refused(
    county: County, changed: dict[str, str], code: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        propose(county, **changed)
    assert codes(refused) == {code}
    assert county.session.scalars(select(LimitProposal)).all() == []


@pytest.mark.parametrize(("edition", "field"), [("JTG F80/1", FACTOR), (TABLE, "nothing")])
def test_an_unknown_limit_is_missing(county: County, edition: str, field: str) -> None:
    with pytest.raises(NotFoundError):
        propose(county, edition=edition, field=field)


@pytest.mark.parametrize(
    ("edition", "field", "typed", "stored"),
    [
        (TABLE, "bands", "", ""),
        (TABLE, FACTOR, "", "1.15"),
        ("SL 223-2008", "quorum_share", "3/4", "0.75"),
        ("SL 223-2008", "quorum_share", "2/6", "1/3"),
        ("GB/T 50769-2012", "in_force", "", ""),
    ],
)
def test_a_table_is_confirmed_as_it_stands_and_a_number_is_kept_as_text(
    county: County, edition: str, field: str, typed: str, stored: str
) -> None:
    decide(county, propose(county, edition=edition, field=field, value=typed),
           county.actor("approver"))  # fmt: skip
    assert in_force(county) == {edition: {field: stored}}
    doubtful = limits_page(county.session, county.actor("approver")).doubtful
    assert (edition, field) not in {(line.table.code, line.name) for line in doubtful}


def test_a_limit_is_changed_again_later(county: County) -> None:
    change(county, "1.10")
    change(county, "1.12")
    assert in_force(county) == {TABLE: {FACTOR: "1.12"}}
    history = limits_page(county.session, county.actor("approver")).decided
    assert [(line.before, line.value) for line in history] == [("1.1", "1.12"), ("1.15", "1.1")]


# The record


def test_the_ledger_holds_both_acts_and_no_name(county: County) -> None:
    proposal = propose(county)
    decide(county, proposal, county.actor("approver"))
    proposed = json.loads(acts(county, "standard.limit_proposed")[0].payload)
    confirmed = json.loads(acts(county, "standard.limit_confirmed")[0].payload)
    assert proposed == {
        "edition": TABLE, "field": FACTOR, "value": "1.1", "before": "1.15",
        "seen": "附录D，第 118 页", "reason": "与印刷本核对",
    }  # fmt: skip
    assert confirmed == {**proposed, "proposal": proposal, "decision_reason": ""}
    decide(county, propose(county, value="1.2"), county.actor("approver"), confirmed=False,
           reason="看错了")  # fmt: skip
    assert len(acts(county, "standard.limit_declined")) == 1
    assert verify(county.session) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE limit_proposal SET value = '9'",
        "DELETE FROM limit_proposal",
        "UPDATE limit_decision SET confirmed = NOT confirmed",
        "DELETE FROM limit_decision",
    ],
)
def test_the_database_itself_keeps_what_was_decided(county: County, statement: str) -> None:
    change(county, "1.10")
    with pytest.raises(DBAPIError), county.session.begin_nested():
        county.session.execute(text(statement))


def test_what_waits_is_counted_for_everybody_but_the_proposer(
    county: County, second: Actor
) -> None:
    propose(county)
    assert pending_for(county.session, second) == 1
    assert pending_for(county.session, county.actor("administrator")) == 0
