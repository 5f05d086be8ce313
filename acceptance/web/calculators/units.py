"""In which unit an input or a figure of a method is."""

from __future__ import annotations

from typing import Any

from acceptance.domain.evaluation.inputs import inputs_of, name_of, shape_of
from acceptance.domain.evaluation.method import Method
from acceptance.i18n.evaluation_titles import UNIT_TITLES
from acceptance.web.wording import gettext

# What was measured; its figures are in its unit.
_MEASURED = ("groups", "values", "strengths")
_OF_THE_MEASURED = frozenset(
    {
        "deviation",
        "deviation_used",
        "lowest_allowed",
        "mean",
        "mean_required",
        "minimum",
        "minimum_required",
        "representative",
        "strengths",
        "threshold",
        "value",
    }
)
# Beams are broken by loads, but judged by stresses.
_STRESSES = {"beam-group": "MPa"}


def unit_title(unit: str) -> str:
    """A unit in the reader's language; most are the same in all."""
    return gettext(UNIT_TITLES[unit]) if unit in UNIT_TITLES else unit


def input_unit(method: Method[Any], name: str) -> str:
    """The unit of an input, empty where it has none."""
    return _beside(_units(method.given).get(name, ""))


def figure_unit(method: Method[Any], name: str) -> str:
    """The unit of a figure: that of the measured values, for what is computed from them."""
    if name not in _OF_THE_MEASURED:
        return ""
    units = _units(method.given)
    found = next((units[each] for each in _MEASURED if each in units), "")
    return _beside(_STRESSES.get(method.name, found))


def _beside(unit: str) -> str:
    """The unit as it stands beside a number; one that is a number itself is multiplied with it."""
    return f"× {unit}" if unit[:1].isdigit() else unit_title(unit)


def _units(given: type[Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in inputs_of(given):
        shape = shape_of(entry)
        found[name_of(entry)] = shape.unit
        if shape.row is not None:
            found = {**_units(shape.row), **found}
    return found
