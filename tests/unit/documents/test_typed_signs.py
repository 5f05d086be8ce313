"""What the product itself prints on a record can be printed with the faces that it brings."""

from __future__ import annotations

from pathlib import Path

import pytest

from acceptance.documents.faces import unprintable
from acceptance.documents.record import render_record
from acceptance.documents.typed_signs import UNPRINTABLE, typed
from acceptance.domain.certificates import Paper
from acceptance.domain.projects import Level
from acceptance.i18n.evaluation_titles import FIGURE_TITLES, METHOD_TITLES, WORD_TITLES
from acceptance.queries import document_lists
from tests.builders.pdf import Pdf
from tests.builders.record_papers import ORDERED_AT, item, record

CATALOGUE = document_lists.FOLDER.parent


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("+5，−10 mm", "+5，-10 mm"),
        ("mcd·m⁻²·lx⁻¹", "mcd·m^-2·lx^-1"),
        ("1/10⁴", "1/10^4"),
        ("σ₀", "σ0"),
        ("m² · 30 ℃", "m² · 30 ℃"),
    ],
)
def test_a_sign_is_written_as_on_a_typewriter(text: str, plain: str) -> None:
    assert typed(text) == plain


@pytest.mark.parametrize(
    "file", sorted(CATALOGUE.rglob("*.toml")), ids=lambda file: Path(file).stem
)
def test_every_text_of_the_catalogue_can_be_printed(file: Path) -> None:
    assert unprintable((typed(file.read_text(encoding="utf-8")),)) == ""


def test_every_title_of_a_result_can_be_printed() -> None:
    titles = (*FIGURE_TITLES.values(), *METHOD_TITLES.values(), *WORD_TITLES.values())
    assert unprintable(map(typed, titles)) == ""


def test_a_tolerance_with_a_minus_reaches_the_paper_and_its_facts_keep_the_sign() -> None:
    facts = record(Paper.ROAD, Level.ITEM, items=(item(requirement="+10，−20 mm"),))
    pdf = Pdf(render_record(facts, ORDERED_AT))
    assert "+10，-20" in "".join(pdf.text(0).split())
    assert "−20" in pdf.attachment.decode()


def test_a_sign_that_nobody_can_print_is_marked_and_the_facts_keep_it() -> None:
    facts = record(Paper.ROAD, Level.ITEM, items=(item(note="合格😀"),))
    pdf = Pdf(render_record(facts, ORDERED_AT))
    assert f"合格{UNPRINTABLE}" in "".join(pdf.text(0).split())
    assert "😀" in pdf.attachment.decode()
