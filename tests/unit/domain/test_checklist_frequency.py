"""How many places and values a checklist needs, from the frequency of the standard in numbers."""

import re
from decimal import Decimal

import pytest

from acceptance.domain.checklists.frequency import (
    Extent,
    Frequency,
    Per,
    Repeated,
    places_required,
    points_required,
)
from acceptance.domain.checklists.reading import TemplateError, from_document
from acceptance.domain.checklists.words import ItemKind
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    template_document,
)
from tests.builders.shipped_checklists import TEMPLATES

PER_200 = Frequency(Per.LENGTH, count=4, every=Decimal(200))
AREA = Frequency(Per.AREA, every=Decimal(100), least=3)
TENTH = Frequency(Per.SHARE, share=Decimal(10), least=5)
LAYERED = Frequency(Per.LENGTH, count=2, every=Decimal(200), repeated=Repeated.LAYER)
SIDES = Frequency(Per.LENGTH, count=5, every=Decimal(1000), repeated=Repeated.SIDE)
LANES = Frequency(Per.LENGTH, every=Decimal(20), repeated=Repeated.LANE)
METRE = Decimal("0.001")


@pytest.mark.parametrize(
    ("frequency", "extent", "places"),
    [
        (PER_200, Extent(length=Decimal(200) - METRE), 4),
        (PER_200, Extent(length=Decimal(200)), 4),
        (PER_200, Extent(length=Decimal(200) + METRE), 8),
        (PER_200, Extent(length=Decimal(1000)), 20),
        (PER_200, Extent(area=Decimal(1000)), None),
        (AREA, Extent(area=Decimal(50)), 3),
        (AREA, Extent(area=Decimal(300)), 3),
        (AREA, Extent(area=Decimal("300.1")), 4),
        (AREA, Extent(length=Decimal(300)), None),
        (TENTH, Extent(pieces=3), 3),
        (TENTH, Extent(pieces=40), 5),
        (TENTH, Extent(pieces=50), 5),
        (TENTH, Extent(pieces=51), 6),
        (TENTH, Extent(), None),
        (Frequency(Per.SHARE, share=Decimal(100)), Extent(pieces=7), 7),
        (Frequency(Per.STRUCTURE, count=3), Extent(structures=4), 12),
        (Frequency(Per.STRUCTURE, every=Decimal(10)), Extent(structures=11), 2),
        (Frequency(Per.STRUCTURE, count=3), Extent(pieces=4), None),
        (Frequency(Per.CHECKLIST, count=5), Extent(), 5),
        (LAYERED, Extent(length=Decimal(400), layers=3), 12),
        (LAYERED, Extent(length=Decimal(400)), 4),
        (SIDES, Extent(length=Decimal(1500), sides=2), 20),
        (LANES, Extent(length=Decimal(100), lanes=2, sides=5, layers=5), 10),
    ],
)
def test_the_places_follow_the_extent(
    frequency: Frequency, extent: Extent, places: int | None
) -> None:
    assert places_required(frequency, extent) == places


def test_every_place_has_its_readings() -> None:
    straightedge = Frequency(Per.LENGTH, count=2, every=Decimal(200), readings=5)
    assert points_required(straightedge, Extent(length=Decimal(500))) == 30
    assert points_required(straightedge, Extent()) is None


@pytest.mark.parametrize("frequency", [PER_200, AREA, TENTH, LAYERED])
def test_more_work_never_needs_fewer_places(frequency: Frequency) -> None:
    found = [
        places_required(frequency, Extent(Decimal(size), Decimal(size), size, size)) or 0
        for size in range(1, 900, 7)
    ]
    assert found == sorted(found)


def test_a_frequency_comes_back_from_its_stored_document() -> None:
    sample = {"per": "length", "every": "200", "count": 2, "readings": 5, "repeated": "side"}
    template = make_template(item_document(sample=sample))
    assert template.items[0].sample == Frequency(
        Per.LENGTH, 2, Decimal(200), readings=5, repeated=Repeated.SIDE
    )
    assert from_document(template.to_document()) == template
    assert template.to_document()["section"][0]["item"][0]["sample"] == sample


@pytest.mark.parametrize(
    ("sample", "kind", "key", "code"),
    [
        ({"per": "mile"}, "measure", "sample.per", "template_word_unknown"),
        ({"per": "length"}, "measure", "sample.every", "template_sample_every_missing"),
        ({"per": "length", "every": "0"}, "measure", "sample.every", "template_sample_below_one"),
        ({"per": "checklist", "count": 0}, "measure", "sample.count", "template_sample_below_one"),
        ({"per": "share"}, "count", "sample.share", "template_sample_share"),
        ({"per": "checklist", "share": 5}, "count", "sample.share", "template_sample_share"),
        ({"per": "share", "share": 101}, "count", "sample.share", "template_rate_out_of_range"),
        (
            {"per": "share", "share": 9, "count": 2},
            "count",
            "sample.count",
            "template_sample_key_unused",
        ),
        (
            {"per": "checklist", "every": 9},
            "count",
            "sample.every",
            "template_sample_key_unused",
        ),
        ({"per": "length", "pieces": 9}, "measure", "sample.pieces", "template_key_unknown"),
        ({"per": "checklist"}, "yes_no", "sample", "template_key_of_measures"),
    ],
)
def test_a_frequency_that_says_nothing_is_refused(
    sample: Document, kind: str, key: str, code: str
) -> None:
    limits = {} if kind == "measure" else {"high": None, "near": None}
    with pytest.raises(TemplateError) as refused:
        from_document(template_document(item_document(kind=kind, sample=sample, **limits)))
    found = {finding.field.split(".", 1)[1]: finding.code for finding in refused.value.findings}
    assert code in {at: each for at, each in found.items() if at.endswith(key)}.values()


# Words that leave the number of places open: a shift, a system, a lot whose size nobody names.
_OPEN = re.compile(
    r"全数|抽查$|工作班|台班|每检验批$|每单元$|每个系统|面积抽样|每户每间|搅拌机|附录|每边"
)


def test_every_shipped_frequency_with_numbers_has_them_as_numbers() -> None:
    without = {
        item.frequency
        for template in TEMPLATES.values()
        for item in template.items
        if item.kind is not ItemKind.YES_NO and item.frequency and item.sample is None
    }
    assert {text for text in without if not _OPEN.search(text)} == set()


def test_the_numbers_say_what_the_words_say() -> None:
    """A number of the frequency never stands in no word of it."""
    for template in TEMPLATES.values():
        for item in template.items:
            if item.sample is None:
                continue
            words = item.frequency.replace("公里", "1000").replace("1 km", "1000")
            assert item.sample.every == 1 or str(item.sample.every) in words, item.code
            assert item.sample.share is None or str(item.sample.share) in words, item.code
            repeated = {"每层": Repeated.LAYER, "车道": Repeated.LANE, "每侧": Repeated.SIDE}
            said = [
                word for text, word in repeated.items() if text in words.replace("压实层", "每层")
            ]
            assert [item.sample.repeated] == (said or [Repeated.ONCE]), item.code
