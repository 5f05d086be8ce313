"""Every reason a checklist gives has a sentence, and every sentence a reason."""

import re
from pathlib import Path

import pytest

import acceptance.domain.checklists
from acceptance.domain.checklists.template import Item
from acceptance.i18n.findings_checklists import SENTENCES
from tests.builders.checklist_templates import Document, item_document, make_template, verdict_of

_CODE = re.compile(r'"((?:answer|item|template|checklist|photo|group)_[a-z_]+)"')
# These are named by what is repeated, so the code is put together in the source.
_PUT_TOGETHER = {"template_section_repeated", "template_item_repeated"}


def test_codes_and_sentences_are_the_same_set() -> None:
    folder = Path(acceptance.domain.checklists.__path__[0])
    used = {code for path in folder.glob("*.py") for code in _CODE.findall(path.read_text("utf-8"))}
    reasons = used - set(Item.__dataclass_fields__)
    assert reasons | _PUT_TOGETHER == set(SENTENCES)


@pytest.mark.parametrize(
    ("item", "entry", "sentence"),
    [
        (
            {"minimum_points": 3},
            {"values": ["1"]},
            "至少检查 3 点（处），现有 1 点（处）",
        ),
        ({}, {"values": ["9"]}, "合格率 0.0 %（0/1），应不小于 80 %"),
        (
            {"high": "12", "plausible_low": "0", "plausible_high": "100"},
            {"values": ["978"]},
            "数值存疑：978 mm 超出本项可能的范围 0～100 mm，是否为 9.78？",
        ),
        (
            {"plausible_low": "0", "plausible_high": "100"},
            {"values": ["-5"]},
            "数值存疑：-5 mm 超出本项可能的范围 0～100 mm，请核对",
        ),
        (
            {},
            {"values": [{"place": "K0+1", "value": "1"}, {"place": "K0+9", "value": ""}]},
            "测点 K0+009 还没有填实测值；不测请删去该测点",
        ),
    ],
)
def test_the_values_of_a_finding_fill_its_sentence(
    item: Document, entry: Document, sentence: str
) -> None:
    finding = verdict_of(make_template(item_document(**item)), {"wall-01": entry}).findings[0]
    assert SENTENCES[finding.code] % finding.values == sentence


def test_a_sentence_without_values_has_no_percent_sign_to_escape() -> None:
    # It is said as it stands; only sentences with values go through formatting.
    assert [text for text in SENTENCES.values() if "%" in text and "%(" not in text] == []
