"""The description for machines is read by people of both languages: every text is in both."""

from __future__ import annotations

from typing import Any

from acceptance.i18n.catalogs import LOCALES, translator
from acceptance.i18n.evaluation_titles import INPUT_TITLES, WORD_TITLES


def in_both(text: str) -> str:
    """A marked text in Chinese and English, in one line."""
    return " · ".join(dict.fromkeys(translator(locale).gettext(text) for locale in LOCALES))


def with_titles(schema: Any, method: str) -> Any:
    """The schema of an input with the title of every field, those of its rows too."""
    if isinstance(schema, list):
        return [with_titles(each, method) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: with_titles(each, method) for name, each in schema.items()}
    if isinstance(properties := told.get("properties"), dict):
        told["properties"] = {
            name: {"title": in_both(_title(method, name)), **each}
            for name, each in properties.items()
        }
    return told


def _title(method: str, name: str) -> str:
    return (
        INPUT_TITLES.get(f"{method}.{name}")
        or INPUT_TITLES.get(name)
        or WORD_TITLES.get(name, name)
    )
