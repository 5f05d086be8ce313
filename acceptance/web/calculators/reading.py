"""From a filled form to the input that the strict reader takes, with every error at its field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wtforms import Field, FieldList, FormField

from acceptance.domain.evaluation.inputs import is_required
from acceptance.domain.evaluation.method import Method
from acceptance.domain.evaluation.reading import InputError, read_field
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.web.calculators.forms import ABSENT, CalculationForm, NeededGroup
from acceptance.web.calculators.leaves import AbsentField, ChoiceField
from acceptance.web.calculators.naming import said
from acceptance.web.forms import ALWAYS_ALLOWED, leaves


@dataclass(slots=True)
class _Read:
    """What was read so far: the field of every place, and the places that are wrong."""

    places: dict[str, Field] = field(default_factory=dict)
    wrong: list[Finding] = field(default_factory=list)


def calculated(
    method: Method[Any], form: CalculationForm, editions: Editions = SHIPPED
) -> Evaluation | None:
    """The result; None where something is wrong, which then stands at the fields.

    Every field is read first, so that all its errors are found at once; what concerns several
    fields together the method itself says.
    """
    read = _Read()
    document = _object(_inputs(form), "", read)
    if not read.wrong:
        try:
            return method.of(document, editions)
        except InputError as error:
            read.wrong.append(error.finding)
    for finding in read.wrong:
        _refuse(form, read, finding, method.name)
    return None


def _inputs(form: Any) -> list[Field]:
    return [each for each in form if each.short_name not in ALWAYS_ALLOWED]


def _object(fields: Iterable[Field], place: str, read: _Read) -> dict[str, Any]:
    document = {}
    for each in fields:
        if isinstance(each, AbsentField):
            continue
        at = f"{place}.{each.short_name}" if place else str(each.short_name)
        read.places[at] = each
        value = _value(each, at, read)
        if value is not None:
            document[each.short_name] = value
    return document


def _value(each: Field, place: str, read: _Read) -> Any:
    if isinstance(each, FieldList):
        return _rows(each, place, read)
    if isinstance(each, FormField):
        # Fields that nobody touched are no input; those that are needed say that they are missing.
        blank = is_blank(each)
        if blank and not isinstance(each, NeededGroup):
            return None
        return _object(each.form, place, read) or (None if blank else {})
    return _leaf(each, place, read)


def _rows(rows: FieldList[Any], place: str, read: _Read) -> list[Any]:
    filled = [entry for entry in rows.entries if not is_blank(entry)]
    found = []
    for at, entry in enumerate(filled):
        read.places[f"{place}.{at}"] = entry
        row = _absent_row if ABSENT in entry.form and entry.form[ABSENT].data else _object
        found.append(row(entry.form, f"{place}.{at}", read))
    return found


def _absent_row(form: Any, place: str, read: _Read) -> None:
    """Null in place of the row; whatever else was typed into it is a contradiction."""
    for each in form:
        at = f"{place}.{each.short_name}"
        if each.short_name != ABSENT and not each.is_blank:
            read.places[at] = each
            read.wrong.append(InputError("input_one_of_two", at, other=ABSENT).finding)


def _leaf(each: Any, place: str, read: _Read) -> Any:
    try:
        read_field(each.entry, each.value, place)
    except InputError as error:
        read.wrong.append(error.finding)
    return each.value


def is_blank(group: Field) -> bool:
    """Whether nobody has entered anything here; what was chosen beforehand does not count."""
    found: list[Any] = list(leaves([group]))
    if all(isinstance(each, ChoiceField) and is_required(each.entry) for each in found):
        return False
    return all(each.is_blank for each in found)


def _refuse(form: CalculationForm, read: _Read, finding: Finding, method: str) -> None:
    """At the field of the place, or at the first field within it; above the form as the last."""
    place = finding.field
    while place and place not in read.places:
        place = place.rpartition(".")[0]
    message, rest = said(finding, method), finding.field.removeprefix(place).strip(".")
    if rest.isdigit():
        message = f"{message}（{int(rest) + 1}）"
    target = next(iter(leaves([read.places[place]])), None) if place else None
    if target is None:
        form.form_errors.append(message)
    else:
        target.errors = [*target.errors, message]
