"""Every stored word has its title on paper, in characters the faces have."""

from dataclasses import replace
from enum import StrEnum

import pytest

from acceptance.documents import wording
from acceptance.documents.faces import unprintable
from acceptance.domain.attempts import AttemptResult
from acceptance.domain.certificates import Paper
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Category, Grade, SizeBasis, SizeClass
from tests.builders import certificates

TITLES: list[tuple[type[StrEnum], dict[StrEnum, str]]] = [
    (Category, dict(wording.CATEGORIES)),
    (SizeClass, dict(wording.SIZES)),
    (SizeBasis, dict(wording.SIZE_BASES)),
    (Grade, dict(wording.GRADES)),
    (AttemptResult, dict(wording.RESULTS)),
]


@pytest.mark.parametrize(
    ("words", "titles"), TITLES, ids=lambda item: getattr(item, "__name__", "")
)
def test_every_word_has_a_title(words: type[StrEnum], titles: dict[StrEnum, str]) -> None:
    assert set(titles) == set(words)
    assert unprintable(titles.values()) == ""


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("role", PartyRole)
def test_every_party_has_a_title_that_fits_its_label(paper: Paper, role: PartyRole) -> None:
    assert 4 <= len(wording.role_title(paper, role)) <= 6


def test_the_owner_of_a_road_is_its_legal_entity() -> None:
    assert wording.role_title(Paper.BUILDING, PartyRole.OWNER) == "建设单位"
    assert wording.role_title(Paper.ROAD, PartyRole.OWNER) == "项目法人"
    assert wording.role_title(Paper.WATER, PartyRole.OWNER) == "项目法人"
    assert wording.role_title(Paper.ROAD, PartyRole.OPERATOR) == "养护管理单位"


@pytest.mark.parametrize(
    ("size", "title"),
    [
        (SizeClass.SMALL, "小型水利工程竣工验收鉴定书"),
        (SizeClass.MEDIUM, "水利工程竣工验收鉴定书"),
    ],
)
def test_only_small_water_works_say_so(size: SizeClass, title: str) -> None:
    assert wording.paper_title(replace(certificates.water(), size_class=size)) == title


def test_a_paper_says_why_it_has_no_grade() -> None:
    assert wording.grade_text(certificates.building()) == "合格（所用规则集不评优良）"
    assert wording.grade_text(certificates.road()) == "合格（本阶段不评优良）"
    graded = replace(certificates.building(), grade=Grade.EXCELLENT)
    assert wording.grade_text(graded) == "优良"


def test_a_paper_says_what_kept_an_attempt_from_passing_at_once() -> None:
    facts = certificates.building()
    later = replace(facts, first_time=False)
    assert wording.first_time_text(facts) == "是"
    assert wording.first_time_text(certificates.second_attempt()) == "否（首次2026-09-08未通过）"
    assert wording.first_time_text(certificates.crowded()) == "否（整改后合格）"
    assert wording.first_time_text(later) == "否"


@pytest.mark.parametrize(
    ("result", "first"), [(AttemptResult.PASSED, True), (AttemptResult.CONDITIONAL, False)]
)
def test_after_a_void_attempt_the_next_one_is_the_first(result: AttemptResult, first: bool) -> None:
    facts = replace(certificates.building(works=0), attempt=2, first_time=first, result=result)
    assert wording.attempt_text(facts) == "第2次（计入首次）"


def test_after_a_failed_attempt_the_next_one_is_not() -> None:
    assert wording.attempt_text(certificates.second_attempt()) == "第2次（首次未通过）"
