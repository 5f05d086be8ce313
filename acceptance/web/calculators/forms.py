"""The form of a method, made from what the method declares; no method is known by its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import Field as Entry
from typing import Any, cast

from wtforms import FieldList, Form, FormField

from acceptance.domain.arithmetic import number_text
from acceptance.domain.evaluation.inputs import (
    Kind,
    Shape,
    inputs_of,
    is_required,
    name_of,
    shape_of,
)
from acceptance.domain.evaluation.method import Method
from acceptance.web.calculators.leaves import AbsentField, ChoiceField, ListField, TypedField
from acceptance.web.calculators.naming import input_title, word_title
from acceptance.web.forms import BaseForm
from acceptance.web.wording import gettext

MOST_ROWS = 300
ABSENT = "absent"
_LEAVES = {
    Kind.FLAG: ChoiceField,
    Kind.WORD: ChoiceField,
    Kind.NUMBERS: ListField,
}


class CalculationForm(BaseForm):
    """The inputs of one method. It changes nothing, so that it needs no token against forgery."""

    class Meta(BaseForm.Meta):
        """As everywhere, without the token."""

        csrf = False


# Only the checker knows it as generic.
class NeededGroup(FormField):  # type: ignore[type-arg]
    """Fields that the method cannot do without, so that each says so where nobody touched them."""

    def __init__(self, fields: type[Form], label: str, **kwargs: Any) -> None:
        super().__init__(fields, label, **kwargs)
        self.type = FormField.__name__


class RowForm(Form):
    Meta = CalculationForm.Meta


def form_of(method: Method[Any]) -> type[CalculationForm]:
    """The form class of a method in the language of this request."""
    return cast(
        "type[CalculationForm]",
        type("MethodForm", (CalculationForm,), _fields(method.name, inputs_of(method.given))),
    )


def _fields(method: str, entries: Iterable[Entry[Any]]) -> dict[str, Any]:
    return {name_of(entry): _field(method, entry) for entry in entries}


def _field(method: str, entry: Entry[Any]) -> Any:
    shape, label = shape_of(entry), input_title(method, name_of(entry))
    if shape.kind is Kind.ROW:
        if is_required(entry):
            return NeededGroup(_row_form(method, shape), label)
        return FormField(_row_form(method, shape), label, description=gettext("选填"))
    if shape.kind is Kind.ROWS:
        row = FormField(_row_form(method, shape), label)
        return FieldList(row, label, min_entries=max(1, shape.least), max_entries=MOST_ROWS)
    if shape.kind is Kind.TABLE:
        row_form = _row_form(method, shape)
        named = {word: FormField(row_form, word_title(word)) for word in shape.words}
        return FormField(type("TableForm", (RowForm,), named), label)
    leaf = _LEAVES.get(shape.kind, TypedField)
    return leaf(label, entry=entry, description=_hint(shape))


def _row_form(method: str, shape: Shape) -> type[RowForm]:
    fields = _fields(method, inputs_of(cast("type[Any]", shape.row)))
    if shape.empty_rows:
        fields[ABSENT] = AbsentField(input_title(method, ABSENT))
    return type("MethodRowForm", (RowForm,), fields)


def _hint(shape: Shape) -> str:
    """What may be typed: the limits of a number, how a list is separated, the form of a day."""
    if shape.kind is Kind.DAY:
        return gettext("例如 2026-11-25")
    bounds = (("≥", shape.low), (">", shape.above), ("≤", shape.high))
    said = [f"{sign} {number_text(bound)}" for sign, bound in bounds if bound is not None]
    if shape.kind is Kind.COUNT:
        said += [f"{word}（{word_title(word)}）" for word in shape.words]
    if shape.kind is Kind.NUMBERS:
        said.insert(0, gettext("用空格、逗号或换行分开，也可从表格整列粘贴"))
    return gettext("；").join(said)
