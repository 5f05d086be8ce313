"""What the inputs, figures and words of a method are called in the reader's language."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.methods.road_base import ALL
from acceptance.domain.evaluation.result import Figure
from acceptance.domain.findings import Finding
from acceptance.i18n.evaluation_titles import (
    FIGURE_TITLES,
    INPUT_TITLES,
    RULE_TITLES,
    WORD_TITLES,
    WORDS_OF_INPUTS,
)
from acceptance.i18n.standard_titles import LIMIT_TITLES
from acceptance.web.language import saying
from acceptance.web.wording import gettext

_PLACES = 6


def input_title(method: str, name: str) -> str:
    """The label of an input; words stand for themselves among the names of a table."""
    text = INPUT_TITLES.get(f"{method}.{name}") or INPUT_TITLES.get(name)
    return gettext(text) if text else word_title(name)


def figure_title(name: str, method: str = "") -> str:
    """The name of a figure or of a step; some mean another thing in one method."""
    own = FIGURE_TITLES.get(f"{method}.{name}")
    text = own or FIGURE_TITLES.get(name) or LIMIT_TITLES.get(name)
    return gettext(text) if text else word_title(name)


def doubtful_title(name: str) -> str:
    """The name of a limit that was not compared with the print; a row of a table by its parts."""
    return " · ".join(figure_title(part) for part in name.split("."))


def word_title(word: str, name: str = "") -> str:
    """A word of a closed list; numbers of standards speak for themselves. Some words mean another
    thing where they answer an input of this `name`."""
    if own := WORDS_OF_INPUTS.get(f"{name}.{word}"):
        return gettext(own)
    for titles in (WORD_TITLES, INPUT_TITLES):
        if word in titles:
            return gettext(titles[word])
    return word


def shown(figure: Figure) -> str:
    """One figure for a reader's eye; the exact one is in the interface for other systems."""
    if isinstance(figure, bool):
        return gettext("是") if figure else gettext("否")
    if isinstance(figure, Fraction):
        return short_text(figure, _PLACES)
    return "—" if figure is None else word_title(str(figure))


def rule_said(rule: str) -> str:
    """How was rounded, rejected or interpolated; a policy of rejection is its reach and passes."""
    reach, _, passes = rule.partition(", ")
    known = "none" if passes == "0" else rule
    if known in RULE_TITLES:
        return gettext(RULE_TITLES[known])
    if passes == ALL:
        return gettext("偏离平均值超过 %(reach)s 的舍弃，直到没有为止", reach=reach)
    return gettext(
        "偏离平均值超过 %(reach)s 的舍弃，最多 %(passes)s 遍", reach=reach, passes=passes
    )


def said(finding: Finding, method: str) -> str:
    """The sentence of a wrong input; another input that it speaks of is called by its title."""
    values = dict(finding.data)
    if "other" in values:
        values["other"] = input_title(method, str(values["other"]).rpartition(".")[2])
    return saying(replace(finding, data=tuple(sorted(values.items()))))
