"""What the system wrote as a reason is read in the reader's language; what a person wrote is not."""

from __future__ import annotations

import pytest

from acceptance.domain.system_reasons import left_open
from acceptance.i18n.system_reasons import said_reason


@pytest.mark.parametrize(
    ("stored", "zh", "en"),
    [
        (left_open(90), "超过 90 日未作出结论", "Not concluded within 90 days"),
        # As it stands in the records of older versions.
        ("超过120日未作出结论", "超过 120 日未作出结论", "Not concluded within 120 days"),
        ("因超过90日未作出结论，申请作废", "因超过90日未作出结论，申请作废", None),
        ("Not concluded", "Not concluded", None),
        ("", "", None),
    ],
)
def test_reasons_of_the_system_are_said_in_words(stored: str, zh: str, en: str | None) -> None:
    assert said_reason(stored, "zh") == zh
    assert said_reason(stored, "en") == (stored if en is None else en)
