"""Whatever is written down as done can be read in words."""

from __future__ import annotations

import re

import pytest

from acceptance.i18n.acts import say_act
from acceptance.i18n.titles import ACT_TITLES
from acceptance.web.acceptances.words import PARTS
from acceptance.workflow.actions import Action
from tests.support.sources import own_modules, source

SERVICES = [source(name) for name in own_modules("acceptance/services/")]
RECORDED = re.compile(r'"([a-z]+\.[a-z_]+)"')
TOUCHED = re.compile(r'\btouch\(\s*[^)]*?"([a-z ]+)"\)', re.DOTALL)


def test_every_act_of_the_services_has_a_title() -> None:
    written = {tag for text in SERVICES for tag in RECORDED.findall(text)}
    assert "attempt.opened" in written
    assert {tag for tag in written if tag not in ACT_TITLES} == set()


def test_every_part_somebody_can_take_has_a_word() -> None:
    touched = {act for text in SERVICES for act in TOUCHED.findall(text)}
    assert "inspected" in touched
    assert touched - set(PARTS) == set()


@pytest.mark.parametrize("action", Action)
def test_a_step_is_called_by_its_action(action: Action) -> None:
    assert re.search(r"[\u4e00-\u9fff]", say_act(f"stage.{action}", "zh"))


def test_an_act_of_a_later_version_keeps_its_tag() -> None:
    assert say_act("stage.fly", "zh") == "stage.fly"
