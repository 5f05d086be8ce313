"""Making papers: what is certified or signed from its row, PDF into the store, digest on a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from acceptance.jobs.workshop import Workshop
from acceptance.queries.agreement_orders import agreement_order
from acceptance.queries.certificates import printing_order
from acceptance.queries.record_papers import record_order
from acceptance.services.agreement_papers import keep_agreement_paper
from acceptance.services.record_renderings import keep_record
from acceptance.services.renderings import keep_rendering


def print_certificate(workshop: Workshop, certificate_id: int) -> None:
    """Set the paper of a certificate once. Doing it again finds it done."""
    press = workshop.press
    _set_once(
        workshop,
        certificate_id,
        printing_order,
        lambda order: press.certificate(order.facts, order.issued_at),
        keep_rendering,
    )


def print_agreement(workshop: Workshop, agreement_id: int) -> None:
    """Set the paper of a signed agreement once. Doing it again finds it done."""
    press = workshop.press
    _set_once(
        workshop,
        agreement_id,
        agreement_order,
        lambda order: press.agreement(order.document, order.signed_at),
        keep_agreement_paper,
    )


def print_record(workshop: Workshop, record_id: int) -> None:
    """Set the paper of a quality record once. Doing it again finds it done."""
    press = workshop.press
    _set_once(
        workshop,
        record_id,
        record_order,
        lambda order: press.record(order.facts, order.ordered_at),
        keep_record,
    )


def _set_once(
    workshop: Workshop,
    key: int,
    ordered: Callable[[Session, int], Any],
    set_paper: Callable[[Any], bytes],
    keep: Callable[[Session, int, str], object],
) -> None:
    with workshop.runtime.read() as session:
        order = ordered(session, key)
    if order.sha256 is not None and workshop.store.has(order.sha256):
        return
    workshop.report(20)
    paper = set_paper(order)
    workshop.report(80)
    # The file is on the disk before any row speaks of it.
    digest = workshop.store.put(paper)
    with workshop.runtime.write.begin() as session:
        keep(session, key, digest)
