"""The document lists that ship: every process has them, and each document says what it must."""

import re
from pathlib import Path

import pytest

from acceptance import domain
from acceptance.domain.document_lists import Document, DocumentListError, Need, read_catalogue
from acceptance.workflow.actions import Action
from acceptance.workflow.papers import PAPERS
from acceptance.workflow.processes import PROCESSES

FOLDER = Path(domain.__file__).resolve().parents[1] / "catalogue" / "documents"
CATALOGUES = [read_catalogue(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.toml")]
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


def test_every_process_has_its_lists_once() -> None:
    named = [process for found in CATALOGUES for process in found.processes]
    assert sorted(named) == sorted(PROCESSES)


def test_a_code_stands_once_in_the_whole_catalogue_and_is_no_condition() -> None:
    codes = [document.code for document in DOCUMENTS]
    assert len(set(codes)) == len(codes)
    assert max(map(len, codes)) <= 40
    assert not set(codes) & {paper.code for papers in PAPERS.values() for paper in papers}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.code)
def test_a_document_is_named_in_both_languages(document: Document) -> None:
    assert _CHINESE.search(document.title)
    assert not _CHINESE.search(document.title_en)


def test_a_list_is_wanted_before_a_step_of_each_of_its_processes() -> None:
    for found in CATALOGUES:
        for listed in found.lists:
            assert not _CHINESE.search(listed.title_en)
            assert [
                process
                for process in found.processes
                if Action(listed.before) in {row.action for row in PROCESSES[process].transitions}
            ], listed.title


def test_the_forms_of_gb_50300_appendix_h_are_there() -> None:
    building = next(each for each in CATALOGUES if "building" in each.processes)
    counts = {listed.title: len(listed.documents) for listed in building.lists}
    assert counts["质量控制资料"] >= 50
    assert counts["安全和功能检验资料"] >= 35
    assert counts["观感质量检查记录"] >= 12
    needs = {document.need for listed in building.lists for document in listed.documents}
    assert needs == set(Need)


@pytest.mark.parametrize(
    "text",
    [
        GOOD + GOOD.split("\n", 1)[1],
        GOOD + 'colour = "red"\n',
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
