"""Findings as sentences, fresh from the law or read again from storage."""

import pytest

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Role
from acceptance.i18n import say, title, translator
from acceptance.i18n.findings import SENTENCES
from acceptance.workflow.actions import Action
from acceptance.workflow.stages import Stage


@pytest.mark.parametrize(
    ("finding", "sentence"),
    [
        (Finding.of("own_account"), SENTENCES["own_account"]),
        (Finding.of("party_missing", role=PartyRole.OWNER), "建设单位未登记"),
        (Finding.of("party_missing", role="owner"), "建设单位未登记"),
        (Finding.of("role_needed", role=Role.APPROVER), "这一步由审批人办理。"),
        (Finding.of("role_needed", role="approver"), "这一步由审批人办理。"),
        (Finding.of("paper_missing", title="保修书", title_en="Warranty"), "缺《保修书》"),
        (Finding.of("password_too_short", least=10), "密码至少要 10 位"),
    ],
)
def test_sentences_with_their_values(finding: Finding, sentence: str) -> None:
    assert say(finding, "zh") == sentence


@pytest.mark.parametrize("stored", [False, True])
def test_stage_and_action_are_said_by_their_titles(stored: bool) -> None:
    stage, action = Stage.REGISTERED, Action.APPROVE
    values = {"stage": stage, "action": action}
    finding = Finding.of(
        "no_such_step", **{name: str(word) if stored else word for name, word in values.items()}
    )
    sentence = say(finding, "zh")
    assert title(stage, "zh") in sentence
    assert title(action, "zh") in sentence


def test_a_text_brings_its_english_along() -> None:
    finding = Finding.of("paper_missing", title="保修书", title_en="Warranty letter")
    assert "Warranty letter" in say(finding, "en")
    assert say(finding, "xx") == say(finding, "zh")


def test_an_unknown_language_reads_chinese() -> None:
    assert say(Finding.of("own_account"), "xx") == SENTENCES["own_account"]
    assert translator("xx").gettext("合格") == "合格"
