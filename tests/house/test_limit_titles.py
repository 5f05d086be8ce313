"""Every limit of a standard has a title, and no title names a lost limit."""

from __future__ import annotations

from acceptance.domain.standards.register import EDITIONS
from acceptance.i18n.limit_titles import LIMIT_TITLES


def test_every_limit_has_a_title_and_every_title_a_limit() -> None:
    names = {name for each in EDITIONS for name in {*each.limits(), *each.unverified}}
    assert names - LIMIT_TITLES.keys() == set()
    assert LIMIT_TITLES.keys() - names == set()
