"""Titles of the evaluations of water works and of indicators."""

from __future__ import annotations

from acceptance.i18n.marker import N_

METHOD_TITLES: dict[str, str] = {
    "unit-element": N_("单元工程质量评定"),
    "part-works": N_("分部工程质量评定"),
    "unit-works": N_("单位工程质量评定"),
    "water-project": N_("水利工程项目质量评定"),
}

INPUT_TITLES: dict[str, str] = {
    "accident": N_("发生过质量事故"),
    "appearance_rate": N_("外观质量得分率"),
    "blocks_grade": N_("试块质量等级"),
    "blocks_groups": N_("试块组数"),
    "concentrated": N_("不合格点集中"),
    "documents": N_("施工质量检验资料"),
    "documents_complete": N_("资料齐全"),
    "general_rates": N_("各一般项目合格率"),
    "key_units": N_("重要隐蔽和关键部位单元工程数"),
    "key_units_excellent": N_("重要隐蔽和关键部位单元工程优良数"),
    "main_parts": N_("主要分部工程数"),
    "main_parts_excellent": N_("主要分部工程优良数"),
    "main_rate": N_("主控项目合格率"),
    "main_steps": N_("主要工序数"),
    "main_steps_excellent": N_("主要工序优良数"),
    "main_unit_works": N_("主要单位工程数"),
    "main_unit_works_excellent": N_("主要单位工程优良数"),
    "materials_passed": N_("原材料、中间产品、金属结构和设备合格"),
    "monitoring_passed": N_("观测资料符合标准"),
    "parts": N_("分部工程数"),
    "parts_excellent": N_("分部工程优良数"),
    "parts_passed": N_("分部工程合格数"),
    "steps": N_("工序数"),
    "steps_excellent": N_("工序优良数"),
    "steps_passed": N_("工序合格数"),
    "unit_works": N_("单位工程数"),
    "unit_works_excellent": N_("单位工程优良数"),
    "unit_works_passed": N_("单位工程合格数"),
    "units": N_("单元工程数"),
    "units_excellent": N_("单元工程优良数"),
    "units_passed": N_("单元工程合格数"),
    "worst_accident": N_("最严重的质量事故"),
}

FIGURE_TITLES: dict[str, str] = {
    "excellent_rate": N_("优良率"),
    "key_excellent_rate": N_("重要隐蔽和关键部位单元工程优良率"),
    "lowest_general_rate": N_("一般项目最低合格率"),
    "main_rate": N_("主控项目合格率"),
}

WORD_TITLES: dict[str, str] = {
    "basically_complete": N_("基本齐全"),
    "complete": N_("齐全"),
    "excellent": N_("优良"),
    "extraordinary": N_("特大质量事故"),
    "incomplete": N_("不齐全"),
    "major": N_("较大质量事故"),
    "minor": N_("一般质量事故"),
    "none": N_("无"),
    "qualified": N_("合格"),
    "serious": N_("重大质量事故"),
    "unqualified": N_("不合格"),
}
