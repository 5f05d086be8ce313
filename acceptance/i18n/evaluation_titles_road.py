"""What the evaluations of roads, their inputs and their figures are called."""

from __future__ import annotations

from acceptance.i18n.marker import N_

METHOD_TITLES: dict[str, str] = {
    "compaction": N_("压实度评定"),
    "layer-thickness": N_("结构层厚度评定"),
    "base-strength": N_("半刚性基层强度评定"),
    "deflection": N_("弯沉评定"),
    "skid-resistance": N_("横向力系数评定"),
    "road-sub-item": N_("公路分项工程评定"),
    "score-2004": N_("分项工程评分（2004 年版）"),
    "section-score": N_("合同段得分"),
    "completion-quality": N_("竣工验收质量得分"),
    "completion-composite": N_("建设项目综合评价"),
}

INPUT_TITLES: dict[str, str] = {
    "acceptance": N_("验收弯沉值"),
    "appearance_limit_defect": N_("有外观质量限制缺陷"),
    "basic_requirements_met": N_("满足基本要求"),
    "checked": N_("检查点数"),
    "coefficient": N_("系数（目标可靠指标 β 或 Z_α）"),
    "committee": N_("验收委员会评分"),
    "completion-composite.construction": N_("施工单位得分"),
    "completion-composite.design": N_("设计单位得分"),
    "completion-composite.supervision": N_("监理单位得分"),
    "confidence": N_("保证率"),
    "construction": N_("施工得分"),
    "deduction": N_("减分"),
    "extreme": N_("极值"),
    "extreme_broken": N_("有单点超过极值"),
    "extreme_deviation": N_("极值的允许偏差"),
    "handover": N_("交工验收得分"),
    "investment": N_("投资额"),
    "items": N_("各项"),
    "margin": N_("单点容许低于规定值"),
    "merged": N_("交工、竣工合并验收"),
    "moisture_factor": N_("湿度影响系数"),
    "owner": N_("建设单位得分"),
    "qualified": N_("合格点数"),
    "quality": N_("工程质量得分"),
    "rate": N_("合格率"),
    "rejection_multiple": N_("舍弃的倍数（几倍标准差以外）"),
    "rejection_passes": N_("最多舍弃几遍（all 表示直到没有）"),
    "representative_deviation": N_("代表值允许偏差"),
    "required": N_("规定值"),
    "score": N_("得分"),
    "single_deviation": N_("单点（合格值）允许偏差"),
    "statistical_pass": N_("按附录统计评定合格"),
    "supervision": N_("质量监督机构鉴定得分"),
    "supervisor_rating": N_("监理评定得分"),
    "temperature_factor": N_("温度影响系数"),
    "weight": N_("权值"),
    "z": N_("保证率系数 Z_α"),
}

FIGURE_TITLES: dict[str, str] = {
    "coefficient": N_("系数 t_α/√n"),
    "cv": N_("偏差系数（百分数）"),
    "rates": N_("各项合格率"),
    "rejected": N_("舍弃的点数"),
    "representative": N_("代表值"),
    "representative_limit": N_("代表值的限值"),
    "rounds": N_("各遍计算"),
    "threshold": N_("要求的平均值"),
}

WORD_TITLES: dict[str, str] = {
    "all": N_("直到没有可舍弃的点"),
    "essential": N_("※ 关键项目（须全部合格）"),
    "mechatronic": N_("机电工程项目"),
}
