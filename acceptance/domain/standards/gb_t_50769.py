"""节水灌溉工程验收规范 GB/T 50769-2012: acceptance of water-saving irrigation works.

Its text has not been seen: the frame is remembered, no clause is cited, and every field is to be
compared with the printed standard.
"""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class IrrigationAcceptance(Edition):
    """Stages, what must hold before completion acceptance, what is checked, and the papers."""

    during_construction: tuple[str, ...]
    conditions: tuple[str, ...]
    checks: tuple[str, ...]
    papers: tuple[str, ...]
    grades: tuple[str, ...] = ("qualified", "unqualified")


GB_T_50769_2012 = IrrigationAcceptance(
    name="GB/T 50769-2012",
    title="节水灌溉工程验收规范",
    clause="",
    in_force="2012-10-01",
    during_construction=("隐蔽工程验收", "材料和设备验收", "单项工程验收", "试运行"),
    conditions=(
        "按批准的内容完成",
        "经过一个灌溉季节的运行或试验",
        "缺陷已处理",
        "资金已审计",
        "运行管理单位和用水户组织已落实",
        "资料齐全",
    ),
    checks=(
        "工程量", "工程质量", "灌溉面积", "水利用系数", "灌水均匀系数", "流量和压力", "水泵效率",
    ),
    papers=(
        "批准文件", "设计和变更文件", "招标投标和合同文件", "监理资料", "材料和试验报告",
        "隐蔽工程记录", "单元、分部和单位工程评定资料", "水压试验和试运行记录", "水利用系数测定报告",
        "竣工图", "财务决算和审计报告", "运行管理方案", "工程照片", "工程总结",
    ),
    unverified=frozenset(
        {"in_force", "during_construction", "conditions", "checks", "papers", "grades"}
    ),
)  # fmt: skip
