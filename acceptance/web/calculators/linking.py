"""A calculation as an address, to be sent to whoever wants to check it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from flask import request, url_for

from acceptance.web.calculators.forms import ABSENT, CalculationForm
from acceptance.web.evaluation_examples import EXAMPLES
from acceptance.web.forms import ALWAYS_ALLOWED, has_shape, leaves, unknown_names
from acceptance.web.wording import gettext

# The server takes a request line of 4094 bytes; the address of the house is part of a link too.
LONGEST_LINK = 3000


def example_of(method: str) -> str:
    """The address of the example of a method."""
    return f"{url_for('.show', name=method)}?{urlencode(list(_typed(EXAMPLES[method], '')))}"


def _typed(given: Any, name: str) -> Iterator[tuple[str, str]]:
    """What a person would type for an input, by the names of the fields."""
    if isinstance(given, dict):
        for each, value in given.items():
            yield from _typed(value, f"{name}-{each}" if name else each)
    elif isinstance(given, list) and isinstance(given[-1], dict):
        for number, value in enumerate(given):
            yield from _typed({ABSENT: "y"} if value is None else value, f"{name}-{number}")
    elif isinstance(given, list):
        yield name, " ".join(map(str, given))
    else:
        yield name, str(given).lower() if isinstance(given, bool) else str(given)


def check_link(form: CalculationForm) -> None:
    """An address is checked as a form is: known names, one value each, nothing that nobody types."""
    for field in leaves(form):
        has_shape(field)
    for name in unknown_names(request.args, (field.name for field in leaves(form))):
        form.form_errors.append(gettext("表单里没有“%(name)s”这一项", name=name[:60]))


def link_of(method: str, form: CalculationForm) -> str:
    """The address with everything that was entered."""
    given = [
        (field.name, field.data)
        for field in leaves(form)
        if field.name not in ALWAYS_ALLOWED and field.data
    ]
    return f"{url_for('.show', name=method)}?{urlencode(given)}"
