"""Confirming a limit makes a new edition of its table, and the shipped one stays as it is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_50203 import GB_50203_2011_MORTAR
from acceptance.domain.standards.jtg_strength import JTG_MORTAR_2017
from acceptance.domain.standards.register import by_code
from acceptance.domain.standards.sl_703 import SL_703_2015

CODE = JTG_MORTAR_2017.code


def test_a_changed_limit_is_marked_and_no_longer_in_doubt() -> None:
    table = Editions({CODE: {"mean_factor": "1.05"}}).of(JTG_MORTAR_2017)
    assert table.mean_factor == exact("1.05")
    assert table.changed == {"mean_factor"}
    assert table.unverified == {"minimum_factor"}
    assert JTG_MORTAR_2017.mean_factor == exact("1.10")
    assert JTG_MORTAR_2017.unverified == {"mean_factor", "minimum_factor"}


@pytest.mark.parametrize("value", ["1.1", ""])
def test_a_limit_confirmed_as_it_stands_is_not_changed(value: str) -> None:
    table = Editions({CODE: {"mean_factor": value}}).of(JTG_MORTAR_2017)
    assert table == replace(JTG_MORTAR_2017, unverified=frozenset({"minimum_factor"}))


def test_the_year_names_the_bureau_only_where_its_limit_was_used() -> None:
    table = Editions({CODE: {"mean_factor": "1.05"}}).of(JTG_MORTAR_2017)
    assert table.year_by("mean_factor", "minimum_factor") == "2017, 本局核定"
    assert table.year_by("minimum_factor") == "2017"


def test_a_count_takes_whole_numbers_only() -> None:
    assert SL_703_2015.confirmed({"review_days": exact(2)}).review_days == 2
    with pytest.raises(ValueError, match="whole"):
        SL_703_2015.confirmed({"review_days": Fraction(3, 2)})


def test_a_table_or_an_unknown_limit_takes_no_value() -> None:
    table = by_code("JTG F80/1-2017 concrete")
    assert table is not None
    assert "bands" not in table.confirmed({"bands": None}).unverified
    for name in ("bands", "nothing", "has_known_sigma"):
        with pytest.raises(KeyError):
            table.confirmed({name: exact(1)})


def test_other_tables_are_left_alone() -> None:
    changed = Editions({CODE: {"mean_factor": "1.05"}})
    assert changed.of(GB_50203_2011_MORTAR) is GB_50203_2011_MORTAR
    assert SHIPPED.of(JTG_MORTAR_2017) is JTG_MORTAR_2017
    assert changed.only([GB_50203_2011_MORTAR]) == SHIPPED


def test_the_stored_document_gives_the_same_tables_again() -> None:
    changed = Editions({CODE: {"mean_factor": "1.05"}, "SL 703-2015 works": {"blocks_groups": ""}})
    document = changed.to_document([JTG_MORTAR_2017])
    assert document["limits"] == {CODE: {"mean_factor": "1.05"}}
    assert Editions.from_document(document).of(JTG_MORTAR_2017) == changed.of(JTG_MORTAR_2017)
    other = Editions({CODE: {"mean_factor": "1.06"}}).to_document([JTG_MORTAR_2017])
    assert other["digest"] != document["digest"]


def test_nothing_stored_means_the_shipped_tables() -> None:
    assert Editions.from_document(None) == SHIPPED
