"""The usual divisions that ship, and what is none."""

from pathlib import Path

import pytest

from acceptance import domain
from acceptance.domain.projects import Category, rule_sets_for
from acceptance.domain.works_presets import PresetError, leaves, read_preset

CATALOGUE = Path(domain.__file__).resolve().parents[1] / "catalogue"
HEAD = 'category = "rural_road"\nsource = "示例"\nlevels = ["unit", "item"]\n'


@pytest.mark.parametrize("category", list(Category))
def test_every_category_has_a_division_whose_leaves_can_be_inspected(category: Category) -> None:
    preset = read_preset((CATALOGUE / "works" / f"{category}.toml").read_text(encoding="utf-8"))
    assert preset.category is category
    assert preset.levels == rule_sets_for(category)[0].levels
    shipped = {file.stem for file in (CATALOGUE / "checklists").glob("*.toml")}
    assert {leaf.template for leaf in leaves(preset.parts)} <= shipped


OPTIONS = HEAD + (
    '[[part]]\nname = "甲"\n[[part.part]]\nname = "子"\n[[part.part]]\nname = "丑"\noptional = true\n'
    '[[part]]\nname = "乙"\n[[part.part]]\nname = "寅"\noptional = true\n'
)


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        ((), [("甲", ["子"])]),
        (("1.2",), [("甲", ["子", "丑"])]),
        (("2.1",), [("甲", ["子"]), ("乙", ["寅"])]),
        (("1.2", "2.1", "9.9"), [("甲", ["子", "丑"]), ("乙", ["寅"])]),
    ],
)
def test_an_optional_part_is_there_only_when_chosen(
    keys: tuple[str, ...], names: list[tuple[str, list[str]]]
) -> None:
    preset = read_preset(OPTIONS)
    assert [(o.key, o.above, o.part.name) for o in preset.options] == [
        ("1.2", ("甲",), "丑"),
        ("2.1", ("乙",), "寅"),
    ]
    made = preset.chosen(keys).parts
    assert [(unit.name, [part.name for part in unit.parts]) for unit in made] == names


@pytest.mark.parametrize(
    ("category", "prefix"), [(Category.RURAL_ROAD, "road-"), (Category.WATER_SAVING, "water-")]
)
def test_the_division_leads_to_every_checklist_of_its_trade(
    category: Category, prefix: str
) -> None:
    preset = read_preset((CATALOGUE / "works" / f"{category}.toml").read_text(encoding="utf-8"))
    shipped = {file.stem for file in (CATALOGUE / "checklists").glob(f"{prefix}*.toml")}
    assert {leaf.template for leaf in leaves(preset.parts)} == shipped


@pytest.mark.parametrize(
    "parts",
    [
        '[[part]]\nname = "甲"\n',
        '[[part]]\nname = "甲"\ncolour = "red"\n[[part.part]]\nname = "乙"\n',
        '[[part]]\nname = "甲"\n[[part.part]]\nname = "乙"\n[[part.part]]\nname = "乙"\n',
        '[[part]]\nname = "甲"\noptional = true\n[[part.part]]\nname = "乙"\n',
        '[[part]]\nname = "甲"\n[[part.part]]\nname = "乙"\n[[part.part.part]]\nname = "丙"\n',
    ],
)
def test_a_preset_that_is_none_is_refused(parts: str) -> None:
    with pytest.raises(PresetError):
        read_preset(HEAD + parts)
