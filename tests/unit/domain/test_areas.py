"""The area tree that ships, and paths in it."""

from pathlib import Path

import pytest

import acceptance
from acceptance.domain.areas import (
    AreaError,
    AreaLevel,
    code_of,
    is_within,
    level_of,
    parent_path,
    path_of,
    read_areas,
)

SOURCE = Path(acceptance.__file__).parent / "catalogue" / "areas.toml"
COUNTY = "620000/621100/621122/"


def test_the_county_and_its_seventeen_townships_in_official_order() -> None:
    areas = read_areas(SOURCE.read_text(encoding="utf-8"))
    townships = [area for area in areas if area.parent_code == "621122"]
    assert " ".join(area.name for area in townships) == (
        "巩昌镇 文峰镇 首阳镇 菜子镇 福星镇 通安驿镇 云田镇 碧岩镇 马河镇 柯寨镇 双泉镇 权家湾镇 "
        "渭阳乡 宏伟乡 和平乡 德兴乡 永吉乡"
    )
    assert [area.position for area in townships] == list(range(1, 18))
    assert all(area.path.startswith(COUNTY) for area in townships)
    assert {area.former_name for area in townships} == {"", "柯寨乡", "双泉乡", "权家湾乡"}


def test_the_tree_is_whole() -> None:
    areas = read_areas(SOURCE.read_text(encoding="utf-8"))
    paths = {area.path: area for area in areas}
    assert len(paths) == len(areas) == len({area.code for area in areas}) == 26
    seen: set[str] = {""}
    for area in areas:
        assert parent_path(area.path) in seen
        assert code_of(area.path) == area.code
        assert code_of(parent_path(area.path)) == (area.parent_code or "")
        seen.add(area.path)
    assert [area.level for area in areas][:3] == [
        AreaLevel.PROVINCE,
        AreaLevel.CITY,
        AreaLevel.COUNTY,
    ]


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("620000", AreaLevel.PROVINCE),
        ("621100", AreaLevel.CITY),
        ("621122", AreaLevel.COUNTY),
        ("621122206", AreaLevel.TOWNSHIP),
    ],
)
def test_the_level_of_a_code(code: str, level: AreaLevel) -> None:
    assert level_of(code) is level


@pytest.mark.parametrize("code", ["", "62112", "6211221", "62112A", "621122/", "６２１１２２"])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(AreaError):
        level_of(code)
    with pytest.raises(AreaError):
        path_of("", code)


def test_a_parent_that_is_no_path_is_refused() -> None:
    with pytest.raises(AreaError):
        path_of("620000", "621100")


def test_who_lies_within_whom() -> None:
    township = path_of(COUNTY, "621122100")
    assert township == "620000/621100/621122/621122100/"
    assert is_within(township, COUNTY)
    assert is_within(COUNTY, COUNTY)
    assert is_within(township, "")
    assert not is_within(COUNTY, township)
    assert not is_within("620000/621100/621123/", COUNTY)
