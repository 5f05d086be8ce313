"""What an act in the ledger is called: a step by its action's title, everything else by its own."""

from __future__ import annotations

from acceptance.i18n.catalogs import translator
from acceptance.i18n.saying import title
from acceptance.i18n.titles import ACT_TITLES
from acceptance.workflow.actions import Action
from acceptance.workflow.ledger import STAGE_TAG


def say_act(tag: str, locale: str) -> str:
    """The title of an act by its tag, as the ledger stores it."""
    if tag in ACT_TITLES:
        return translator(locale).gettext(ACT_TITLES[tag])
    step = tag.removeprefix(STAGE_TAG)
    # An act of a later version has no title here; its tag is better than no page at all.
    return title(Action(step), locale) if step in Action._value2member_map_ else tag
