"""Fields for the values of the trade: exact numbers, counts, days."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from werkzeug.datastructures import FileStorage
from wtforms import DateField, FileField, StringField
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import DateInput

from acceptance.domain.exact import NotANumberError, decimal, decimal_text, normalised
from acceptance.web.wording import gettext


class Filled:
    """Something was typed or chosen. Unlike the library's own validator it takes 0 as an answer."""

    field_flags = {"required": True}

    def __init__(self, message: Any = None) -> None:
        self.message = message

    def __call__(self, _form: Any, field: Any) -> None:
        sent = field.raw_data[0] if field.raw_data else None
        if sent is None or (isinstance(sent, str) and not sent.strip()):
            # Nothing was chosen: that it stands in no list either need not be said.
            field.errors = []
            raise StopValidation(str(self.message or gettext("请填写")))


class _NumberField(StringField):
    """A number typed as text: what was typed is kept, whatever it was."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.data = None
        text = valuelist[0] if valuelist else ""
        if not isinstance(text, str) or not text.strip():
            return
        try:
            self.data = self.read(text)
        except NotANumberError as error:
            raise ValueError(self.complaint()) from error

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def complaint(self) -> str:
        raise NotImplementedError

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else decimal_text(Decimal(self.data))


class ExactDecimalField(_NumberField):
    """A decimal, exactly as typed; full-width digits are taken, exponents and NaN are not.

    `places` is how many digits may stand behind the point.
    """

    def __init__(
        self, label: Any = None, validators: Any = None, places: int = 6, **kwargs: Any
    ) -> None:
        super().__init__(label, validators, **kwargs)
        self.places = places

    def read(self, text: str) -> Decimal:
        number = decimal(text)
        if self.places < -int(number.as_tuple().exponent):
            raise NotANumberError(text)
        return number

    def complaint(self) -> str:
        return str(gettext("请填写数字，例如 12.5，小数最多 %(places)s 位", places=self.places))


class CountField(_NumberField):
    """A whole number that is not negative."""

    def read(self, text: str) -> int:
        plain = normalised(text)
        if len(plain) > 12 or not (plain.isascii() and plain.isdigit()):
            raise NotANumberError(text)
        return int(plain)

    def complaint(self) -> str:
        return str(gettext("请填写整数，例如 12"))


class DayField(DateField):
    """A legal date, entered with the browser's own calendar."""

    widget = DateInput()

    def __init__(self, label: Any = None, validators: Any = None, **kwargs: Any) -> None:
        super().__init__(label, validators, format="%Y-%m-%d", **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = [normalised(str(text)) for text in valuelist]
        super().process_formdata([text for text in typed if text])


class UploadField(FileField):
    """A file. A text sent under its name is none, nor is a file part without a file."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        files = [sent for sent in valuelist if isinstance(sent, FileStorage) and sent.filename]
        self.raw_data = files
        self.data = files[0] if files else None


class Between:
    """A number within limits that are exact; an empty field is another validator's matter."""

    def __init__(
        self, least: Decimal | int | None = None, most: Decimal | int | None = None
    ) -> None:
        self.least = least
        self.most = most

    def __call__(self, _form: Any, field: Any) -> None:
        if field.data is None:
            return
        if self.least is not None and field.data < self.least:
            raise ValidationError(gettext("不能小于 %(min)s", min=self.least))
        if self.most is not None and field.data > self.most:
            raise ValidationError(gettext("不能大于 %(max)s", max=self.most))
