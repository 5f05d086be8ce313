"""What two hands changed in one record."""

from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.merging import Clash, merge

RECORDS = st.fixed_dictionaries({name: st.sampled_from(["", "1", "2"]) for name in "abc"})


def test_a_field_that_both_changed_is_a_choice() -> None:
    merged, clashes = merge({"a": "0", "b": "0"}, {"a": "1", "b": "0"}, {"a": "2", "b": "3"})
    assert merged == {"b": "3"}
    assert clashes == (Clash("a", "0", "1", "2"),)


@given(base=RECORDS, theirs=RECORDS, mine=RECORDS)
def test_nothing_that_anybody_changed_is_lost(
    base: dict[str, str], theirs: dict[str, str], mine: dict[str, str]
) -> None:
    merged, clashes = merge(base, theirs, mine)
    chosen = {clash.name for clash in clashes}
    assert chosen.isdisjoint(merged)
    assert chosen | set(merged) == set(mine)
    for name, value in merged.items():
        if theirs[name] != base[name]:
            assert value == theirs[name]
        if mine[name] != base[name]:
            assert value == mine[name]
    for clash in clashes:
        assert clash.base not in (clash.theirs, clash.mine)
        assert clash.theirs != clash.mine
