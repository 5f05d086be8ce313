"""Two people in one checklist: nothing typed is lost, and no mixture is made that nobody entered."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.checklists.diff import Conflict, compare, resolve

Document = dict[str, Any]


def point(value: str, place: str = "") -> Document:
    return {"place": place, "value": value}


def points(*values: Document) -> Document:
    return {"a": {"values": list(values)}}


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "merged"),
    [
        ({}, {}, {}, {}),
        ({}, {"a": {"note": "x"}}, {}, {"a": {"note": "x"}}),
        ({}, {}, {"a": {"note": "x"}}, {"a": {"note": "x"}}),
        ({}, {"a": {"note": "x"}}, {"b": {"note": "y"}}, {"a": {"note": "x"}, "b": {"note": "y"}}),
        ({"a": {"note": "x"}}, {}, {"a": {"note": "x"}}, {}),
        ({"a": {"note": "x"}}, {"a": {"note": "x"}}, {"a": {"note": "y"}}, {"a": {"note": "y"}}),
        (
            {"a": {"answer": "yes"}},
            {"a": {"answer": "no", "reason": "松"}},
            {"a": {"answer": "yes", "note": "n"}},
            {"a": {"answer": "no", "reason": "松", "note": "n"}},
        ),
        ({"a": {"note": ""}}, {}, {"a": {"note": "n"}}, {"a": {"note": "n"}}),
    ],
)
def test_what_only_one_changed_merges_by_itself(
    base: Document, theirs: Document, mine: Document, merged: Document
) -> None:
    assert compare(base, theirs, mine) == (merged, ())


def test_what_both_changed_is_a_choice() -> None:
    merged, conflicts = compare({"a": {"note": "0"}}, {"a": {"note": "1"}}, {"a": {"note": "2"}})
    assert merged == {"a": {"note": "1"}}
    assert conflicts == (Conflict("a.note", "0", "1", "2"),)


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "fields"),
    [
        (
            {"checked": "10", "failed": "1"},
            {"checked": "20", "failed": "1"},
            {"checked": "10", "failed": "3"},
            ["a.checked", "a.failed"],
        ),
        (
            {"answer": "no", "reason": "x"},
            {"answer": "no", "reason": "y"},
            {"answer": "yes"},
            ["a.answer", "a.reason"],
        ),
    ],
)
def test_fields_that_belong_together_are_not_mixed_from_two_hands(
    base: Document, theirs: Document, mine: Document, fields: list[str]
) -> None:
    merged, conflicts = compare({"a": base}, {"a": theirs}, {"a": mine})
    assert [conflict.field for conflict in conflicts] == fields
    assert merged == {"a": theirs}


def test_two_ends_of_a_road_merge_by_their_places() -> None:
    base = points(point("1", "K0"))
    theirs = points(point("1", "K0"), point("2", "K1"))
    mine = points(point("1", "K0"), point("9", "K9"), point("8", "K8"))
    merged, conflicts = compare(base, theirs, mine)
    assert not conflicts
    assert merged == points(point("1", "K0"), point("2", "K1"), point("9", "K9"), point("8", "K8"))


def test_one_place_measured_by_both_is_a_choice_of_that_point() -> None:
    theirs = points(point("1", "K0"), point("2", "K1"))
    mine = points(point("3", "K1"))
    merged, conflicts = compare({}, theirs, mine)
    assert conflicts == (Conflict("a.values.1", None, point("2", "K1"), point("3", "K1")),)
    assert resolve(merged, conflicts, frozenset({"a.values.1"})) == points(
        point("1", "K0"), point("3", "K1")
    )


def test_a_point_removed_by_one_and_changed_by_the_other_is_a_choice() -> None:
    base = points(point("1", "K0"), point("2", "K1"))
    theirs = points(point("1", "K0"))
    mine = points(point("1", "K0"), point("5", "K1"))
    merged, conflicts = compare(base, theirs, mine)
    assert conflicts == (Conflict("a.values.1", point("2", "K1"), None, point("5", "K1")),)
    assert resolve(merged, conflicts, frozenset({"a.values.1"})) == mine
    assert resolve(merged, conflicts, frozenset()) == theirs


def test_points_without_places_merge_by_position_while_none_is_added() -> None:
    base = points(point("1"), point("2"))
    merged, conflicts = compare(
        base, points(point("7"), point("2")), points(point("1"), point("8"))
    )
    assert (merged, conflicts) == (points(point("7"), point("8")), ())


def test_points_without_places_that_both_added_are_one_choice() -> None:
    theirs, mine = points(point("1")), points(point("2"), point("3"))
    merged, conflicts = compare({}, theirs, mine)
    assert merged == theirs
    assert conflicts == (Conflict("a.values", None, theirs["a"]["values"], mine["a"]["values"]),)
    assert resolve(merged, conflicts, frozenset({"a.values"})) == mine


def test_everything_may_be_removed_by_choice() -> None:
    base = {"a": {"note": "0"}} | {"b": {"values": [point("1", "K0")]}}
    theirs = {"a": {"note": "1"}, "b": {"values": [point("2", "K0")]}}
    merged, conflicts = compare(base, theirs, {})
    assert len(conflicts) == 2
    assert resolve(merged, conflicts, frozenset({"a.note", "b.values.0"})) == {}


texts = st.sampled_from(["", "1", "2", "3"])
place_points = st.lists(
    st.builds(point, st.sampled_from("123"), st.sampled_from(["", "K0", "K1", "K2"])), max_size=3
)
entries = st.fixed_dictionaries(
    {},
    optional={
        "answer": texts,
        "reason": texts,
        "design": texts,
        "checked": texts,
        "failed": texts,
        "note": texts,
        "values": place_points,
    },
)
documents = st.dictionaries(st.sampled_from("abc"), entries, max_size=3)


def plain(document: Document) -> Document:
    """Without what is blank."""
    kept = {code: {k: v for k, v in entry.items() if v} for code, entry in document.items()}
    return {code: entry for code, entry in kept.items() if entry}


@given(documents, documents)
def test_a_change_by_one_alone_is_taken_whole(base: Document, changed: Document) -> None:
    assert compare(base, changed, base) == (plain(changed), ())
    assert compare(base, base, changed) == (plain(changed), ())
    assert compare(base, changed, changed) == (plain(changed), ())


@given(documents, documents, documents)
def test_edits_of_different_items_are_both_kept_without_a_choice(
    base: Document, theirs: Document, mine: Document
) -> None:
    def edited(by_them: bool, by_me: bool) -> Document:
        document = {"a": theirs if by_them else base, "b": mine if by_me else base}
        return {f"{k}{code}": entry for k, each in document.items() for code, entry in each.items()}

    merged, conflicts = compare(edited(False, False), edited(True, False), edited(False, True))
    assert not conflicts
    assert merged == plain(edited(True, True))


@given(documents, documents, documents)
def test_nothing_typed_is_lost(base: Document, theirs: Document, mine: Document) -> None:
    """Each content of mine that base did not have is in the merged document or in a choice."""
    before = deepcopy((base, theirs, mine))
    merged, conflicts = compare(base, theirs, mine)
    assert (base, theirs, mine) == before
    for written in (theirs, mine):
        for code, entry in plain(written).items():
            for name, content in entry.items():
                if content != plain(base).get(code, {}).get(name):
                    assert _is_kept(code, name, content, base, merged, conflicts)


def _is_kept(
    code: str,
    name: str,
    content: Any,
    base: Document,
    merged: Document,
    conflicts: tuple[Conflict, ...],
) -> bool:
    offered = [
        version
        for conflict in conflicts
        if conflict.field.startswith(f"{code}.{name}")
        for version in (conflict.theirs, conflict.mine)
    ]
    here = merged.get(code, {}).get(name)
    if name != "values":
        return content == here or content in offered
    old = base.get(code, {}).get("values", [])
    return all(p in (here or []) or p in offered or p in old for p in content) or content in offered


@given(documents, documents, documents)
def test_choosing_one_side_everywhere_gives_that_side_where_both_differ(
    base: Document, theirs: Document, mine: Document
) -> None:
    merged, conflicts = compare(base, theirs, mine)
    chosen = resolve(merged, conflicts, frozenset(c.field for c in conflicts))
    for conflict in conflicts:
        code, name, *place = conflict.field.split(".")
        if not place:
            assert chosen.get(code, {}).get(name) == conflict.mine
