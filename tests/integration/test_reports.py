"""Facts of a report are counted once, at one position of the ledger, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from acceptance.domain.people import Actor
from acceptance.domain.periods import Period
from acceptance.jobs.printing import Press
from acceptance.jobs.run import Worker, work_once
from acceptance.persistence.reports import Report
from acceptance.queries.ask import Ask
from acceptance.queries.ledger import head
from acceptance.queries.report_facts import NotCountedError, report_facts
from acceptance.queries.reports import NoSuchReportError, ReportOrder, report_order
from acceptance.runtime import Runtime, make_runtime
from acceptance.services.report_files import DifferentReportError, freeze, keep_files
from acceptance.services.reports import order_report
from acceptance.settings import Environment, Settings
from tests.builders.lives import live_through
from tests.builders.outbox import NOW, Clock
from tests.builders.registry import make_registry

ASK = Ask(Period.year(2015), "", date(2015, 6, 15), conditional_counts=False)


@pytest.fixture
def runtime(database_url: str, tmp_path: Path) -> Iterator[Runtime]:
    settings = Settings(
        Environment.TESTING, "only for these tests, nothing else", database_url, tmp_path
    )
    made = make_runtime(settings, Clock())
    yield made
    made.engine.dispose()


@pytest.fixture
def leader(runtime: Runtime) -> Actor:
    with runtime.write.begin() as session:
        made = make_registry(session)
        live_through(made)
        return made.leader


def test_a_report_is_counted_frozen_and_set(runtime: Runtime, leader: Actor) -> None:
    with runtime.write.begin() as session:
        made = order_report(session, ASK, leader, NOW)
    press = Press()
    assert work_once(Worker(runtime, press))
    press.close()
    with runtime.read() as session:
        row = session.get_one(Report, made)
        assert (row.ledger_seq, row.ledger_hash) == head(session)
        digests = (row.facts_sha256, row.pdf_sha256, row.xlsx_sha256)
    assert all(digest and runtime.papers.has(digest) for digest in digests)


def test_facts_are_frozen_once_and_files_are_never_replaced(
    runtime: Runtime, leader: Actor
) -> None:
    with runtime.write.begin() as session:
        made = order_report(session, ASK, leader, NOW)
    with runtime.read() as session:
        facts = report_facts(session, ReportOrder(ASK, leader, None), "示例县建设局", NOW)
    with runtime.write.begin() as session:
        assert freeze(session, made, "a" * 64, facts) == "a" * 64
        assert freeze(session, made, "b" * 64, facts) == "a" * 64
        keep_files(session, made, "c" * 64, "d" * 64)
        keep_files(session, made, "c" * 64, "d" * 64)
        with pytest.raises(DifferentReportError):
            keep_files(session, made, "c" * 64, "e" * 64)


def test_what_is_missing_is_said(runtime: Runtime, leader: Actor) -> None:
    with runtime.read() as session:
        with pytest.raises(NoSuchReportError):
            report_order(session, 404)
        foreign = Ask(ASK.period, "110000", ASK.today, conditional_counts=False)
        with pytest.raises(NotCountedError):
            report_facts(session, ReportOrder(foreign, leader, None), "示例县建设局", NOW)
