"""Making papers: what is certified or signed from its row, PDF into the store, digest on a row."""

from __future__ import annotations

from acceptance.jobs.workshop import Workshop
from acceptance.queries.agreement_orders import agreement_order
from acceptance.queries.certificates import printing_order
from acceptance.queries.record_papers import record_order
from acceptance.services.agreement_papers import keep_agreement_paper
from acceptance.services.record_renderings import keep_record
from acceptance.services.renderings import keep_rendering


def print_certificate(workshop: Workshop, certificate_id: int) -> None:
    """Set the paper of a certificate once. Doing it again finds it done."""
    with workshop.runtime.read() as session:
        order = printing_order(session, certificate_id)
    if order.sha256 is not None and workshop.store.has(order.sha256):
        return
    workshop.report(20)
    paper = workshop.press.certificate(order.facts, order.issued_at)
    workshop.report(80)
    # The file is on the disk before any row speaks of it.
    digest = workshop.store.put(paper)
    with workshop.runtime.write.begin() as session:
        keep_rendering(session, certificate_id, digest)


def print_agreement(workshop: Workshop, agreement_id: int) -> None:
    """Set the paper of a signed agreement once. Doing it again finds it done."""
    with workshop.runtime.read() as session:
        order = agreement_order(session, agreement_id)
    if order.sha256 is not None and workshop.store.has(order.sha256):
        return
    workshop.report(20)
    paper = workshop.press.agreement(order.document, order.signed_at)
    workshop.report(80)
    digest = workshop.store.put(paper)
    with workshop.runtime.write.begin() as session:
        keep_agreement_paper(session, agreement_id, digest)


def print_record(workshop: Workshop, record_id: int) -> None:
    """Set the paper of a quality record once. Doing it again finds it done."""
    with workshop.runtime.read() as session:
        order = record_order(session, record_id)
    if order.sha256 is not None and workshop.store.has(order.sha256):
        return
    workshop.report(20)
    paper = workshop.press.record(order.facts, order.ordered_at)
    workshop.report(80)
    digest = workshop.store.put(paper)
    with workshop.runtime.write.begin() as session:
        keep_record(session, record_id, digest)
