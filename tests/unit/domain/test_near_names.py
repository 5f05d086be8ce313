"""Which names a person should look at twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.near_names import are_near, is_part


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("示例小学教学楼", "示例小学 教学楼", True),
        ("示例小学教学楼", "示例小学教学楼（新）", True),
        ("示例小学教学楼", "示例小学教学综合楼", True),
        ("示例小区 3 号楼", "示例小区３号楼", True),
        ("示例小区 3 号楼", "示例小区 4 号楼", False),
        ("示例一期", "示例二期", False),
        ("示例路南段改造", "示例路北段改造", False),
        ("示例 A 座", "示例 B 座", False),
        ("面层 K0+000～K1+000", "面层 K1+000～K2+000", False),
        ("示例卫生院", "示例敬老院", False),
    ],
)
def test_near_names(one: str, other: str, near: bool) -> None:
    assert are_near(one, other) is near
    assert are_near(other, one) is near


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        ("示例乡敬老院", "示例乡敬老院 A 区", True),
        ("示例乡敬老院（新）", "示例乡敬老院新、示例乡卫生院合并工程", True),
        ("示例小区一期", "示例小区二期", False),
        ("示例小区", "示例小区二期", False),
    ],
)
def test_a_thing_and_its_part(one: str, other: str, part: bool) -> None:
    assert is_part(one, other) is part
    assert is_part(other, one) is part


@given(st.text(max_size=30))
def test_a_name_is_near_itself(name: str) -> None:
    assert are_near(name, f" {name} ")
