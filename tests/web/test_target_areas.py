"""The list of areas on the pages of targets: opened along the way to the area asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from acceptance.domain.people import Role
from tests.builders.registry import TOWNSHIPS

PROVINCE, CITY, COUNTY, NEIGHBOUR = "620000", "621100", "621122", "621102"


@pytest.mark.parametrize(
    ("viewer", "asked", "offered", "closed"),
    [
        (PROVINCE, "", {PROVINCE, CITY}, True),
        (PROVINCE, CITY, {PROVINCE, CITY, NEIGHBOUR, COUNTY}, True),
        (PROVINCE, COUNTY, {PROVINCE, CITY, NEIGHBOUR, COUNTY, *TOWNSHIPS}, True),
        (CITY, "", {CITY, NEIGHBOUR, COUNTY}, True),
        (COUNTY, "", {COUNTY, *TOWNSHIPS}, False),
        (TOWNSHIPS[2], "", {TOWNSHIPS[2]}, False),
    ],
)
def test_the_list_of_areas_says_how_to_go_further_down_where_one_can(
    as_role: Callable[..., FlaskClient], viewer: str, asked: str, offered: set[str], closed: bool
) -> None:
    page = as_role(Role.LEADER, login="looks", area=viewer).get(f"/targets?area={asked}").text
    shown = page.partition('id="area"')[2].partition("</form>")[0]
    codes = set(re.findall(r'<option value="([0-9]+)"', shown))
    assert codes & {PROVINCE, CITY, NEIGHBOUR, COUNTY, *TOWNSHIPS} == offered
    assert ("名单里就有它的下级区域" in shown, 'aria-describedby="deeper"' in shown) == (
        closed,
    ) * 2
