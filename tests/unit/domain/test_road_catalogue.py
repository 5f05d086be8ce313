"""Every measured-item table of JTG F80/1-2017 for rural roads has its checklist, limit by limit."""

from decimal import Decimal

import pytest

from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import ItemClass, ItemKind
from tests.builders.shipped_checklists import TEMPLATES

# The clause of the measured items, and the checklists that ask them.
TABLES = {
    "4.2.2": "road-earth-subgrade road-earth-subgrade-class-2",
    "5.5.2": "road-earth-ditch",
    "5.6.2": "road-masonry-ditch",
    "7.2.2": "road-concrete-surface",
    "7.3.2": "road-asphalt-surface",
    "7.4.2": "road-asphalt-penetration",
    "7.5.2": "road-asphalt-surface-treatment",
    "7.6.2": "road-stabilised-soil-base road-stabilised-soil-sub-base",
    "7.7.2": "road-stabilised-base road-stabilised-sub-base",
    "7.8.2": "road-graded-aggregate-base road-graded-aggregate-sub-base",
    "7.9.2": "road-dry-bound-macadam-base road-dry-bound-macadam-sub-base",
    "7.10.2": "road-kerb",
    "7.11.2": "road-shoulder",
    "9.2.2": "road-culvert",
    "9.3.2": "road-culvert-abutment",
    "9.4.2": "road-pipe-culvert",
    "9.6.2": "road-cover-slab",
    "9.7.2": "road-cover-slab-placing",
    "9.11.2": "road-culvert-wing-wall",
    "11.2.2": "road-signs",
    "11.3.2": "road-markings",
    "11.4.2": "road-guardrail",
}
CHECKLISTS = [(clause, code) for clause, codes in TABLES.items() for code in codes.split()]

# Checklist, item, low, high, extreme; "-" is no limit.
LIMITS = """
road-earth-subgrade-class-2|纵断高程|-20|10|-
road-earth-subgrade-class-2|中线偏位|-|100|-
road-earth-subgrade-class-2|宽度|0|-|-
road-earth-subgrade-class-2|平整度|-|20|-
road-earth-subgrade-class-2|横坡|-0.5|0.5|-
road-concrete-surface|平整度（σ）|-|2.0|-
road-concrete-surface|平整度（国际平整度指数）|-|3.3|-
road-concrete-surface|平整度（最大间隙）|-|5|-
road-concrete-surface|抗滑构造深度|0.5|1.0|-
road-concrete-surface|抗滑构造深度（特殊路段）|0.6|1.1|-
road-concrete-surface|横向力系数（特殊路段）|50|-|-
road-concrete-surface|相邻板高差|-|3|-
road-concrete-surface|纵、横缝顺直度|-|10|-
road-concrete-surface|中线平面偏位|-|20|-
road-concrete-surface|路面宽度|-20|20|-
road-concrete-surface|纵断高程|-15|15|-
road-concrete-surface|横坡|-0.25|0.25|-
road-concrete-surface|断板率|-|0.4|-
road-asphalt-surface|平整度（σ）|-|2.5|-
road-asphalt-surface|平整度（国际平整度指数）|-|4.2|-
road-asphalt-surface|平整度（最大间隙）|-|5|-
road-asphalt-surface|中线平面偏位|-|30|-
road-asphalt-surface|纵断高程|-20|20|-
road-asphalt-surface|宽度（有侧石）|-30|30|-
road-asphalt-surface|宽度（无侧石）|0|-|-
road-asphalt-surface|横坡|-0.5|0.5|-
road-asphalt-penetration|平整度（σ）|-|3.5|-
road-asphalt-penetration|平整度（国际平整度指数）|-|5.8|-
road-asphalt-penetration|平整度（最大间隙）|-|8|-
road-asphalt-penetration|沥青总用量|-0.5|0.5|-
road-asphalt-penetration|中线平面偏位|-|30|-
road-asphalt-penetration|纵断高程|-20|20|-
road-asphalt-penetration|宽度（有侧石）|-30|30|-
road-asphalt-penetration|横坡|-0.5|0.5|-
road-asphalt-surface-treatment|平整度（σ）|-|4.5|-
road-asphalt-surface-treatment|平整度（国际平整度指数）|-|7.5|-
road-asphalt-surface-treatment|平整度（最大间隙）|-|10|-
road-asphalt-surface-treatment|沥青用量|-0.5|0.5|-
road-asphalt-surface-treatment|横坡|-0.5|0.5|-
road-stabilised-soil-base|平整度|-|12|-
road-stabilised-soil-base|纵断高程|-15|5|-
road-stabilised-soil-base|横坡|-0.5|0.5|-
road-stabilised-soil-sub-base|平整度|-|15|-
road-stabilised-soil-sub-base|纵断高程|-20|5|-
road-stabilised-base|平整度|-|12|-
road-stabilised-base|纵断高程|-15|5|-
road-stabilised-base|横坡|-0.5|0.5|-
road-stabilised-sub-base|平整度|-|15|-
road-stabilised-sub-base|纵断高程|-20|5|-
road-stabilised-sub-base|宽度|0|-|-
road-stabilised-sub-base|横坡|-0.5|0.5|-
road-graded-aggregate-base|平整度|-|12|-
road-graded-aggregate-base|纵断高程|-15|5|-
road-graded-aggregate-sub-base|平整度|-|15|-
road-graded-aggregate-sub-base|纵断高程|-20|5|-
road-kerb|直顺度（预制铺设）|-|15|-
road-kerb|直顺度（现浇）|-|10|-
road-kerb|相邻块高差|-|3|-
road-kerb|相邻块缝宽|-3|3|-
road-kerb|宽度|-5|5|-
road-kerb|顶面高程|-10|10|-
road-shoulder|压实度|0|-|-
road-shoulder|平整度（土路肩）|-|20|-
road-shoulder|平整度（硬路肩）|-|10|-
road-shoulder|横坡|-1.0|1.0|-
road-shoulder|宽度|0|-|-
road-earth-ditch|沟底高程|-30|0|-
road-earth-ditch|断面尺寸|0|-|-
road-earth-ditch|边棱直顺度|-|50|-
road-masonry-ditch|轴线偏位|-|50|-
road-masonry-ditch|沟底高程|-15|15|-
road-masonry-ditch|墙面直顺度|-|30|-
road-masonry-ditch|断面尺寸|-30|30|-
road-masonry-ditch|铺砌厚度|0|-|-
road-masonry-ditch|基础垫层宽度|0|-|-
road-masonry-ditch|基础垫层厚度|0|-|-
road-culvert|轴线偏位（明涵）|-|20|-
road-culvert|轴线偏位（暗涵）|-|50|-
road-culvert|流水面高程|-20|20|-
road-culvert|涵底铺砌厚度|-10|40|-
road-culvert|长度|-50|100|-
road-culvert|孔径、内径（波纹管涵，偏差百分率）|-2|2|-
road-culvert|孔径、内径（其他涵洞）|-30|30|-
road-culvert|净高（明涵）|-20|-|-
road-culvert|净高（暗涵）|-50|-|-
road-culvert-abutment|断面尺寸（片石砌体）|-20|20|-
road-culvert-abutment|断面尺寸（混凝土）|-15|15|-
road-culvert-abutment|竖直度（台高的百分率）|-|0.3|-
road-culvert-abutment|顶面高程|-10|10|-
road-pipe-culvert|管座、垫层宽度|0|-|-
road-pipe-culvert|管座、垫层厚度|0|-|-
road-pipe-culvert|相邻管节底面错台（管径 ≤ 1 m）|-|3|-
road-pipe-culvert|相邻管节底面错台（管径 > 1 m）|-|5|-
road-cover-slab|高度（明涵）|0|10|-
road-cover-slab|高度（暗涵）|0|-|-
road-cover-slab|宽度（现浇）|-20|20|-
road-cover-slab|宽度（预制）|-10|10|-
road-cover-slab|长度|-10|20|-
road-cover-slab-placing|支承中心偏位|-|10|-
road-cover-slab-placing|相邻板最大高差|-|10|-
road-culvert-wing-wall|平面位置|-|50|-
road-culvert-wing-wall|顶面高程|-20|20|-
road-culvert-wing-wall|竖直度或坡度|-|0.5|-
road-culvert-wing-wall|断面尺寸|0|-|-
road-signs|标志板下缘至路面净空|0|100|-
road-signs|内侧边缘至土路肩边缘|250|-|-
road-signs|立柱竖直度|-|3|-
road-signs|基础顶面平整度|-|4|-
road-signs|基础尺寸|-50|100|-
road-markings|线段长度 6000 mm|5970|6030|-
road-markings|线段长度 4000 mm|3980|4020|-
road-markings|线段长度 3000 mm|2985|3015|-
road-markings|线段长度 2000 mm|1990|2010|-
road-markings|线段长度 1000 mm|990|1010|-
road-markings|标线宽度|0|5|-
road-markings|标线厚度（热熔型）|-0.10|0.50|-
road-markings|标线厚度（其他类型）|0|-|-
road-markings|标线横向偏位|-|30|-
road-markings|标线纵向间距 9000 mm|8955|9045|-
road-markings|标线纵向间距 6000 mm|5970|6030|-
road-markings|标线纵向间距 4000 mm|3980|4020|-
road-markings|标线纵向间距 3000 mm|2985|3015|-
road-markings|逆反射亮度系数（白色）|150|-|-
road-markings|逆反射亮度系数（黄色）|100|-|-
road-guardrail|横梁中心高度|-20|20|-
road-guardrail|立柱中距|-20|20|-
road-guardrail|立柱竖直度|-|10|-
road-guardrail|立柱埋置深度|0|-|-
"""
ROWS = [tuple(line.split("|")) for line in LIMITS.strip().splitlines()]

# The key items (△) of each table by what their titles begin with; the shoulder has none.
KEYS = {
    "4.2.2": "压实度 弯沉",
    "5.5.2": "",
    "5.6.2": "砂浆强度",
    "7.2.2": "弯拉强度 板厚度",
    "7.3.2": "压实度 厚度 矿料级配 沥青含量",
    "7.4.2": "厚度 沥青总用量 上拌层",
    "7.5.2": "厚度",
    "7.6.2": "压实度 厚度 强度",
    "7.7.2": "压实度 厚度 强度",
    "7.8.2": "压实度 厚度",
    "7.9.2": "固体体积率 厚度",
    "7.10.2": "",
    "7.11.2": "",
    "9.2.2": "",
    "9.3.2": "混凝土强度 砂浆强度",
    "9.4.2": "管座混凝土强度",
    "9.6.2": "混凝土强度 高度",
    "9.7.2": "",
    "9.11.2": "混凝土强度 砂浆强度",
    "11.2.2": "反光膜",
    "11.3.2": "标线厚度 逆反射亮度系数",
    "11.4.2": "波形梁板 立柱基底 横梁中心高度",
}


def item_of(template: Template, title: str) -> Item:
    return next(item for item in template.items if item.title == title)


def text_of(limit: Decimal | None) -> str:
    return "-" if limit is None else str(limit)


def test_no_road_checklist_is_outside_the_tables() -> None:
    shipped = {code for code in TEMPLATES if code.startswith("road-")}
    assert shipped == {code for _, code in CHECKLISTS}


@pytest.mark.parametrize(("clause", "code"), CHECKLISTS)
def test_a_table_has_its_checklist_in_four_parts(clause: str, code: str) -> None:
    template = TEMPLATES[code]
    chapter = clause.removesuffix("2")
    clauses = {section.code: {i.clause for i in section.items} for section in template.sections}
    assert clauses == {
        "basic": {chapter + "1"},
        "measured": {clause},
        "appearance": {chapter + "3"},
        "records": {"3.2.2"},
    }


@pytest.mark.parametrize(("clause", "code"), CHECKLISTS)
def test_the_key_items_are_those_of_the_table(clause: str, code: str) -> None:
    measured = next(s for s in TEMPLATES[code].sections if s.code == "measured")
    begins = tuple(KEYS[clause].split())
    for item in measured.items:
        assert (item.item_class is ItemClass.KEY) == item.title.startswith(begins or ("△",)), (
            item.title
        )


@pytest.mark.parametrize("row", ROWS, ids=["-".join(row[:2]) for row in ROWS])
def test_a_limit_is_that_of_the_table(row: tuple[str, ...]) -> None:
    code, title, low, high, extreme = row
    item = item_of(TEMPLATES[code], title)
    assert item.kind is ItemKind.MEASURE
    assert (text_of(item.low), text_of(item.high), text_of(item.extreme_low)) == (
        low,
        high,
        extreme,
    )
