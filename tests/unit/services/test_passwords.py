"""Hashing and checking passwords."""

import pytest

from acceptance.services.passwords import hashed, matches
from acceptance.services.tokens import digest_of, keyed, new_token


def test_a_hash_is_argon2id_with_its_own_salt() -> None:
    one, two = hashed("four plain words"), hashed("four plain words")
    assert one != two
    assert one.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize("typed", ["", "four plain word", "four plain words ", "Four plain words"])
def test_only_the_same_text_matches(typed: str) -> None:
    stored = hashed("four plain words")
    assert matches(stored, "four plain words")
    assert not matches(stored, typed)


def test_the_end_of_a_long_password_counts() -> None:
    long = "x" * 100
    assert not matches(hashed(long + "a"), long + "b")


@pytest.mark.parametrize("stored", [None, "", "no hash at all", "$argon2id$v=19$m=8,t=1,p=1$"])
def test_without_a_hash_nothing_matches(stored: str | None) -> None:
    assert not matches(stored, "four plain words")


def test_tokens_are_long_and_all_different() -> None:
    tokens = {new_token() for _ in range(10_000)}
    assert len(tokens) == 10_000
    assert min(map(len, tokens)) >= 43


def test_digests_say_nothing_without_the_key() -> None:
    assert keyed("one", "127.0.0.1") != keyed("two", "127.0.0.1")
    assert len(digest_of("a")) == len(keyed("a", "b")) == 64
