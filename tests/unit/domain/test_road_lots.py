"""What JTG F80/1-2017 judges by representative value or statistics, with the constants of its tables
for rural roads."""

import pytest

from acceptance.domain.checklists.entries import Entry, Point
from acceptance.domain.checklists.judged_items import judge_item
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.words import ItemKind, ItemOutcome, Places
from tests.builders.shipped_checklists import TEMPLATES

# Items judged by statistics: checklist, item, method, its constants. The extreme of a subgrade is the
# required value less 5, that of a base its own column; points of compaction may lie 2 (asphalt 1)
# below. Confidence of other roads: subgrade and surface 0.90, base and sub-base 0.95.
STATISTICS = """
road-asphalt-penetration|厚度|layer-thickness|confidence 0.9, representative -5, single -10
road-asphalt-surface-treatment|厚度|layer-thickness|confidence 0.9, representative -5, single -10
road-asphalt-surface|压实度（试验室标准密度）|compaction|confidence 0.9, margin 1, required 96
road-asphalt-surface|压实度（最大理论密度）|compaction|confidence 0.9, margin 1, required 92
road-asphalt-surface|压实度（试验段密度）|compaction|confidence 0.9, margin 1, required 98
road-asphalt-surface|厚度（设计厚度的百分数）|layer-thickness|confidence 0.9, design 100, representative -8, single -15
road-concrete-surface|弯拉强度|flexural-strength|highway_class other, rule_set JTG F80/1-2017
road-concrete-surface|板厚度|layer-thickness|confidence 0.9, extreme -15, representative -5, single -10
road-cover-slab|混凝土强度|concrete-strength|rule_set JTG F80/1-2017
road-culvert-abutment|混凝土强度|concrete-strength|rule_set JTG F80/1-2017
road-culvert-abutment|砂浆强度|mortar-strength|rule_set JTG F80/1-2017
road-culvert-wing-wall|混凝土强度|concrete-strength|rule_set JTG F80/1-2017
road-culvert-wing-wall|砂浆强度|mortar-strength|rule_set JTG F80/1-2017
road-dry-bound-macadam-base|固体体积率|compaction|confidence 0.95, extreme 82, margin 2, required 85
road-dry-bound-macadam-base|厚度|layer-thickness|confidence 0.95, representative -10, single -20
road-dry-bound-macadam-sub-base|固体体积率|compaction|confidence 0.95, extreme 80, margin 2, required 83
road-dry-bound-macadam-sub-base|厚度|layer-thickness|confidence 0.95, representative -12, single -30
road-earth-subgrade-class-2|压实度：上路床 0～0.3 m|compaction|confidence 0.9, extreme 90, margin 2, required 95
road-earth-subgrade-class-2|压实度：下路床 0.3～0.8 m|compaction|confidence 0.9, extreme 90, margin 2, required 95
road-earth-subgrade-class-2|压实度：上路堤 0.8～1.5 m|compaction|confidence 0.9, extreme 89, margin 2, required 94
road-earth-subgrade-class-2|压实度：下路堤 1.5 m 以下|compaction|confidence 0.9, extreme 87, margin 2, required 92
road-earth-subgrade|压实度：上路床 0～0.3 m|compaction|confidence 0.9, extreme 89, margin 2, required 94
road-earth-subgrade|压实度：下路床 0.3～0.8 m|compaction|confidence 0.9, extreme 89, margin 2, required 94
road-earth-subgrade|压实度：上路堤 0.8～1.5 m|compaction|confidence 0.9, extreme 88, margin 2, required 93
road-earth-subgrade|压实度：下路堤 1.5 m 以下|compaction|confidence 0.9, extreme 85, margin 2, required 90
road-graded-aggregate-base|压实度|compaction|confidence 0.95, extreme 94, margin 2, required 98
road-graded-aggregate-base|厚度|layer-thickness|confidence 0.95, representative -10, single -20
road-graded-aggregate-sub-base|压实度|compaction|confidence 0.95, extreme 92, margin 2, required 96
road-graded-aggregate-sub-base|厚度|layer-thickness|confidence 0.95, representative -12, single -30
road-masonry-ditch|砂浆强度|mortar-strength|rule_set JTG F80/1-2017
road-pipe-culvert|管座混凝土强度|concrete-strength|rule_set JTG F80/1-2017
road-stabilised-base|压实度|compaction|confidence 0.95, extreme 93, margin 2, required 97
road-stabilised-base|厚度|layer-thickness|confidence 0.95, representative -10, single -20
road-stabilised-base|强度|base-strength|z 1.282
road-stabilised-soil-base|压实度|compaction|confidence 0.95, extreme 91, margin 2, required 95
road-stabilised-soil-base|厚度|layer-thickness|confidence 0.95, representative -10, single -20
road-stabilised-soil-base|强度|base-strength|z 1.282
road-stabilised-soil-sub-base|压实度|compaction|confidence 0.95, extreme 89, margin 2, required 93
road-stabilised-soil-sub-base|厚度|layer-thickness|confidence 0.95, representative -12, single -30
road-stabilised-soil-sub-base|强度|base-strength|z 1.282
road-stabilised-sub-base|压实度|compaction|confidence 0.95, extreme 91, margin 2, required 95
road-stabilised-sub-base|厚度|layer-thickness|confidence 0.95, representative -12, single -30
road-stabilised-sub-base|强度|base-strength|z 1.282
"""
LOTS = [tuple(line.split("|")) for line in STATISTICS.strip().splitlines()]

# Target reliability of a deflection by the class of the road.
RELIABILITY = {"弯沉（二级公路）": "1.04", "弯沉（三级公路）": "0.84", "弯沉（四级公路）": "0.52"}

ROADS = [code for code in TEMPLATES if code.startswith("road-")]


def item_of(code: str, title: str) -> Item:
    return next(item for item in TEMPLATES[code].items if item.title == title)


def rule_of(item: Item) -> tuple[str, str]:
    given = (f"{name.removesuffix('_deviation')} {constant}" for name, constant in item.given)
    return item.rule, ", ".join(given)


@pytest.mark.parametrize("row", LOTS, ids=["-".join(row[:2]) for row in LOTS])
def test_a_lot_is_judged_by_the_constants_of_the_table(row: tuple[str, ...]) -> None:
    code, title, rule, given = row
    item = item_of(code, title)
    assert item.kind is ItemKind.STATISTICAL
    assert rule_of(item) == (rule, given)


@pytest.mark.parametrize("code", ROADS)
def test_every_lot_of_a_road_is_in_the_table_and_no_calculation_is_left_to_paper(code: str) -> None:
    lots = [i for i in TEMPLATES[code].items if i.kind is ItemKind.STATISTICAL]
    known = {(row[1], *row[2:]) for row in LOTS if row[0] == code}
    known |= {(title, "deflection", f"coefficient {beta}") for title, beta in RELIABILITY.items()}
    assert {(item.title, *rule_of(item)) for item in lots} <= known
    assert not [i.title for i in TEMPLATES[code].items if "附计算书" in i.requirement]
    assert {i.verified for i in lots} <= {False}


@pytest.mark.parametrize("code", ROADS)
def test_points_along_a_road_are_placed_by_chainage(code: str) -> None:
    for item in TEMPLATES[code].items:
        if item.kind.has_points and "200 m" in item.frequency:
            assert item.places is Places.CHAINAGE, item.title


# The coefficient of four points at 0.90 is 0.819; a single point is good from 92, the extreme is 89.
@pytest.mark.parametrize(
    ("values", "outcome", "findings"),
    [
        ("94 94 94 94", ItemOutcome.PASSED, ()),
        ("94 94 94 93.9", ItemOutcome.FAILED, ("representative_below",)),
        ("99 99 99 92", ItemOutcome.PASSED, ()),
        ("99 99 99 91.9", ItemOutcome.FAILED, ("rate_below",)),
        ("99 99 99 89", ItemOutcome.FAILED, ("representative_below", "rate_below")),
        (
            "99 99 99 88.9",
            ItemOutcome.FAILED,
            ("representative_below", "points_beyond_extreme", "rate_below"),
        ),
    ],
)
def test_the_bed_of_a_rural_road_is_judged_by_its_representative_value(
    values: str, outcome: ItemOutcome, findings: tuple[str, ...]
) -> None:
    item = item_of("road-earth-subgrade", "压实度：上路床 0～0.3 m")
    points = tuple(Point(f"K0+{n}00", value) for n, value in enumerate(values.split()))
    found = judge_item(item, Entry(item.code, values=points))
    assert found.verdict is outcome
    assert tuple(each.code for each in found.findings) == findings


@pytest.mark.parametrize(
    ("values", "outcome"),
    [("92 92", ItemOutcome.PASSED), ("91.9 91.9", ItemOutcome.FAILED)],
)
def test_asphalt_is_thick_enough_down_to_eight_percent_below_design(
    values: str, outcome: ItemOutcome
) -> None:
    item = item_of("road-asphalt-surface", "厚度（设计厚度的百分数）")
    points = tuple(Point("", value) for value in values.split() * 2)
    assert judge_item(item, Entry(item.code, values=points)).verdict is outcome
