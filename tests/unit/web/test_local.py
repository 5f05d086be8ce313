"""Which addresses stay on this site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.web.local import LONGEST, local_path


@pytest.mark.parametrize("target", ["/", "/projects/5?a=1&b=2#c", "/a//b", "/%2f%2fevil.example"])
def test_paths_are_kept(target: str) -> None:
    assert local_path(target) == target


@pytest.mark.parametrize(
    "target",
    [
        None,
        "",
        "projects",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        " /projects",
        "/" + "a" * LONGEST,
    ],
)
def test_everything_else_is_replaced(target: str | None) -> None:
    assert local_path(target, "/home") == "/home"


@given(st.text(alphabet="/\\:.@ \t\nabh%2f", max_size=12))
def test_what_is_kept_begins_with_one_slash(target: str) -> None:
    kept = local_path(target, "/")
    assert kept[:1] == "/"
    assert kept[1:2] not in {"/", "\\"}
