"""Findings as sentences and stored words as titles, for any reader and without a request."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.findings import Finding, Value
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Role
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.i18n.catalogs import translator
from acceptance.i18n.findings import SENTENCES
from acceptance.i18n.places import said_place
from acceptance.i18n.procedures import ACCEPTANCE_TITLES, OPINION_TITLES
from acceptance.i18n.titles import title_of
from acceptance.workflow.actions import Action
from acceptance.workflow.stages import Stage

# What a value of this name is a word of, also after it was stored and read again as plain text.
KINDS: dict[str, tuple[type[StrEnum], ...]] = {
    "stage": (Stage,),
    "action": (Action,),
    "role": (PartyRole, Role),
    "chair": (PartyRole,),
    "event": (Event,),
}

# Names of the catalogue, and not words of a kind.
_TABLES: dict[str, dict[str, str]] = {
    "acceptance": ACCEPTANCE_TITLES,
    "opinion": OPINION_TITLES,
    "sentence": SENTENCES,
}


def say(finding: Finding, locale: str) -> str:
    """The sentence of a finding with its values; its clause and party are shown beside it.

    A value that is text and not a word brings its English along, as `title_en` beside `title`."""
    sentence = translator(locale).gettext(SENTENCES[finding.code])
    if not finding.data:
        return sentence
    values = dict(finding.data)
    return sentence % {
        name: _spoken(name, values.get(f"{name}_{locale}", value), locale)
        for name, value in values.items()
    }


def title(word: StrEnum, locale: str) -> str:
    """What a stored word is called."""
    return translator(locale).gettext(title_of(word))


def _spoken(name: str, value: Value, locale: str) -> Value:
    if name == "place":
        return said_place(str(value), locale)
    if name in _TABLES:
        return translator(locale).gettext(_TABLES[name][str(value)])
    if isinstance(value, StrEnum):
        return title(value, locale)
    for kind in KINDS.get(name, ()):
        if value in kind._value2member_map_:
            return title(kind(str(value)), locale)
    return value
