"""The repository runs anywhere: it names no machine and no package index of ours."""

import re

import pytest

from tests.support.sources import own_files, source

# Written in pieces, so that this file does not find itself.
PLACES = re.compile(
    "|".join(
        (
            "/" + "work/",
            "/" + "root/",
            "/" + "home/[a-z]",
            "registry" + r"\.npmjs",
            "files" + r"\.pythonhosted",
            "pypi" + r"\.org",
            "(?<!emit-)index" + "-url[ =]",
        )
    )
)
SCRIPTS = ("bin/", ".ci/", "tools/")
TEXTS = (".py", ".md", ".toml", ".txt", ".in", ".html", ".css", ".js", ".json", ".po", ".ini")


def test_no_machine_is_named() -> None:
    texts = {name for name in own_files() if name.startswith(SCRIPTS)} | set(own_files(*TEXTS))
    assert [name for name in sorted(texts) if PLACES.search(source(name))] == []


def test_the_rule_sees_a_place() -> None:
    assert PLACES.search("see /" + "work/main")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_by_hash(name: str) -> None:
    pins = re.split(r"\n(?=[a-z])", source(name).partition("\n")[2])
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


def test_tests_run_on_the_versions_that_are_served() -> None:
    def versions(name: str) -> set[str]:
        return set(re.findall(r"^[a-z0-9-]+==\S+", source(name), re.MULTILINE))

    assert versions("requirements.txt") <= versions("requirements-dev.txt")
