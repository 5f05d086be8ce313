"""The single fields of a calculator form: what was typed, as the strict reader takes it."""

from __future__ import annotations

import re
from dataclasses import Field
from typing import Any

from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from acceptance.domain.evaluation.inputs import Kind, is_required, name_of, shape_of
from acceptance.domain.exact import normalised
from acceptance.web.calculators.naming import word_title
from acceptance.web.wording import gettext

LONGEST_LIST = 200_000
# A list is typed with spaces, commas or line ends, or pasted as a column of a spreadsheet.
_BETWEEN = re.compile(r"[\s,，、;；]+")
_YES, _NO = "true", "false"


class TypedField(StringField):
    """A number, a count or a day typed as text."""

    def __init__(self, label: str, entry: Field[Any], **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.entry = entry
        self.flags.required = is_required(entry)

    @property
    def is_blank(self) -> bool:
        return not (self.data or "").strip()

    @property
    def value(self) -> Any:
        """Full-width digits are made narrow; whether it is a number is for the reader to say."""
        return None if self.is_blank else normalised(str(self.data))


class ListField(TextAreaField):
    """A list of numbers."""

    def __init__(self, label: str, entry: Field[Any], **kwargs: Any) -> None:
        super().__init__(label, [Length(max=LONGEST_LIST)], **kwargs)
        self.entry = entry
        self.flags.required = is_required(entry)

    @property
    def is_blank(self) -> bool:
        return not (self.data or "").strip()

    @property
    def value(self) -> Any:
        texts = [text for text in _BETWEEN.split(self.data or "") if text]
        return [normalised(text) for text in texts] or None


class ChoiceField(SelectField):
    """A word of a closed list, or yes and no; what is already chosen is no entry of a person."""

    def __init__(self, label: str, entry: Field[Any], **kwargs: Any) -> None:
        shape = shape_of(entry)
        self.is_flag = shape.kind is Kind.FLAG
        words = {word: word_title(word, name_of(entry)) for word in shape.words}
        choices = {_YES: gettext("是"), _NO: gettext("否")} if self.is_flag else words
        first = _chosen(entry, next(iter(choices)))
        nothing = [("", gettext("不填"))] if first == "" else []
        super().__init__(label, default=first, **kwargs)
        self.choices = [*nothing, *choices.items()]
        self.entry, self.first = entry, first
        self.flags.required = is_required(entry)

    @property
    def is_blank(self) -> bool:
        return self.data in {None, self.first}

    @property
    def value(self) -> Any:
        if self.is_flag and self.data in {_YES, _NO}:
            return self.data == _YES
        return self.data or None


class AbsentField(BooleanField):
    """A row that the works do not have (缺项); then nothing else of the row is filled in."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.type = BooleanField.__name__

    @property
    def is_blank(self) -> bool:
        return not self.data


def _chosen(entry: Field[Any], first: str) -> str:
    if is_required(entry):
        return _NO if shape_of(entry).kind is Kind.FLAG else first
    if isinstance(entry.default, bool):
        return _YES if entry.default else _NO
    return str(entry.default or "")
