"""The press: a process of its own that may die, hang or rest without harm."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from acceptance.documents.record import render_record
from acceptance.domain.certificates import Paper
from acceptance.domain.projects import Level
from acceptance.jobs import printing
from acceptance.jobs.printing import Press, PrintingError
from tests.builders.certificates import ISSUED_AT, building
from tests.builders.record_papers import ORDERED_AT, item, record

NOW = datetime(2015, 6, 15, 8, 30, tzinfo=UTC)


@pytest.fixture
def press() -> Iterator[Press]:
    made = Press()
    yield made
    made.close()


def test_facts_become_a_paper(press: Press) -> None:
    assert press.certificate(building(works=0).to_document(), ISSUED_AT).startswith(b"%PDF-1.7")


def test_the_facts_of_a_record_become_a_paper(press: Press) -> None:
    facts = record(Paper.BUILDING, Level.LOT, items=(item(),))
    assert press.record(facts.to_document(), ORDERED_AT) == render_record(facts, ORDERED_AT)


def test_a_press_that_was_killed_is_started_again(press: Press) -> None:
    facts = {"not": "facts"}
    with pytest.raises(PrintingError, match="NotARecordError"):
        press.certificate(facts, NOW)
    process = press._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with pytest.raises(PrintingError, match="NotARecordError"):
        press.certificate(facts, NOW)


def test_a_press_that_hangs_is_ended(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PATIENCE", 0)
    with pytest.raises(PrintingError, match="took too long"):
        press.certificate({}, NOW)
    assert press._process is None


def test_an_idle_press_is_ended(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PrintingError):
        press.certificate({}, NOW)
    press.rest()
    assert press._process is not None
    monkeypatch.setattr(printing, "IDLE", -1)
    press.rest()
    assert press._process is None
