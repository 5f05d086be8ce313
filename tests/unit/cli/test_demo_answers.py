"""What the demonstration's inspectors enter comes out as they mean it, with every template."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acceptance.cli.catalogue import CHECKLISTS, read_folder
from acceptance.cli.demo.answers import Mood, answers_for, begun_answers
from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.cautions import Beside, cautions_of
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.words import ItemKind, Verdict
from acceptance.domain.projects import Grade

TEMPLATES = {template.code: template for template in read_folder(CHECKLISTS)}
# How long an example takes says nothing on a machine that does other work as well.
SOME = settings(deadline=None, max_examples=30)
EVERY = pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES)


def parsed(template: Template, document: object) -> Answers:
    answers = parse_answers(template, document)
    assert isinstance(answers, Answers), answers
    return answers


@EVERY
@SOME
@given(seed=st.text(max_size=12))
def test_good_values_pass_and_none_is_near_its_limit(template: Template, seed: str) -> None:
    verdict = judge(template, parsed(template, answers_for(template, seed)))
    assert (verdict.verdict, verdict.near) == (Verdict.PASSED, ())
    assert verdict.grade in {None, Grade.EXCELLENT}


@EVERY
@SOME
@given(seed=st.text(max_size=12))
def test_near_values_pass_and_are_seen(template: Template, seed: str) -> None:
    verdict = judge(template, parsed(template, answers_for(template, seed, Mood.NEAR)))
    watched = [i for i in template.items if i.kind is ItemKind.MEASURE and i.near is not None]
    assert verdict.verdict is Verdict.PASSED
    assert len(verdict.near) == min(2, len(watched))


@EVERY
@SOME
@given(seed=st.text(max_size=12))
def test_bad_values_fail_in_one_item(template: Template, seed: str) -> None:
    verdict = judge(template, parsed(template, answers_for(template, seed, Mood.BAD)))
    assert (verdict.verdict, len(verdict.failed)) == (Verdict.FAILED, 1)


@EVERY
def test_a_begun_checklist_is_incomplete(template: Template) -> None:
    verdict = judge(template, parsed(template, begun_answers(template, "x")))
    assert verdict.verdict is Verdict.INCOMPLETE


def test_the_same_seed_gives_the_same_answers() -> None:
    template = next(iter(TEMPLATES.values()))
    assert answers_for(template, "a") == answers_for(template, "a") != answers_for(template, "b")


@EVERY
def test_the_reports_of_a_strength_lot_leave_nothing_to_ask(template: Template) -> None:
    day = date(2026, 11, 25)
    answers = parsed(template, answers_for(template, "x", on=day))
    beside = Beside(on=day)
    cautions = [
        c for i in template.items for c in cautions_of(template, i, answers.of(i.code), beside)
    ]
    assert cautions == []
