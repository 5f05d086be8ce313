"""Making a report: counted and frozen once, then set as PDF and XLSX of the frozen facts alone."""

from __future__ import annotations

import json
from datetime import datetime

from acceptance.documents.report_sheets import report_sheets
from acceptance.documents.report_wording import MOST_LINES
from acceptance.documents.speech import speaking
from acceptance.documents.workbook import workbook
from acceptance.domain.canonical import canonical
from acceptance.domain.reports import ReportFacts
from acceptance.jobs.workshop import Workshop
from acceptance.queries.report_facts import report_facts
from acceptance.queries.reports import report_order
from acceptance.services.report_files import freeze, keep_files


def make_report(workshop: Workshop, report_id: int) -> None:
    """Make both files. Doing it again makes the same files of the same facts."""
    digest = _frozen(workshop, report_id)
    facts = ReportFacts.from_document(json.loads(workshop.store.get(digest)))
    workshop.report(50)
    with speaking(facts.language):
        sheets = report_sheets(facts, digest)
    xlsx = workshop.store.put(workbook(sheets, datetime.fromisoformat(facts.taken_at)))
    workshop.report(65)
    paper = workshop.press.report(facts.shortened(MOST_LINES).to_document(), digest)
    workshop.report(90)
    pdf = workshop.store.put(paper)
    with workshop.runtime.write.begin() as session:
        keep_files(session, report_id, pdf, xlsx)


def _frozen(workshop: Workshop, report_id: int) -> str:
    """The digest of the frozen facts; they are counted the first time only."""
    runtime = workshop.runtime
    with runtime.read() as session:
        order = report_order(session, report_id)
    if order.facts_sha256 is not None:
        return order.facts_sha256
    workshop.report(10)
    with runtime.read() as session:
        facts = report_facts(session, order, runtime.settings.issuer, runtime.clock())
    workshop.report(40)
    # The document is on the disk before any row speaks of it.
    digest = workshop.store.put(canonical(facts.to_document()).encode())
    with runtime.write.begin() as session:
        return freeze(session, report_id, digest, facts)
