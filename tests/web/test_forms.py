"""What every form does with what was typed."""

import gettext
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import wtforms
from flask import Flask, render_template_string
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import UnsupportedMediaType
from wtforms import (
    FieldList,
    FormField,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, Optional

from acceptance.web.fields import Between, CountField, DayField, ExactDecimalField, Filled
from acceptance.web.form_words import WORDS
from acceptance.web.forms import BaseForm


class RowForm(wtforms.Form):
    value = ExactDecimalField("值", [Optional()])


class WorksForm(BaseForm):
    name = StringField("名称", [Filled(), Length(max=10)])
    note = TextAreaField("备注")
    length = ExactDecimalField("里程", [Filled(), Between(0, 100)], places=3)
    count = CountField("点数")
    day = DayField("日期")
    kind = SelectField("类别", choices={"road": "路", "water": "水"})
    secret = PasswordField("密码")
    rows = FieldList(FormField(RowForm))


GOOD = {"name": "一号路", "length": "3.25", "kind": "road"}


@pytest.fixture(autouse=True)
def posting(app: Flask) -> Iterator[None]:
    app.config["WTF_CSRF_ENABLED"] = False
    with app.test_request_context(method="POST"):
        yield


def filled(**typed: str | list[str]) -> WorksForm:
    return WorksForm(formdata=MultiDict({**GOOD, **typed}))


def posted(app: Flask, data: dict[str, str]) -> WorksForm:
    """A form of a real request, so that unknown names are seen."""
    with app.test_request_context(method="POST", data=data):
        form = WorksForm()
        form.validate()
        return form


def test_a_good_form_is_taken() -> None:
    form = filled(count="12", day="2026-11-12")
    assert form.validate(), form.errors
    assert (form.length.data, form.count.data) == (Decimal("3.25"), 12)
    assert form.day.data.isoformat() == "2026-11-12"


def test_blank_optional_fields_are_none() -> None:
    form = filled(count=" ", day="", note="")
    assert form.validate(), form.errors
    assert (form.count.data, form.day.data) == (None, None)


def test_missing_optional_fields_are_none() -> None:
    form = filled()
    assert form.validate(), form.errors
    assert (form.count.data, form.day.data) == (None, None)


@pytest.mark.parametrize("name", ["name", "length"])
@pytest.mark.parametrize("typed", ["", "  ", "\u3000"])
def test_a_blank_required_field_says_so(name: str, typed: str) -> None:
    form = filled(**{name: typed})
    assert not form.validate()
    assert form[name].errors == ["请填写"]


def test_a_missing_required_field_says_so() -> None:
    form = WorksForm(formdata=MultiDict({"kind": "road"}))
    assert not form.validate()
    assert (form.name.errors, form.length.errors) == (["请填写"], ["请填写"])


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3.250", "3.250"),
        ("３．２５", "3.25"),
        (" 7 ", "7"),
        ("0", "0"),
        (".5", "0.5"),
    ],
)
def test_numbers_are_taken_exactly(typed: str, number: str) -> None:
    form = filled(length=typed)
    assert form.validate(), form.errors
    assert form.length.data == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    ["NaN", "inf", "1e3", "1,000", "3.2500", "三", "--1", "1 2", "0x10", "1" * 30, "१२"],
)
def test_what_is_no_number_is_refused_and_kept(typed: str) -> None:
    form = filled(length=typed)
    assert not form.validate()
    assert form.length.errors == ["请填写数字，例如 12.5，小数最多 3 位"]
    assert f'value="{typed}"' in form.length()


@pytest.mark.parametrize("typed", ["-1", "1.5", "一", "1²", "1" * 13, "1e2"])
def test_a_count_is_a_whole_number(typed: str) -> None:
    form = filled(count=typed)
    assert not form.validate()
    assert form.count.errors == ["请填写整数，例如 12"]


@pytest.mark.parametrize(("typed", "message"), [("-0.1", "不能小于 0"), ("100.1", "不能大于 100")])
def test_limits_are_said(typed: str, message: str) -> None:
    form = filled(length=typed)
    assert not form.validate()
    assert form.length.errors == [message]


@pytest.mark.parametrize("typed", ["2026-02-30", "12/11/2026", "明天", "20261112"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    form = filled(day=typed)
    assert not form.validate()
    assert form.day.errors == ["请按 2026-11-12 的样子填写日期"]


def test_full_width_days_are_taken() -> None:
    form = filled(day="２０２６-１１-１２")
    assert form.validate(), form.errors


def test_texts_are_tidied() -> None:
    form = filled(name="  e\u0301 ", note=" a\r\nb \r")
    assert form.validate(), form.errors
    assert (form.name.data, form.note.data) == ("\u00e9", "a\nb")


def test_passwords_are_left_alone() -> None:
    form = filled(secret="  two spaces  ")
    assert form.validate(), form.errors
    assert form.secret.data == "  two spaces  "


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202e", "\u2066"])
def test_control_characters_are_refused(sign: str) -> None:
    form = filled(name=f"a{sign}b", note=f"a{sign}b")
    assert not form.validate()
    assert form.name.errors
    assert form.note.errors


def test_line_ends_belong_in_long_texts_only() -> None:
    assert filled(note="a\nb\tc").validate()
    assert not filled(name="a\nb").validate()


def test_too_long_is_said_with_the_limit() -> None:
    form = filled(name="一" * 11, note="二" * 2001)
    assert not form.validate()
    assert (form.name.errors, form.note.errors) == (["最多 10 字"], ["最多 2000 字"])


def test_a_field_takes_one_value() -> None:
    form = filled(name=["a", "b"])
    assert not form.validate()
    assert form.name.errors == ["这一项只能填一个值"]


def test_unknown_names_are_named(app: Flask) -> None:
    form = posted(app, GOOD | {"status": "passed", "rows-0-value": "1", "submit": ""})
    assert form.form_errors == ["表单里没有“status”这一项"]
    form = posted(app, GOOD | {"rows-0-verdict": "pass", "rows-0-value": "1"})
    assert form.form_errors == ["表单里没有“rows-0-verdict”这一项"]


@pytest.mark.parametrize("body", ['"x"', "[1]", "null", "{}", '{"name": ["一号路"]}', "{"])
def test_a_body_of_json_is_no_form(body: str, app: Flask) -> None:
    with (
        app.test_request_context(method="POST", data=body, content_type="application/json"),
        pytest.raises(UnsupportedMediaType),
    ):
        WorksForm()


def test_the_page_of_an_error_may_show_an_empty_form_all_the_same(app: Flask) -> None:
    with app.test_request_context(method="POST", data="[]", content_type="application/json"):
        assert WorksForm(formdata=None, data=GOOD).name.data == GOOD["name"]


def test_a_word_outside_the_list_is_refused() -> None:
    form = filled(kind="air")
    assert not form.validate()
    assert form.kind.errors == ["请从列表中选一项"]


def test_the_librarys_own_messages_all_have_our_words() -> None:
    catalogue = Path(wtforms.__file__).parent / "locale" / "zh" / "LC_MESSAGES" / "wtforms.mo"
    with catalogue.open("rb") as file:
        translations = gettext.GNUTranslations(file)
    known = {
        key[0] if isinstance(key, tuple) else key
        for key in translations._catalog  # type: ignore[attr-defined]
    }
    assert known - {""} <= WORDS.keys()


class ChoiceForm(BaseForm):
    answer = RadioField("结论", [Filled()], choices={"yes": "符合", "no": "不符合"})
    length = ExactDecimalField("里程", [Filled()])


def rendered(form: BaseForm) -> str:
    return render_template_string(
        '{% from "macros/forms.html" import field, errors_summary %}'
        '{{ errors_summary(form, "还没有登记") }}'
        '{{ field(form.length, hint="不要改", unit="km") }}'
        "{% if form.answer is defined %}{{ field(form.answer) }}{% endif %}",
        form=form,
    )


def test_a_field_is_tied_to_its_hint_error_and_unit() -> None:
    form = filled(length="<x>")
    form.validate()
    page = rendered(form)
    assert 'aria-describedby="length-hint length-error length-unit"' in page
    assert 'aria-invalid="true"' in page
    assert 'value="&lt;x&gt;"' in page
    assert '<label for="length">' in page
    assert page.index('id="length-error"') < page.index('id="length"')


def test_the_summary_counts_and_leads_to_the_fields() -> None:
    form = ChoiceForm(formdata=MultiDict({"length": ""}))
    form.validate()
    page = rendered(form)
    assert 'role="alert"' in page
    assert "还没有登记：2 处要处理" in page
    assert 'href="#length"' in page
    assert 'href="#answer"' in page
    assert '<fieldset class="ax-field has-error" id="answer"' in page


def test_a_good_field_has_no_signs_of_an_error() -> None:
    page = rendered(filled())
    assert "aria-invalid" not in page
    assert "ax-errors" not in page
