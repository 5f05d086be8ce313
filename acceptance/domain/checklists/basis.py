"""The rule that a verdict rests on, with the editions that it was found by."""

from __future__ import annotations

from typing import Any

from acceptance.domain.checklists.tables import tables_of
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import Basis
from acceptance.domain.exact import decimal_text
from acceptance.domain.standards.editions import Editions


def basis_of(template: Template, editions: Editions) -> Basis:
    """Standard, least rates, template, and what of the editions is the bureau's own."""
    rates = template.rates
    named = (
        ("dominant", rates.dominant),
        ("key", rates.key),
        ("general", rates.general),
        ("excellent", rates.excellent),
    )
    return Basis(
        standard=template.standard,
        edition=template.edition,
        clause=template.clause,
        rating=template.rating.value,
        rates=tuple((name, decimal_text(rate)) for name, rate in named if rate is not None),
        template=f"{template.code} {template.version}",
        digest=template.digest,
        editions=_used(template, editions),
    )


def _used(template: Template, editions: Editions) -> dict[str, Any] | None:
    """What the bureau has confirmed of the tables that this template is judged by, if anything."""
    if not editions.confirmed:
        return None
    tables = tables_of(template)
    return editions.to_document(tables) if editions.only(tables).confirmed else None
