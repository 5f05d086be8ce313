"""The words of a report of the rates: Chinese in every edition, like those of the other papers."""

from __future__ import annotations

from acceptance.documents.figures import DASH, amount
from acceptance.documents.wording import CATEGORIES, RESULTS, SIZES
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.rates import Rate
from acceptance.domain.reports import ReportedFigure, ReportedGoal, ReportedLine, ReportFacts
from acceptance.i18n.indicators import INDICATOR_WORDS
from acceptance.i18n.titles import TITLES
from acceptance.workflow.stages import Stage

# Lines of one list on the paper; a longer list says how many more the XLSX has.
MOST_LINES = 200
TITLE = "工程质量指标报告"
NO_DATA = "无数据"
_FIRST = (IndicatorCode.FIRST_TIME_LARGE_MEDIUM, IndicatorCode.FIRST_TIME_OTHER)
_PARTS = {
    "not_passed": "未合格",
    "passed": "合格",
    "under_way": "尚未结论",
    "voided": "作废",
    "not_graded": "未评级",
}
_NAMED = {
    _FIRST[0]: {"not_passed": "未一次合格", "passed": "一次合格"},
    _FIRST[1]: {"not_passed": "未一次合格", "passed": "一次合格"},
    IndicatorCode.EXCELLENCE_LARGE: {"not_passed": "不是优良", "passed": "优良"},
    IndicatorCode.STANDARDS_MET: {"not_passed": "未达标", "passed": "已达标"},
}
RULES = (
    "计数单位是工程建设项目，不是单位工程，也不是投资额。",
    (
        "只计该类工程规定的计次验收：房屋、市政和水利为竣工验收，公路为交工验收或合并的交竣工验收。"
        "自检、预验收和监督检查不计次。"
    ),
    (
        "验收在开启时由系统编号。结论为合格、不合格、整改后合格、超期未结论或作废；作废须经另一单位的"
        "第二人同意，另列，不能使比率升高。"
    ),
    "一次验收合格指第 1 次计次验收的结论为合格；以后发生的事不能改变它。第 1 次作废的，由下一次顶为首次。",
    "按决定日期（北京时间）计入期内；隔年重新验收不改变任何一年的一次合格率。",
    "质量合格率按期内最近一次计次验收的结论计；尚未结论的不算不合格，另列。",
    "规模、类别和区域在第 1 次验收时固定，此后不重算。",
    "优良只来自评定等级的标准；只评合格的标准为未评级，不在分母，另列。",
    "分母为零是无数据，既不是 0 %，也不是 100 %，目标不评定。",
    "与目标比较用整数精确比较；显示截尾到一位小数，不进位，100.0 % 只在全部合格时出现。",
    "允许不合格数等于计划验收数减去必须合格数；必须合格数是目标乘计划验收数，有小数的进为整数。",
    "各区域按行政区划的次序列出整数，相加等于全区；没有单独签订目标的区域只列数，不评定，不排名。",
)


def indicator(code: IndicatorCode) -> str:
    """The full title of an indicator."""
    return INDICATOR_WORDS[code].title


def short(code: IndicatorCode) -> str:
    """The title of an indicator for a narrow column."""
    return INDICATOR_WORDS[code].short


def period_name(code: str) -> str:
    """A period as people say it; any two days as they are."""
    period = Period.parse(code)
    year, month = period.first.year, period.first.month
    names = {
        Period.year(year): f"{year}年",
        Period.quarter(year, (month + 2) // 3): f"{year}年第{(month + 2) // 3}季度",
        Period.half(year, (month + 5) // 6): f"{year}年{'上' if month < 7 else '下'}半年",
        Period.month(year, month): f"{year}年{month}月",
    }
    if period in names:
        return names[period]
    if period == Period.cumulative(year, period.last.year):
        return f"{year}年至{period.last.year}年"
    return f"{period.first} 至 {period.last}"


def narrowed(facts: ReportFacts) -> str:
    """Which projects are counted, where not all are."""
    parts = [
        SIZES[facts.size] if facts.size else "",
        CATEGORIES[facts.category] if facts.category else "",
        f"责任单位：{facts.unit}" if facts.unit else "",
    ]
    return "，".join(part for part in parts if part) or "全部项目"


def percent(rate: Rate) -> str:
    """The percentage, cut to one decimal; the words 无数据 for nothing of nothing."""
    text = rate.percent_text()
    return NO_DATA if text is None else f"{text} %"


def fraction(rate: Rate) -> str:
    """Numerator and denominator; a dash for nothing of nothing."""
    return f"{amount(rate.passed)}/{amount(rate.decided)}" if rate.decided else DASH


def goal(found: ReportedGoal | None) -> str:
    """A goal of a rate."""
    if found is None:
        return "没有目标"
    text = f"{found.value} %" if found.value == "100" else f"≥ {found.value} %"
    return f"{text}（沿用{found.year}年）" if found.is_carried else text


def verdict(met: bool | None) -> str:  # noqa: FBT001 - the verdict itself
    """Whether a goal is met."""
    return "不评定" if met is None else "达标" if met else "未达标"


def budget(figure: ReportedFigure) -> str:
    """The failure budget in one sentence (counting rule 12)."""
    found = figure.budget
    if found is None:
        return DASH
    lost = "不是优良" if figure.code is IndicatorCode.EXCELLENCE_LARGE else "不合格"
    text = f"允许{lost} {found.allowed} 项，已有 {figure.rate.failed} 项，"
    if found.left < 0:
        return text + f"超出 {-found.left} 项"
    return text + f"还余 {found.left} 项"


def still(figure: ReportedFigure, *, is_over: bool) -> str:
    """What is still possible in the period."""
    found = figure.budget
    if found is None:
        return "没有目标，不评定"
    if figure.rate.decided + figure.planned == 0:
        return "期内没有应计入的项目"
    if is_over:
        return "本期已结束，" + ("达到目标" if figure.met else "没有达到目标")
    if not found.reachable:
        if figure.code in (*_FIRST, IndicatorCode.EXCELLENCE_LARGE):
            return "本期已不能达到"
        return f"有 {-found.left} 项须整改后重新验收合格"
    wanted = "优良" if figure.code is IndicatorCode.EXCELLENCE_LARGE else "合格"
    if not figure.planned:
        return "计划的验收都已有结论"
    return f"仍可达到：余下 {figure.planned} 项中至少 {found.passes_needed} 项{wanted}"


def part(code: IndicatorCode, word: str) -> str:
    """A part of the projects behind a figure."""
    return _NAMED.get(code, {}).get(word) or _PARTS[word]


def result(line: ReportedLine) -> str:
    """How the attempt of a line ended."""
    if line.overturned:
        return "证书已撤销"
    return RESULTS[line.result] if line.result else "尚未结论"


def stage(line: ReportedLine) -> str:
    """The stage at which the project stands."""
    return TITLES[Stage][Stage(line.stage)]


def attempt(line: ReportedLine) -> str:
    """The attempt of a line by its number."""
    return f"第{line.number}次" if line.number is not None else DASH
