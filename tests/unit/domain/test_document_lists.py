"""The document lists that ship: every process has them, and each document says what it must."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from acceptance import domain
from acceptance.domain.document_lists import Document, Need, When
from acceptance.domain.document_reading import (
    DocumentListError,
    from_document,
    of_process,
    read_catalogue,
)
from acceptance.workflow.actions import Action
from acceptance.workflow.processes import PROCESSES

FOLDER = Path(domain.__file__).resolve().parents[1] / "catalogue" / "documents"
CATALOGUES = [
    read_catalogue(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.toml"))
]
DOCUMENTS = [each for found in CATALOGUES for lst in found.lists for each in lst.documents]
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
GOOD = """processes = ["building"]
[[list]]
title = "甲"
title_en = "A"
before = "file"
[[list.document]]
code = "a"
title = "乙"
title_en = "B"
clause = "第一条"
party = "owner"
need = "required"
"""
# What the law names as conditions, in its order, by the codes that stand in the records.
CONDITIONS = {
    # 建质〔2013〕171号 第五条（一）至（十），第六条（三）
    "building": (
        "scope_completed", "completion_report", "evaluation_report", "survey_report",
        "design_report", "technical_archive", "test_reports", "payment_proof", "warranty_letter",
        "household_acceptance", "orders_fulfilled", "notice",
    ),
    # 公路工程竣（交）工验收办法 第八条
    "road": (
        "contract_completed", "contractor_self_check", "supervisor_rating",
        "verification_opinion", "completion_documents", "work_summaries",
    ),
    # SL 223-2008 第8章
    "water": (
        "design_completed", "changes_approved", "normal_operation", "special_acceptances",
        "final_account_audited", "operator_settled", "quality_supervision_report",
        "completion_papers",
    ),
}  # fmt: skip
CONDITIONS |= {"municipal": CONDITIONS["building"], "road_merged": CONDITIONS["road"]}


def blocking(process: str, before: str) -> list[Document]:
    lists = of_process(process, CATALOGUES).lists
    found = (doc for lst in lists if lst.before == before for doc in lst.documents)
    return [document for document in found if document.blocks]


def test_every_process_has_its_lists() -> None:
    named = {process for found in CATALOGUES for process in found.processes}
    assert named == set(PROCESSES)


@pytest.mark.parametrize("process", CONDITIONS)
def test_the_conditions_of_the_law_block_the_opening_and_come_first(process: str) -> None:
    codes = [document.code for document in blocking(process, Action.OPEN_ATTEMPT)]
    assert tuple(codes[: len(CONDITIONS[process])]) == CONDITIONS[process]
    more = codes[len(CONDITIONS[process]) :]
    assert all(code.startswith("water_sl_") for code in more)
    assert len(more) == (12 if process == "water" else 0)


def test_what_is_asked_for_later_blocks_its_own_step() -> None:
    counted = Counter(
        {
            (process, step): len(blocking(process, step))
            for process in PROCESSES
            for step in Action
            if step is not Action.OPEN_ATTEMPT and blocking(process, step)
        }
    )
    assert counted == {
        ("building", "file"): 5,  # 住建部令第2号 第五条
        ("municipal", "file"): 4,
        ("road", "conclude_final"): 6,  # 办法第十六条
        ("road_merged", "conclude_final"): 6,
    }


def test_what_the_system_knows_by_itself() -> None:
    housing = {each.code for each in DOCUMENTS if each.when is When.HOUSING}
    assert housing == {"household_acceptance", "building_fil_06"}
    assert not any(each.may_not_apply for each in DOCUMENTS if each.when)


def test_a_code_stands_once_in_the_whole_catalogue() -> None:
    codes = [document.code for document in DOCUMENTS]
    assert len(set(codes)) == len(codes)
    assert max(map(len, codes)) <= 40


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.code)
def test_a_document_is_named_in_both_languages(document: Document) -> None:
    assert _CHINESE.search(document.title)
    assert not _CHINESE.search(document.title_en)


def test_a_list_is_named_in_both_languages() -> None:
    titles = [(lst.title, lst.title_en) for found in CATALOGUES for lst in found.lists]
    assert all(_CHINESE.search(zh) and not _CHINESE.search(en) for zh, en in titles)


def test_the_forms_of_gb_50300_appendix_h_only_remind() -> None:
    lists = {each.title: each.documents for each in of_process("building", CATALOGUES).lists}
    for title, least in (
        ("质量控制资料", 50),
        ("安全和功能检验资料", 35),
        ("观感质量检查记录", 12),
    ):
        assert len(lists[title]) >= least
        assert {document.blocks for document in lists[title]} == {False}
        assert Need.EXPECTED in {document.need for document in lists[title]}
    maybe = {each.code for each in lists["质量控制资料"] if each.may_not_apply}
    assert {"building_h2_09", "building_h2_19"} <= maybe


@pytest.mark.parametrize("process", PROCESSES)
def test_frozen_lists_come_back_as_they_were(process: str) -> None:
    lists = of_process(process, CATALOGUES)
    again = from_document(json.loads(lists.body))
    assert (again, again.digest) == (lists, lists.digest)


def test_any_change_of_a_list_is_another_version() -> None:
    lists = read_catalogue(GOOD)
    for changed in ('need = "expected"', 'need = "required"\nverified = false'):
        assert read_catalogue(GOOD.replace('need = "required"', changed)).digest != lists.digest
    assert read_catalogue(GOOD + "verified = true\n").digest == lists.digest


def test_the_digest_of_a_known_list_never_changes() -> None:
    # Attempts name their lists by this digest: a change here orphans them all.
    digest = "e93c381de93406e87ba67c35a7af96558122a7798174185a1b40abf8361ff6ba"
    assert read_catalogue(GOOD).digest == digest


@pytest.mark.parametrize(
    "text",
    [
        GOOD + GOOD.split("\n", 1)[1],
        GOOD + 'colour = "red"\n',
        GOOD + 'when = "housing"\n',
        GOOD.replace('"required"', '"if_applicable"\nwhen = "sunday"'),
        GOOD.replace('"owner"', '"nobody"'),
        GOOD.replace('"required"', '"perhaps"'),
        GOOD.replace('"第一条"', '""'),
        GOOD.split("[[list.document]]", maxsplit=1)[0],
    ],
)
def test_a_list_that_is_none_is_refused(text: str) -> None:
    assert read_catalogue(GOOD).document("a") is not None
    with pytest.raises(DocumentListError):
        read_catalogue(text)


def test_a_code_that_two_files_ask_for_is_refused() -> None:
    with pytest.raises(DocumentListError):
        of_process("building", [read_catalogue(GOOD), read_catalogue(GOOD)])
