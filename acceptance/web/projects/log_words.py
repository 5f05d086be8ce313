"""An act of the ledger in words: what it is called, and what its payload says."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.document_lists import Document
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Category, Grade, Level, SizeBasis, SizeClass
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.i18n import translator
from acceptance.i18n.findings import SENTENCES
from acceptance.i18n.marker import N_
from acceptance.i18n.procedures import ACCEPTANCE_TITLES
from acceptance.i18n.titles import ACT_TITLES, PROCESS_TITLES
from acceptance.queries.document_lists import document_named
from acceptance.web.language import locale, reasoned, titled
from acceptance.web.wording import gettext
from acceptance.workflow.actions import Action
from acceptance.workflow.ledger import STAGE_TAG
from acceptance.workflow.stages import Stage

# What a part of a payload is called, and the kind of word that it holds. Parts that are not named
# here (numbers of rows, digests) say nothing to a reader and are left out.
_NAMES: dict[str, tuple[str, type[StrEnum] | None]] = {
    "number": (N_("序号或编号"), None),
    "code": (N_("编号"), None),
    "name": (N_("名称"), None),
    "was": (N_("原名称"), None),
    "location": (N_("部位"), None),
    "category": (N_("类别"), Category),
    "size_class": (N_("规模"), SizeClass),
    "size_basis": (N_("规模依据"), SizeBasis),
    "size_note": (N_("认定理由"), None),
    "rule_set": (N_("执行标准"), None),
    "investment": (N_("总投资"), None),
    "level": (N_("层次"), Level),
    "acceptance": (N_("验收"), None),
    "part": (N_("部位"), None),
    "event": (N_("事项"), Event),
    "chair": (N_("组织"), PartyRole),
    "dated": (N_("日期"), None),
    "result": (N_("结论"), AttemptResult),
    "had_ended": (N_("原结论"), AttemptResult),
    "verdict": (N_("判定"), None),
    "grade": (N_("等级"), Grade),
    "score": (N_("得分"), None),
    "decided_on": (N_("结论日期"), None),
    "meeting_on": (N_("会议日期"), None),
    "party": (N_("责任单位"), PartyRole),
    "problem": (N_("问题"), None),
    "clause": (N_("条款"), None),
    "due_on": (N_("期限"), None),
    "reason": (N_("理由"), None),
    "count": (N_("数量"), None),
    "source": (N_("依据"), None),
    "attempt": (N_("第几次"), None),
    "slot": (N_("照片位置"), None),
}
# What the same part is called in an act where the common name would mislead.
_NAMES_IN = {
    ("paper.recorded", "code"): N_("资料"),
    ("paper.recorded", "number"): N_("编号"),
    ("attempt.opened", "number"): N_("第几次"),
    ("attempt.concluded", "number"): N_("第几次"),
    ("attempt.void_requested", "number"): N_("第几次"),
    ("attempt.voided", "number"): N_("第几次"),
}
_VERDICTS = {"pass": N_("合格"), "fail": N_("不合格")}


def act_title(action: str) -> str:
    """What an act is called; a step of a process takes its action's title."""
    if action in ACT_TITLES:
        return translator(locale()).gettext(ACT_TITLES[action])
    step = action.removeprefix(STAGE_TAG)
    return titled(Action(step)) if step in set(Action) else action


def act_details(action: str, payload: Mapping[str, Any]) -> list[str]:
    """What the payload says, each part as a short sentence."""
    details = []
    if "from" in payload and payload["from"] != payload["to"]:
        source, target = titled(Stage(payload["from"])), titled(Stage(payload["to"]))
        details.append(gettext("%(source)s → %(target)s", source=source, target=target))
    details.extend(_refusals(payload))
    if payload.get("late") is True:
        details.append(gettext("已逾期"))
    for key, (name, kind) in _NAMES.items():
        value = payload.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            said = _said(action, key, value, kind)
            called = translator(locale()).gettext(_NAMES_IN.get((action, key), name))
            details.append(gettext("%(name)s：%(value)s", name=called, value=said))
    return details


def _refusals(payload: Mapping[str, Any]) -> list[str]:
    findings = payload.get("findings")
    if not isinstance(findings, list):
        return []
    action = payload.get("action", "")
    titles = [titled(Action(action))] if action in set(Action) else []
    # The values of a refusal are not in the ledger; sentences that need some are left out.
    plain = [
        translator(locale()).gettext(SENTENCES[code])
        for code in findings
        if code in SENTENCES and "%(" not in SENTENCES[code]
    ]
    return [*titles, *plain, gettext("共 %(n)s 条理由", n=len(findings))]


def _said(action: str, key: str, value: str | int, kind: type[StrEnum] | None) -> str:
    text = str(value)
    catalog = translator(locale())
    if action == "paper.recorded" and key == "code":
        return paper_title(text)
    if key == "acceptance":
        return catalog.gettext(ACCEPTANCE_TITLES.get(text, text))
    if key == "verdict":
        return catalog.gettext(_VERDICTS[text]) if text in _VERDICTS else text
    if kind is not None and text in set(kind):
        return titled(kind(text))
    return reasoned(text) if key == "reason" else text


def process_title(code: str) -> str:
    """What a process is called."""
    return translator(locale()).gettext(PROCESS_TITLES[code])


def paper_title(code: str) -> str:
    """What a paper is called; one that no list names any more is called by its code."""
    document = document_named(code)
    return code if document is None else document_title(document)


def document_title(document: Document) -> str:
    """What a listed document is called in the language of the reader."""
    return document.title if locale() == "zh" else document.title_en
