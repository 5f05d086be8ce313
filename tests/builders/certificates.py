"""Facts of certificates with invented projects; every organisation is marked 示例."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.certificates import (
    CertificateFacts,
    Member,
    Paper,
    Particular,
    PartyLine,
    QuantityRow,
    Tally,
    WorksRow,
)
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Category, Grade, SizeBasis, SizeClass

ISSUED_AT = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
RARE_NAMES = ("赵䶮", "钱㭎垚", "孙喆", "李犇", "周屲崾", "吴塬", "郑岘峁")
_HEAD = "3f9a71c40be25d86a917c05e42fb8d136e70b9a41f2c57d8903be6a124cc7f05"
_SIGNED = date(2026, 11, 12)
_DIVISIONS = ("地基与基础", "主体结构", "建筑装饰装修", "屋面", "建筑给水排水及供暖", "通风与空调",
              "建筑电气", "智能建筑", "建筑节能", "电梯")  # fmt: skip


def party(role: PartyRole, organisation: str, leader: str, opinion: str = "") -> PartyLine:
    return PartyLine(role, organisation, leader, _SIGNED, opinion)


_CONCLUSION = (
    "验收组经现场踏勘、查阅资料和质询讨论，认为本工程已完成设计文件和合同约定的全部内容，"
    "质量控制资料完整，有关安全、节能、环境保护和主要使用功能的检验资料完整，观感质量符合要求，"
    "工程质量符合国家现行有关标准，一致同意通过竣工验收，质量合格。"
)
_PARTIES = (
    party(PartyRole.OWNER, "示例城市建设投资开发有限责任公司", "王建岷"),
    party(PartyRole.SURVEYOR, "示例岩土工程勘察设计院有限公司", "赵崾山"),
    party(PartyRole.DESIGNER, "示例市建筑勘察设计院有限责任公司", "孙喆"),
    party(PartyRole.CONTRACTOR, "示例建设工程集团有限公司", "李垚犇"),
    party(PartyRole.SUPERVISOR, "示例工程监理咨询有限责任公司", "周䶮"),
)
_MEMBERS = tuple(
    Member(name, "组长" if name == "王建岷" else "")
    for name in ("王建岷", "赵崾山", "孙喆", "李垚犇", "周䶮", "何淼", "陈镕", "㭎小岷")
)
_BUILDING_PARTICULARS = (
    Particular("面积与层数", "12 846.52 m²，11层"),
    Particular("结构类型", "框架剪力墙结构"),
    Particular("施工许可证号", "621122202503180101"),
)
_ROAD_PARTICULARS = (
    Particular("合同段及编号", "第二合同段 LXNCGL-2026-02"),
    Particular("路线编号", "C217621122"),
    Particular("起讫桩号", "K0+000～K6+480"),
    Particular("路线长度", "6.480 km（无断链）"),
    Particular("公路等级", "四级（Ⅱ类）"),
    Particular("设计速度", "15 km/h"),
    Particular("路基路面宽", "4.5 m / 3.5 m"),
    Particular("面层类型", "水泥混凝土 C30，180 mm"),
)
_ROAD_QUANTITIES = (
    QuantityRow("路基土石方", "m³", "38420", "38206"),
    QuantityRow("水泥稳定砂砾基层，厚180 mm", "m²", "26568", "26568"),
    QuantityRow("钢筋混凝土圆管涵", "道", "11", "11"),
)
_ROAD_WORKS = tuple(
    WorksRow(
        unit=name,
        extent="K0+000～K6+480",
        divisions=3,
        items=9,
        key_passed=972,
        key_tested=1000,
        general_passed=916,
        general_tested=1000,
    )
    for name in ("路基工程", "排水工程", "涵洞工程", "路面工程", "交通安全设施")
)
_WATER_TALLIES = (
    Tally("单元工程", 486, 486, 409),
    Tally("分部工程", 12, 12, 10),
    Tally("主要分部工程", 4, 4, 4),
    Tally("单位工程", 3, 3, 3),
)
_WATER_MEMBERS = (
    Member("赵崾山", "主任委员", "示例县水务局", "高级工程师"),
    Member("何淼", "副主任委员", "示例县住房和城乡建设局", "工程师"),
    Member("陈镕", "", "示例市水利工程质量监督站", "高级工程师"),
)


def _water_works() -> tuple[WorksRow, ...]:
    parts = ("取水口及首部枢纽", "泵站土建", "泵站机电设备安装", "输水干管（DN400，6.2 km）",
             "输水支管", "蓄水池（1 000 m³，2座）", "阀门井与检查井", "滴灌田间管网")  # fmt: skip
    return tuple(
        WorksRow(
            unit="1#", division=part, lots=20 + number, qualified=20 + number,
            excellent=15 + number, grade=Grade.EXCELLENT,
        )
        for number, part in enumerate(parts)
    )  # fmt: skip


def _building_works(count: int) -> tuple[WorksRow, ...]:
    return tuple(
        WorksRow(
            unit=f"{number // 10 + 1}#楼",
            division=_DIVISIONS[number % 10],
            items=number % 7 + 3,
            lots=number * 7 + 17,
            appearance="好" if number % 3 else "一般",
        )
        for number in range(count)
    )


def building(works: int = 20) -> CertificateFacts:
    """A building that passed at its first attempt."""
    return CertificateFacts(
        paper=Paper.BUILDING,
        number="陇建验〔2026〕第0001号",
        issuer="陇西县住房和城乡建设局",
        project_code="621122202503180000",
        project_name="示例县城北片区保障性租赁住房及配套幼儿园建设项目（一期）1#、2#楼",
        place="甘肃省定西市陇西县示例镇北大街东侧",
        category=Category.BUILDING,
        size_class=SizeClass.MEDIUM,
        size_basis=SizeBasis.RULE_171,
        rule_set="GB 50300-2013",
        rule_set_title="建筑工程施工质量验收统一标准",
        organiser="示例城市建设投资开发有限责任公司",
        accepted_on=_SIGNED,
        attempt=1,
        first_time=True,
        result=AttemptResult.PASSED,
        conclusion=_CONCLUSION,
        verification_url="https://yanshou.longxi.gov.example/verify/7K3F9QXM2T7K3F9QXM2T7K3F9Q",
        short_code="7K3F-9QXM-2T",
        ledger_position=18402,
        ledger_head=_HEAD,
        issued_on=date(2026, 11, 22),
        signer="何淼",
        signer_office="行政审批股",
        started_on=date(2025, 3, 18),
        finished_on=date(2026, 10, 30),
        filing_number="陇建备〔2026〕第0129号",
        filing_body="陇西县住房和城乡建设局",
        spoken_address="验收．陇西．政务．示例",
        parties=_PARTIES,
        members=_MEMBERS,
        particulars=_BUILDING_PARTICULARS,
        works=_building_works(works),
    )


def second_attempt() -> CertificateFacts:
    """A small building on one page that had failed once."""
    return replace(
        building(works=0),
        number="陇建验〔2026〕第0002号",
        project_name="示例村便民服务中心",
        attempt=2,
        first_time=False,
        failed_on=(date(2026, 9, 8),),
        filing_number="",
    )


def crowded() -> CertificateFacts:
    """Eight parties, a name of four lines, thirty rows, conditions, rare characters."""
    facts = building(works=30)
    extra = (
        party(
            PartyRole.TESTER, "示例市建设工程质量检测中心（有限责任公司）陇西分公司", RARE_NAMES[0]
        ),
        party(PartyRole.QUALITY_STATION, "示例县建设工程质量监督站", RARE_NAMES[1]),
        party(PartyRole.OPERATOR, "示例省建设工程施工图审查有限公司驻定西办事处", RARE_NAMES[4]),
    )
    return replace(
        facts,
        number="陇建验〔2026〕第0003号",
        project_name="示例县2025年城镇老旧小区改造配套基础设施及文峰镇、首阳镇、龚家塬㭎坪易地搬迁后续"
        "扶持产业园标准化厂房、职工公寓、铉兴路幼儿园与室外给排水、供热、强弱电及海绵城市附属工程"
        "（第一批第二标段）建设项目（EPC工程总承包）",
        parties=facts.parties + extra,
        members=facts.members + tuple(Member(name) for name in RARE_NAMES),
        conditions="1. 室外无障碍坡道扶手未安装，2026年12月10日前由施工单位完成，监理单位复核；"
        "2. 屋面避雷带一处焊缝防腐不足，2026年12月1日前补涂。",
        result=AttemptResult.CONDITIONAL,
        first_time=False,
    )


def road(*, merged: bool = False) -> CertificateFacts:
    """A rural road at its handover, or at the merged acceptance of a small one."""
    opinions = ("同意交工。", "符合设计文件及变更。", "自检合格，已按合同完成全部工程，申请交工。",
                "抽检资料齐全，评定合格，同意交工。", "检测意见：未见不合格项，可组织交工验收。",
                "同意接养，自试运营之日起履行日常养护。")  # fmt: skip
    roles = (PartyRole.OWNER, PartyRole.DESIGNER, PartyRole.CONTRACTOR, PartyRole.SUPERVISOR,
             PartyRole.QUALITY_STATION, PartyRole.OPERATOR)  # fmt: skip
    return replace(
        building(works=0),
        paper=Paper.ROAD,
        merged=merged,
        number="陇交验〔2026〕第0058号",
        issuer="陇西县交通运输局",
        project_name="示例县2026年自然村（组）通硬化路建设项目示例乡何家屲至峁顶塬道路工程",
        place="示例乡",
        category=Category.RURAL_ROAD,
        size_class=SizeClass.SMALL,
        rule_set="JTG F80/1-2017",
        rule_set_title="公路工程质量检验评定标准 第一册 土建工程",
        grade=Grade.QUALIFIED if merged else None,
        conclusion="合同约定的各项内容已完成，施工单位自检、监理评定和检测意见均为合格，同意通过交工验收，"
        "质量合格，可以进入试运营。",
        conditions="K3+260右侧边沟沟口冲刷，2026年12月10日前完成铺砌，监理单位复核。",
        filing_body="",
        filing_number="",
        members=(),
        parties=tuple(
            party(role, f"示例{number}号单位有限责任公司", name, opinion)
            for number, (role, opinion, name) in enumerate(
                zip(roles, opinions, RARE_NAMES, strict=False), 1
            )
        ),
        particulars=_ROAD_PARTICULARS,
        quantities=_ROAD_QUANTITIES,
        tallies=(Tally("实测点", 1342, 1286),),
        works=_ROAD_WORKS,
        remarks=(
            Particular("有关决定", "缺陷责任期自2026年11月16日起两年；试运营期不超过三年，到期前申请竣工验收。"),
        ),
    )  # fmt: skip


def water() -> CertificateFacts:
    """A small irrigation project found 合格 and graded 优良."""
    roles = (PartyRole.OWNER, PartyRole.DESIGNER, PartyRole.CONTRACTOR, PartyRole.SUPERVISOR,
             PartyRole.OPERATOR)  # fmt: skip
    return replace(
        building(works=0),
        paper=Paper.WATER,
        number="陇水验〔2026〕第0031号",
        issuer="陇西县水务局",
        project_name="示例县引洮灌区示例片高效节水灌溉改造工程（喷灌、滴灌与低压管道）",
        place="示例镇等12个行政村",
        category=Category.WATER_SAVING,
        size_class=SizeClass.SMALL,
        size_basis=SizeBasis.INVESTMENT,
        rule_set="SL 176-2007",
        rule_set_title="水利水电工程施工质量检验与评定规程",
        grade=Grade.EXCELLENT,
        filing_body="",
        filing_number="",
        parties=tuple(
            party(role, f"示例{number}号水利单位有限责任公司", name)
            for number, (role, name) in enumerate(zip(roles, RARE_NAMES, strict=False), 1)
        ),
        members=_WATER_MEMBERS,
        particulars=(
            Particular("主要任务", "渠系改造与田间节水"),
            Particular("控制面积", "12 600亩"),
        ),
        tallies=_WATER_TALLIES,
        works=_water_works(),
        remarks=(
            Particular("节水效益", "灌溉水利用系数 0.58 → 0.86；年节水 71.4 万m³，亩均 56.7 m³"),
            Particular("保留意见", "无。"),
        ),
    )  # fmt: skip
