"""The tables of standards behind a checklist."""

from __future__ import annotations

from collections.abc import Iterator

from acceptance.domain.checklists.judged_counts import RULE
from acceptance.domain.checklists.shares import share_tables
from acceptance.domain.checklists.strength_groups import specimens_of
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import CountedPlan
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.site_cured import SITE_CURED_2015


def tables_of(template: Template) -> tuple[Edition, ...]:
    """The tables of the shares, and those that items judged by a method or by a counted plan are
    judged by, each once."""
    rules = dict.fromkeys(rule for item in template.items for rule in _rules(item))
    named = (METHODS[rule] for rule in rules if rule in METHODS)
    found = (
        *share_tables(template),
        *(table for method in named for table in method.tables),
        *(SITE_CURED_2015 for item in template.items if specimens_of(item) is not None),
    )
    return tuple({table.code: table for table in found}.values())


def _rules(item: Item) -> Iterator[str]:
    yield RULE if item.plan is not CountedPlan.RATE else item.rule
    kind = specimens_of(item)
    if kind is not None:
        yield kind.rule
