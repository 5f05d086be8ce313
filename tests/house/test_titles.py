"""Every stored word that a person can meet has a title, and no title names a lost word."""

import importlib
import inspect
from enum import StrEnum

import pytest

from acceptance.i18n.titles import TITLES
from tests.support.sources import own_modules

# These words are told apart by programs only.
NOT_SHOWN = {
    "Asked",
    "Places",
    "Comparison",
    "CountedPlan",
    "Effect",
    "Environment",
    "ItemKind",
    "Kind",
    "Paper",
    "Per",
    "Permission",
    "PhotoRule",
    "Rating",
    "Repeated",
    "Standing",
    "Subject",
}


def stored_words() -> list[type[StrEnum]]:
    """Every enumeration of the product that is stored or decided upon."""
    names = own_modules("acceptance/domain/", "acceptance/workflow/", "acceptance/persistence/")
    found = {}
    for name in names:
        module = importlib.import_module(name.removesuffix(".py").replace("/", "."))
        for kind in vars(module).values():
            if inspect.isclass(kind) and issubclass(kind, StrEnum) and kind is not StrEnum:
                found[f"{kind.__module__}.{kind.__name__}"] = kind
    return [found[name] for name in sorted(found)]


@pytest.mark.parametrize("kind", stored_words(), ids=lambda kind: kind.__name__)
def test_words_are_plain(kind: type[StrEnum]) -> None:
    assert [word for word in kind if not word.value.isascii() or word.value.lower() != word] == []


def test_every_shown_word_has_a_title() -> None:
    missing = [
        f"{kind.__name__}.{word.name}"
        for kind in stored_words()
        if kind.__name__ not in NOT_SHOWN
        for word in kind
        if word not in TITLES.get(kind, {})
    ]
    assert missing == []


def test_no_two_words_of_a_kind_are_called_alike() -> None:
    alike = [
        kind.__name__ for kind, titles in TITLES.items() if len(set(titles.values())) < len(titles)
    ]
    assert alike == []
