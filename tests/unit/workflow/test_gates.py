"""What is missing before a step, and what is there."""

from dataclasses import replace
from datetime import date

import pytest

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.parties import PartyRole
from acceptance.domain.working_days import WEEKENDS_ONLY
from acceptance.i18n.conditions import CONDITIONS, say_met
from acceptance.workflow.actions import Action
from acceptance.workflow.facts import AttemptFacts, Facts, LeafFacts
from acceptance.workflow.gates import forward_row, gate
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import COUNTED, Stage
from tests.builders.papers import all_on_file, without

TODAY = date(2015, 6, 15)
NOTHING = Facts("building", Stage.COMPLETION_ACCEPTANCE, TODAY)
READY = replace(
    NOTHING,
    parties=frozenset(PartyRole),
    papers=all_on_file("building"),
    leaves=LeafFacts(total=3, passed=3),
    earliest_meeting=TODAY,
    calendar=replace(WEEKENDS_ONLY, years=frozenset({2015})),
)


def test_nothing_is_missing_when_all_is_there() -> None:
    found = gate(PROCESSES["building"], READY)
    assert found is not None
    assert found.lacking == 0
    assert found.counts
    papers = len(READY.papers.before(Action.OPEN_ATTEMPT)) - 1
    assert papers == 10
    assert found.total == len(found.met) == papers + 9


def test_every_missing_paper_is_a_line_and_the_present_ones_are_met() -> None:
    facts = replace(READY, papers=without(READY.papers, "warranty_letter", "test_reports"))
    found = gate(PROCESSES["building"], facts)
    assert found is not None
    assert {f.values["paper"] for f in found.missing} == {"warranty_letter", "test_reports"}
    assert found.total == found.lacking + len(found.met)


def test_a_notice_that_only_needs_time_is_waiting() -> None:
    found = gate(PROCESSES["building"], replace(READY, earliest_meeting=date(2015, 6, 19)))
    assert found is not None
    assert (found.missing, [f.code for f in found.waiting]) == ((), ["notice_too_short"])


@pytest.mark.parametrize("process", sorted(PROCESSES))
def test_every_stage_has_a_step_ahead_but_the_last(process: str) -> None:
    table = PROCESSES[process]
    for stage in {row.source for row in table.transitions}:
        row = forward_row(table, stage, attempt_open=False)
        assert (row is None) is (stage is Stage.ARCHIVED)
        if stage in COUNTED:
            concluding = forward_row(table, stage, attempt_open=True)
            assert concluding is not None
            assert concluding.action is Action.CONCLUDE_PASSED


@pytest.mark.parametrize("process", sorted(PROCESSES))
@pytest.mark.parametrize("locale", ["zh", "en"])
def test_every_condition_that_is_met_can_be_said(process: str, locale: str) -> None:
    table = PROCESSES[process]
    attempts = (None, AttemptFacts(1, None, TODAY), AttemptFacts(1, AttemptResult.PASSED, TODAY))
    papers = all_on_file(process, housing=True)
    for stage in table.line:
        for attempt in attempts:
            facts = replace(READY, process=process, stage=stage, attempt=attempt, papers=papers)
            found = gate(table, facts)
            for met in found.met if found else ():
                assert met.condition in CONDITIONS
                assert "%(" not in say_met(met, locale)
