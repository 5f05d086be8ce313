"""The catalogue against the lists of the references, name by name: nothing is left out.

The names are copied from the tables of JTG F80/1-2017, from the list of forms of SL 703-2015 and from
annex B of GB 50300-2013; the limits themselves have their tests in the road and water catalogues.
"""

from collections import Counter

import pytest

from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import ItemKind
from acceptance.domain.projects import Category, Level
from acceptance.queries.works_divisions import divisions_of
from tests.builders.shipped_checklists import TEMPLATES
from tests.unit.domain.test_road_catalogue import TABLES
from tests.unit.domain.test_water_catalogue import KINDS

# Table, its items in their order. Where a table has several indices of one item each is named.
ROAD_ITEMS = {
    "4.2.2": "压实度：上路床 压实度：下路床 压实度：上路堤 压实度：下路堤 弯沉 纵断高程 中线偏位 宽度 "
    "平整度 横坡 边坡",
    "5.5.2": "沟底高程 断面尺寸 边坡坡度 边棱直顺度",
    "5.6.2": "砂浆强度 轴线偏位 沟底高程 墙面直顺度 墙面坡度 断面尺寸 铺砌厚度 基础垫层宽度 基础垫层厚度",
    "7.2.2": "弯拉强度 板厚度 平整度（σ） 平整度（国际平整度指数） 平整度（最大间隙） 抗滑构造深度 "
    "横向力系数 相邻板高差 纵、横缝顺直度 中线平面偏位 路面宽度 纵断高程 横坡 断板率",
    "7.3.2": "压实度（试验室标准密度） 压实度（最大理论密度） 压实度（试验段密度） 平整度（σ） "
    "平整度（国际平整度指数） 平整度（最大间隙） 弯沉 渗水系数 摩擦系数 构造深度 厚度 中线平面偏位 "
    "纵断高程 宽度（有侧石） 宽度（无侧石） 横坡 矿料级配 沥青含量 马歇尔稳定度",
    "7.4.2": "平整度（σ） 平整度（国际平整度指数） 平整度（最大间隙） 弯沉 厚度 沥青总用量 中线平面偏位 "
    "纵断高程 宽度（有侧石） 宽度（无侧石） 横坡 上拌层矿料级配 上拌层沥青含量",
    "7.5.2": "平整度（σ） 平整度（国际平整度指数） 平整度（最大间隙） 弯沉 厚度 沥青用量 中线平面偏位 "
    "纵断高程 宽度（有侧石） 宽度（无侧石） 横坡",
    "7.6.2": "压实度 平整度 纵断高程 宽度 厚度 横坡 强度",
    "7.7.2": "压实度 平整度 纵断高程 宽度 厚度 横坡 强度",
    "7.8.2": "压实度 弯沉 平整度 纵断高程 宽度 厚度 横坡",
    "7.9.2": "固体体积率 弯沉 平整度 纵断高程 宽度 厚度 横坡",
    "7.10.2": "直顺度（预制铺设） 直顺度（现浇） 相邻块高差 相邻块缝宽 宽度 顶面高程",
    "7.11.2": "压实度 平整度（土路肩） 平整度（硬路肩） 横坡 宽度",
    "9.2.2": "轴线偏位（明涵） 轴线偏位（暗涵） 流水面高程 涵底铺砌厚度 长度 孔径、内径（波纹管涵 "
    "孔径、内径（其他涵洞 净高（明涵） 净高（暗涵）",
    "9.3.2": "混凝土强度 砂浆强度 断面尺寸（片石砌体） 断面尺寸（混凝土） 竖直度 顶面高程",
    "9.4.2": "管座混凝土强度 管座、垫层宽度 管座、垫层厚度 相邻管节底面错台（管径 ≤ 1 m） "
    "相邻管节底面错台（管径 > 1 m）",
    "9.6.2": "混凝土强度 高度（明涵） 高度（暗涵） 宽度（现浇） 宽度（预制） 长度",
    "9.7.2": "支承中心偏位 相邻板最大高差",
    "9.11.2": "混凝土强度 砂浆强度 平面位置 顶面高程 竖直度或坡度 断面尺寸",
    "11.2.2": "反光膜逆反射系数 净空 内侧边缘 立柱竖直度 基础顶面平整度 基础尺寸",
    "11.3.2": "线段长度 标线宽度 标线厚度（热熔型） 标线厚度（其他类型） 标线横向偏位 标线纵向间距 "
    "逆反射亮度系数（白色） 逆反射亮度系数（黄色）",
    "11.4.2": "波形梁板基底金属厚度 立柱基底金属壁厚 横梁中心高度 立柱中距 立柱竖直度 立柱外边缘 "
    "立柱埋置深度 螺栓终拧扭矩",
}
# The forms of SL 703-2015 as they are listed; a form for two kinds names both with a stroke.
SL_703_FORMS = (
    "渠道填筑基础面清理 渠（沟）道土方开挖 管槽开挖 渠道石方开挖 渠道填筑 管道回填 衬砌垫层 防渗膜料 保温板 "
    "浆砌石衬砌 现浇混凝土衬砌 预制板衬砌/预制槽衬砌 沥青混凝土衬砌 斗（农）门 蓄水池/水窖 泵房 阀门井/检查井 "
    "田间道路 机井 水泵安装 微灌首部设备仪表 管道安装 微灌灌水器和田间管网 喷灌设备（定喷）/喷灌机组（行喷）"
)
TEN_DIVISIONS = [
    "地基与基础", "主体结构", "装饰装修", "屋面", "给水排水及供暖",
    "通风与空调", "建筑电气", "智能建筑", "建筑节能", "电梯",
]  # fmt: skip
_ITEMS = [(template, item) for template in TEMPLATES.values() for item in template.items]


def measured(template: Template) -> list[Item]:
    return [i for s in template.sections if s.code == "measured" for i in s.items]


def words_of(names: str) -> list[str]:
    """The names; a blank inside brackets belongs to the name."""
    found: list[str] = []
    for word in names.split():
        if found and found[-1].count("（") > found[-1].count("）") and word[0] in "≤>1m":
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def test_the_tables_of_the_reference_are_those_of_the_catalogue() -> None:
    assert set(ROAD_ITEMS) == set(TABLES)


@pytest.mark.parametrize("table", ROAD_ITEMS)
def test_every_item_of_a_road_table_is_asked_and_no_other(table: str) -> None:
    names = words_of(ROAD_ITEMS[table])
    for code in TABLES[table].split():
        titles = [item.title for item in measured(TEMPLATES[code])]
        for name in names:
            assert any(name in title for title in titles), (code, name)
        assert [t for t in titles if not any(name in t for name in names)] == [], code


def test_the_forms_of_sl_703_are_the_twenty_eight_kinds() -> None:
    kinds = [kind for form in SL_703_FORMS.split() for kind in form.split("/")]
    assert len(SL_703_FORMS.split()) == 24
    assert kinds == list(KINDS)
    assert [TEMPLATES[code].title for code in KINDS.values()] == [f"{k}单元工程" for k in kinds]


def test_buildings_have_lots_in_every_one_of_the_ten_divisions() -> None:
    lots = {t.code for t in TEMPLATES.values() if t.level is Level.LOT}
    found = {
        division.name: lots & set(division.checklists)
        for division in divisions_of(Category.BUILDING)
        if division.name in TEN_DIVISIONS
    }
    assert list(found) == TEN_DIVISIONS
    assert [name for name, codes in found.items() if not codes] == []
    assert len(set().union(*found.values())) >= 20


def test_every_item_says_what_it_must_in_both_languages() -> None:
    texts = ("title", "requirement", "method", "frequency")
    holes = [
        (template.code, item.code, name)
        for template, item in _ITEMS
        for name in ("clause", *texts, *(f"{text}_en" for text in texts))
        if not getattr(item, name)
    ]
    assert holes == []


def test_every_measured_item_has_its_unit_and_its_tolerance_or_rule() -> None:
    holes = [
        (template.code, item.code)
        for template, item in _ITEMS
        if (item.kind.has_points and not item.unit)
        or (item.kind is ItemKind.MEASURE and item.low is None and item.high is None)
        or (item.kind is ItemKind.STATISTICAL and not item.rule)
    ]
    assert holes == []


def test_an_item_code_stands_once_in_its_checklist() -> None:
    for template in TEMPLATES.values():
        codes = Counter(item.code for item in template.items)
        assert [code for code, times in codes.items() if times > 1] == []
