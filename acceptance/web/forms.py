"""The form that all forms are: what was typed is cleaned the same way, and kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from flask import Flask, abort, request
from flask_wtf import FlaskForm
from wtforms import (
    Field,
    FieldList,
    FormField,
    MultipleFileField,
    PasswordField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length

from acceptance.domain.findings import Finding
from acceptance.services.errors import RefusedError
from acceptance.web.form_words import FormWords
from acceptance.web.language import saying
from acceptance.web.wording import gettext

LONGEST_TEXT = 2000
ALWAYS_ALLOWED = frozenset({"csrf_token", "submit"})
LINE_ENDS = ("\r\n", "\r")
# Marks that turn the direction of writing can make one text look like another.
TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def tidy(text: object) -> object:
    """One spelling for what looks the same: composed characters, no space around, plain ends."""
    if not isinstance(text, str):
        return text
    for ending in LINE_ENDS:
        text = text.replace(ending, "\n")
    return unicodedata.normalize("NFC", text).strip()


def has_control_characters(text: str, *, lines: bool = False) -> bool:
    """Whether a text holds characters that no person types (line ends may be meant)."""
    allowed = "\n\t" if lines else ""
    return any(
        (unicodedata.category(sign) in {"Cc", "Cs"} and sign not in allowed) or sign in TURNING
        for sign in text
    )


def unknown_names(sent: Iterable[str], known: Iterable[str]) -> list[str]:
    """The names in a request that the form does not have, in the order of the request."""
    allowed = ALWAYS_ALLOWED.union(known)
    return [name for name in dict.fromkeys(sent) if name not in allowed]


class BaseForm(FlaskForm):
    """Checks shape: known names, one value each, no control characters, not too long."""

    class Meta(FlaskForm.Meta):
        """How fields are bound and in which words they speak."""

        def bind_field(self, form: Any, unbound_field: Any, options: Any) -> Any:
            field = unbound_field.bind(form=form, **options)
            # A password is taken as it is: a space at its end may be meant.
            if isinstance(field, StringField) and not isinstance(field, PasswordField):
                field.filters = (tidy, *field.filters)
            return field

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """A body of JSON is no form: the library would read it as one, whatever it holds."""
            if formdata is not None and request.is_json and form.is_submitted():
                abort(415)
            return super().wrap_formdata(form, formdata)

        def get_translations(self, _form: Any) -> FormWords:
            return FormWords()

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Check every field and the form as a whole; all messages are found at once."""
        fine = bool(super().validate(extra_validators=extra_validators))
        fields = list(leaves(self))
        for field in fields:
            fine = has_shape(field) and fine
        for name in unknown_names(self._sent(), (field.name for field in fields)):
            self.form_errors.append(gettext("表单里没有“%(name)s”这一项", name=name[:60]))
            fine = False
        return fine

    def refuse(self, *findings: Finding) -> None:
        """Show the reasons of a service at their fields, or above the form."""
        for finding in findings:
            field = self._fields.get(finding.field)
            if field is None:
                self.form_errors.append(saying(finding))
            else:
                field.errors = [*field.errors, saying(finding)]

    @property
    def error_count(self) -> int:
        """How many places have to be seen to."""
        return len(self.form_errors) + sum(1 for field in leaves(self) if field.errors)

    def _sent(self) -> list[str]:
        return [*request.form, *request.files] if self.is_submitted() else []


def only_a_button() -> None:
    """For forms of which only the button counts: whatever else is sent with it is refused."""
    for name in unknown_names((*request.form, *request.files), ()):
        raise RefusedError(Finding.of("document_field_unknown", field=name[:60]))


def leaves(fields: Iterable[Field]) -> Iterator[Field]:
    """The fields that carry a value, out of lists and nested forms too."""
    for field in fields:
        if isinstance(field, FormField):
            yield from leaves(field.form)
        elif isinstance(field, FieldList):
            yield from leaves(field.entries)
        else:
            yield field


def has_shape(field: Field) -> bool:
    """Whether what was sent for a field can be taken at all; if not, the field says why."""
    sent = field.raw_data or ()
    if len(sent) > 1 and not isinstance(field, SelectMultipleField | MultipleFileField):
        return _refuse(field, gettext("这一项只能填一个值"))
    if not isinstance(field, StringField) or not isinstance(field.data, str):
        return True
    if has_control_characters(field.data, lines=isinstance(field, TextAreaField)):
        return _refuse(field, gettext("含有不能保存的控制字符，请删去后重新输入"))
    limited = any(isinstance(validator, Length) for validator in field.validators)
    if not limited and len(field.data) > LONGEST_TEXT:
        return _refuse(field, gettext("最多 %(max)s 字", max=LONGEST_TEXT))
    return True


def _refuse(field: Field, message: str) -> bool:
    field.errors = [*field.errors, message]
    return False


def error_fields(form: BaseForm) -> list[Field]:
    """The fields with messages, in their order on the page; for the summary."""
    return [field for field in leaves(form) if field.errors]


def described(field: Field, hint: str = "", unit: str = "") -> str:
    """The ids of what describes a field, for aria-describedby."""
    parts = {"hint": hint or field.description, "error": field.errors, "unit": unit}
    return " ".join(f"{field.id}-{part}" for part, there in parts.items() if there)


def aria(
    field: Field, hint: str = "", unit: str = "", more: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What a screen reader needs to know of a control besides its label, and `more`."""
    words = {**(more or {}), "aria-describedby": described(field, hint, unit)}
    if field.errors:
        words["aria-invalid"] = "true"
    return {name: value for name, value in words.items() if value}


def init_app(app: Flask) -> None:
    """Give the field macros what they ask for."""
    app.jinja_env.globals.update(error_fields=error_fields, described=described, aria=aria)
