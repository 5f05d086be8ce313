"""No edition of a standard is forgotten in the register, and none is there twice."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from acceptance.domain import standards
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.register import EDITIONS


def written() -> Iterator[Edition]:
    for found in pkgutil.iter_modules(standards.__path__):
        module = import_module(f"{standards.__name__}.{found.name}")
        yield from (each for each in vars(module).values() if isinstance(each, Edition))


def test_every_edition_that_is_written_is_in_the_register() -> None:
    forgotten = {each.code for each in written() if not any(each is known for known in EDITIONS)}
    assert forgotten == set()


def test_the_records_can_call_every_table_by_a_code_of_its_own() -> None:
    codes = [each.code for each in EDITIONS]
    assert sorted(codes) == sorted(set(codes))


def test_what_is_unverified_is_a_part_of_the_edition() -> None:
    wrong = {
        f"{each.code} {name}"
        for each in EDITIONS
        for name in each.unverified
        if not hasattr(each, name)
    }
    assert wrong == set()
