"""Which step of a process waits for papers next."""

from __future__ import annotations

from acceptance.workflow import guards
from acceptance.workflow.actions import Action
from acceptance.workflow.papers import Papers
from acceptance.workflow.stages import Stage
from acceptance.workflow.table import Process


def steps_that_wait(process: Process) -> frozenset[Action]:
    """The steps of a process before which documents may be asked for."""
    return frozenset(
        row.action for row in process.transitions if guards.papers_on_file in row.guards
    )


def waiting_step(process: Process, stage: Stage, papers: Papers) -> Action | None:
    """The first step from this stage on that waits for papers; None when all of them are behind.

    A project that puts something right stands before its acceptance.
    """
    waiting = {each.before for each in papers.asked if each.document.blocks}
    here = stage if stage in process.line else process.counted
    for stop in process.line[process.line.index(here) :]:
        for row in process.rows_from(stop):
            if row.action in waiting:
                return row.action
    return None
