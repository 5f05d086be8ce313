"""Every process table is sound, whatever is added to it."""

from __future__ import annotations

import inspect
from itertools import chain

import pytest

from acceptance.domain.projects import Category
from acceptance.workflow import guards, procedure_guards, quality_guards
from acceptance.workflow.actions import Action, Effect
from acceptance.workflow.paper_steps import waiting_step
from acceptance.workflow.procedures import PROCEDURES
from acceptance.workflow.processes import PROCESSES, PROCESSES_FOR
from acceptance.workflow.stages import COUNTED, Stage
from acceptance.workflow.table import Process
from tests.builders.papers import all_on_file

every_process = pytest.mark.parametrize("process", PROCESSES.values(), ids=PROCESSES)


@every_process
def test_no_two_rows_share_source_and_action(process: Process) -> None:
    pairs = [(row.source, row.action) for row in process.transitions]
    assert len(pairs) == len(set(pairs))


@every_process
def test_every_stage_is_reached_from_the_start(process: Process) -> None:
    reached, todo = set(), [process.start]
    while todo:
        stage = todo.pop()
        if stage not in reached:
            reached.add(stage)
            todo += [row.target for row in process.rows_from(stage)]
    used = set(chain.from_iterable((r.source, r.target) for r in process.transitions))
    assert reached == used
    assert set(process.line) <= reached


@every_process
def test_every_stage_leads_to_the_archive(process: Process) -> None:
    leads = {Stage.ARCHIVED}
    for _ in process.transitions:
        leads |= {row.source for row in process.transitions if row.target in leads}
    assert {row.source for row in process.transitions} <= leads


@every_process
def test_the_counted_stage_opens_and_concludes_attempts(process: Process) -> None:
    assert process.counted in COUNTED
    opens = [row for row in process.transitions if Effect.OPEN_ATTEMPT in row.effects]
    assert [row.source for row in opens] == [process.counted]
    concludes = {
        row.action for row in process.transitions if Effect.CONCLUDE_ATTEMPT in row.effects
    }
    assert concludes == {
        Action.CONCLUDE_PASSED,
        Action.CONCLUDE_CONDITIONAL,
        Action.CONCLUDE_FAILED,
        Action.ABANDON_ATTEMPT,
    }


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("building", Stage.COMPLETION_ACCEPTANCE),
        ("municipal", Stage.COMPLETION_ACCEPTANCE),
        ("road", Stage.HANDOVER_ACCEPTANCE),
        ("road_merged", Stage.MERGED_ACCEPTANCE),
        ("water", Stage.COMPLETION_ACCEPTANCE),
    ],
)
def test_the_counted_stage_of_each_process(code: str, counted: Stage) -> None:
    """Counting rule 2: self-checks, pre-acceptance, appraisals and inspections are no attempts."""
    process = PROCESSES[code]
    assert process.counted is counted
    assert {row.source for row in process.transitions if Effect.OPEN_ATTEMPT in row.effects} == {
        counted
    }


@every_process
def test_only_approval_issues_a_certificate_and_never_by_who_took_part(process: Process) -> None:
    issuing = [row for row in process.transitions if Effect.ISSUE_CERTIFICATE in row.effects]
    assert [(row.source, row.action) for row in issuing] == [(Stage.APPROVAL, Action.APPROVE)]
    assert guards.not_own_work in issuing[0].guards


def test_every_guard_is_used() -> None:
    used = {g for p in PROCESSES.values() for row in p.transitions for g in row.guards}
    written = {
        function
        for module in (guards, procedure_guards, quality_guards)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    assert written == used


@every_process
def test_what_is_asked_for_before_a_step_is_looked_at_by_the_step(process: Process) -> None:
    """An acceptance whose events gate nothing would be paper; a gate without one is silent."""
    looking = {
        row.action
        for row in process.transitions
        if set(procedure_guards.HELD_AS_PRESCRIBED) <= set(row.guards)
    }
    assert looking == {each.before for each in PROCEDURES[process.code] if each.wanted}


def test_every_stage_and_action_stands_in_a_table() -> None:
    rows = [row for process in PROCESSES.values() for row in process.transitions]
    assert {row.source for row in rows} | {row.target for row in rows} == set(Stage)
    assert {row.action for row in rows} == set(Action)


def test_every_category_has_a_process_with_papers() -> None:
    assert set(PROCESSES_FOR) == set(Category)
    assert {code for codes in PROCESSES_FOR.values() for code in codes} <= set(PROCESSES)
    for process in PROCESSES:
        assert all_on_file(process).before(Action.OPEN_ATTEMPT)


@every_process
def test_a_step_that_a_list_is_for_waits_for_its_papers(process: Process) -> None:
    steps = {each.before for each in all_on_file(process.code, housing=True).asked}
    rows = [row for row in process.transitions if row.action in steps]
    assert [row.action for row in rows if guards.papers_on_file not in row.guards] == []


def test_the_step_that_waits_for_papers_next() -> None:
    road, building = PROCESSES["road"], PROCESSES["building"]
    on_road, on_building = all_on_file("road"), all_on_file("building")
    found = [
        waiting_step(building, Stage.REGISTERED, on_building),
        waiting_step(building, Stage.COMPLETION_ACCEPTANCE, on_building),
        waiting_step(building, Stage.RECTIFICATION, on_building),
        waiting_step(building, Stage.APPROVAL, on_building),
        waiting_step(building, Stage.FILED, on_building),
        waiting_step(road, Stage.TRIAL_OPERATION, on_road),
    ]
    opening = Action.OPEN_ATTEMPT
    assert found == [opening, opening, opening, Action.FILE, None, Action.CONCLUDE_FINAL]
