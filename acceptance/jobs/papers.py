"""Making the paper of a certificate: facts from its row, PDF into the store, digest on the row."""

from __future__ import annotations

from acceptance.jobs.workshop import Workshop
from acceptance.queries.certificates import printing_order
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
