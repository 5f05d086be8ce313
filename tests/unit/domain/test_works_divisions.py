"""The divisions that ship: each has its checklists, and every checklist is in one."""

from pathlib import Path

import pytest

from acceptance import domain
from acceptance.domain.checklists.toml import read_template
from acceptance.domain.projects import Category
from acceptance.domain.works_divisions import (
    Division,
    DivisionsError,
    division_named_in,
    read_divisions,
)
from acceptance.domain.works_presets import leaves, read_preset

CATALOGUE = Path(domain.__file__).resolve().parents[1] / "catalogue"
FILES = {file.stem: file for file in (CATALOGUE / "divisions").glob("*.toml")}
DIVISIONS = {name: read_divisions(file.read_text(encoding="utf-8")) for name, file in FILES.items()}
TEN = {
    "地基与基础": 10, "主体结构": 8, "装饰装修": 8, "屋面": 4, "给水排水及供暖": 4,
    "通风与空调": 3, "建筑电气": 4, "智能建筑": 3, "建筑节能": 3, "电梯": 1,
}  # fmt: skip
GOOD = '[[division]]\nname = "甲"\nname_en = "A"\nchecklists = ["a"]\n'


@pytest.mark.parametrize(("name", "least"), TEN.items())
def test_each_of_the_ten_divisions_has_enough_checklists(name: str, least: int) -> None:
    found = {division.name: division for division in DIVISIONS["building"]}
    assert len(found[name].checklists) >= least


def test_there_are_more_than_twenty_kinds_for_buildings() -> None:
    kinds = {code for each in DIVISIONS["building"] for code in each.checklists}
    assert len(kinds) >= 45


@pytest.mark.parametrize("category", DIVISIONS)
def test_a_division_names_the_checklists_of_its_category(category: str) -> None:
    named = {code for each in DIVISIONS[category] for code in each.checklists}
    shipped = {
        template.code
        for file in (CATALOGUE / "checklists").glob("*.toml")
        if (template := read_template(file.read_text(encoding="utf-8"))).category == category
    }
    assert named == shipped


@pytest.mark.parametrize("category", DIVISIONS)
def test_the_usual_division_chooses_from_the_division_it_stands_in(category: str) -> None:
    preset = read_preset((CATALOGUE / "works" / f"{category}.toml").read_text(encoding="utf-8"))
    assert preset.category is Category(category)
    for unit in preset.parts:
        for part in unit.parts:
            division = division_named_in(DIVISIONS[category], [part.name])
            assert division is not None, part.name
            used = {leaf.template for leaf in leaves((part,))}
            assert used, part.name
            assert used <= {*division.checklists, "building-completion-check"}, part.name


def test_every_category_with_a_usual_division_has_its_divisions() -> None:
    usual = {file.stem for file in (CATALOGUE / "works").glob("*.toml")}
    assert set(DIVISIONS) == usual - {"other"}


@pytest.mark.parametrize(
    ("category", "part", "name"),
    [
        ("rural_road", "K0+000～K3+000 路基土石方工程", "路基土石方"),
        ("rural_road", "涵洞、通道", "涵洞"),
        ("rural_road", "桥涵工程", "涵洞"),
        ("rural_road", "路面面层", "路面"),
        ("rural_road", "标线", "标志、标线"),
        ("rural_road", "交通安全设施", "交通安全设施"),
        ("rural_road", "波形梁防护栏", "护栏"),
        ("water_saving", "渠道衬砌（上段）", "渠道衬砌"),
        ("water_saving", "滴灌设备", "微灌"),
        ("water_saving", "1 号泵站", "水源及泵站"),
        ("water_saving", "输水管网", "管道"),
    ],
)
def test_a_part_finds_its_division_by_its_usual_names(category: str, part: str, name: str) -> None:
    division = division_named_in(DIVISIONS[category], [part])
    assert division is not None
    assert division.name == name


def test_the_nearest_part_that_is_named_after_a_division_counts() -> None:
    roof, structure = Division("屋面", "Roof", ("r",)), Division("主体结构", "Structure", ("s",))
    assert division_named_in((structure, roof), ["防水", "屋面工程", "主体结构"]) is roof
    assert division_named_in((structure, roof), ["防水"]) is None


@pytest.mark.parametrize(
    "text",
    [
        GOOD + GOOD,
        GOOD + 'colour = "red"\n',
        GOOD.replace('"A"', '""'),
        GOOD.replace('["a"]', "[]"),
        GOOD + 'also = "甲乙"\n',
        GOOD + 'also = [""]\n',
        GOOD.replace('["a"]', '["a", "a"]'),
    ],
)
def test_a_list_that_is_none_is_refused(text: str) -> None:
    assert read_divisions(GOOD)
    with pytest.raises(DivisionsError):
        read_divisions(text)
