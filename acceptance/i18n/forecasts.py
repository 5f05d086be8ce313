"""The sentences of a forecast, for pages and papers alike."""

from acceptance.i18n.marker import N_

TOO_MANY = N_("还计划的项数超过 %(most)s，不推算。")
NOTHING_PLANNED = N_("期内没有还计划的验收，结果已定，不推算。")
OUT_OF_REACH = N_("已有 %(n)s 项不合格，余下 %(planned)s 项全部合格也不能达到目标。")
CERTAIN = N_("余下 %(planned)s 项不论结果如何，目标都能达到。")
EXPECTED = N_(
    "从已有结论的 %(decided)s 项（合格 %(passed)s 项）推算，还计划的 %(planned)s 项验收后达到目标的"
    "可能性为 %(chance)s %%；最后的比率十有八九在 %(low)s %% 至 %(high)s %% 之间。"
)
