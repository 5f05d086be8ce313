"""How lines end."""

import pytest
from jinja2 import UndefinedError

from acceptance.documents.typesetting import environment, names, settled


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("一致同意通过竣工验收", "工验收"),
        ("一致同意通过竣工验收。", "验收。"),
        ("甲乙丙丁，戊己", "丁，戊己"),
        ("甲乙丙（丁戊己", "（丁戊己"),
    ],
)
def test_the_last_characters_stay_together(text: str, whole: str) -> None:
    assert settled(text).endswith(f'<span class="whole">{whole}</span>')
    assert settled(text).striptags() == text


@pytest.mark.parametrize("text", ["", "短", "无。", "a\nb", "x" * 50, "K0+000"])
def test_short_texts_are_left_alone(text: str) -> None:
    assert settled(text) == text


def test_a_name_is_never_broken() -> None:
    assert names("王一、赵二") == (
        '<span class="whole">王一、</span><span class="whole">赵二</span>'
    )


@pytest.mark.parametrize("made", [settled, names])
def test_markup_is_escaped(made: object) -> None:
    assert callable(made)
    assert "<b" not in str(made("<b>甲乙丙丁</b>、<b x>"))


def test_an_unknown_name_in_a_template_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nothing }}").render()
    assert environment().from_string("{{ a }}").render(a="<b>") == "&lt;b&gt;"
