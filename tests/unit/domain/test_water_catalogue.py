"""The twenty-eight kinds of unit element of SL 703-2015 have their checklists."""

import pytest

from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.words import ItemClass, ItemKind, Rating
from acceptance.domain.projects import Category, Level
from tests.builders.shipped_checklists import TEMPLATES

# A form that serves two kinds (池、窖; 板、槽; 定喷、行喷; 阀门井、检查井) has a checklist for each.
KINDS = {
    "渠道填筑基础面清理": "water-base-clearing",
    "渠（沟）道土方开挖": "water-earth-excavation",
    "管槽开挖": "water-pipe-trench",
    "渠道石方开挖": "water-rock-excavation",
    "渠道填筑": "water-canal-fill",
    "管道回填": "water-pipe-backfill",
    "衬砌垫层": "water-lining-bedding",
    "防渗膜料": "water-membrane",
    "保温板": "water-insulation-board",
    "浆砌石衬砌": "water-masonry-lining",
    "现浇混凝土衬砌": "water-concrete-lining",
    "预制板衬砌": "water-precast-slab-lining",
    "预制槽衬砌": "water-precast-channel-lining",
    "沥青混凝土衬砌": "water-asphalt-lining",
    "斗（农）门": "water-gate",
    "蓄水池": "water-reservoir-tank",
    "水窖": "water-water-cellar",
    "泵房": "water-pump-house",
    "阀门井": "water-valve-chamber",
    "检查井": "water-inspection-chamber",
    "田间道路": "water-field-road",
    "机井": "water-well",
    "水泵安装": "water-pump-installation",
    "微灌首部设备仪表": "water-micro-head",
    "管道安装": "water-pipe-installation",
    "微灌灌水器和田间管网": "water-drip-irrigation",
    "喷灌设备（定喷）": "water-sprinkler",
    "喷灌机组（行喷）": "water-sprinkler-machine",
}
every_kind = pytest.mark.parametrize(("kind", "code"), KINDS.items(), ids=KINDS.values())

# Checklist, item, low, high: what the references name. "-" is no limit.
LIMITS = """
water-base-clearing|清基边线超出设计边线|0|-
water-membrane|搭接宽度|0|-
water-canal-fill|压实度|0|-
water-concrete-lining|衬砌厚度|-5|-
water-masonry-lining|衬砌厚度|-20|30
water-masonry-lining|渠底高程|-20|20
water-pump-installation|连续试运行时间|24|-
water-pump-installation|7 天内累计试运行时间|48|-
water-pump-installation|无故障停机次数|3|-
water-pipe-installation|试验压力|0|-
water-pipe-installation|稳压时间|10|-
water-drip-irrigation|灌水均匀系数|0.80|-
water-drip-irrigation|灌水器流量偏差率|-20|20
water-sprinkler|喷洒均匀系数|0.75|-
water-sprinkler-machine|喷洒均匀系数|0.85|-
"""
ROWS = [line.split("|") for line in LIMITS.strip().splitlines()]


def shown(template: Template, title: str) -> tuple[str, str]:
    item = next(each for each in template.items if each.title == title)
    assert item.kind is ItemKind.MEASURE
    low, high = ("-" if each is None else str(each) for each in (item.low, item.high))
    return low, high


def test_there_are_twenty_eight_kinds_and_no_others() -> None:
    shipped = {code for code in TEMPLATES if code.startswith("water-")}
    assert len(KINDS) == 28
    assert shipped == set(KINDS.values())


@every_kind
def test_a_kind_is_rated_by_its_dominant_and_general_items(kind: str, code: str) -> None:
    template = TEMPLATES[code]
    assert template.title == f"{kind}单元工程"
    assert (template.category, template.level) == (Category.WATER_SAVING, Level.ELEMENT)
    assert (template.standard, template.rating) == ("SL 703-2015", Rating.WATER)
    assert (template.rates.general, template.rates.excellent) == (70, 90)
    assert [section.code for section in template.sections] == ["dominant", "general", "records"]
    classes = [{item.item_class for item in section.items} for section in template.sections]
    assert classes == [{ItemClass.DOMINANT}, {ItemClass.GENERAL}, {ItemClass.DOMINANT}]


@every_kind
def test_nothing_but_the_rating_rule_claims_to_be_checked(kind: str, code: str) -> None:
    """The text of SL 703-2015 was not at hand: its items wait for the printed standard."""
    template = TEMPLATES[code]
    assert not template.verified, kind
    assert {item.title for item in template.items if item.verified} == {"不合格点不集中"}


@pytest.mark.parametrize("row", ROWS, ids=["-".join(row[:2]) for row in ROWS])
def test_a_limit_is_that_of_the_reference(row: list[str]) -> None:
    code, title, low, high = row
    assert shown(TEMPLATES[code], title) == (low, high)


# What SL 176-2007 judges by statistics: annex C for concrete, annex E for mortar.
STRENGTHS = """
water-concrete-lining|混凝土强度|concrete-strength
water-gate|混凝土强度|concrete-strength
water-inspection-chamber|砌体砂浆强度|mortar-strength
water-inspection-chamber|混凝土强度|concrete-strength
water-masonry-lining|砂浆强度|mortar-strength
water-precast-channel-lining|砌筑砂浆强度|mortar-strength
water-precast-channel-lining|细石混凝土强度|concrete-strength
water-precast-slab-lining|砌筑砂浆强度|mortar-strength
water-precast-slab-lining|细石混凝土强度|concrete-strength
water-pump-house|砂浆强度|mortar-strength
water-pump-house|混凝土强度|concrete-strength
water-reservoir-tank|混凝土强度|concrete-strength
water-valve-chamber|砌体砂浆强度|mortar-strength
water-valve-chamber|混凝土强度|concrete-strength
water-water-cellar|混凝土强度|concrete-strength
"""


def test_the_strengths_are_judged_by_the_standard_of_water_works() -> None:
    lots = [
        (template.code, item.title, item.rule, dict(item.given), item.needs_design)
        for template in TEMPLATES.values()
        if template.code.startswith("water-")
        for item in template.items
        if item.kind is ItemKind.STATISTICAL
    ]
    wanted = [tuple(line.split("|")) for line in STRENGTHS.strip().splitlines()]
    assert lots == [(*each, {"rule_set": "SL 176-2007"}, True) for each in wanted]
