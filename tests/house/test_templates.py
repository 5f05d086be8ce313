"""Templates are whole, and keep what the content security policy forbids out."""

import re

import pytest
from jinja2 import Environment

from tests.support.sources import ROOT, source, tracked_files

ENVIRONMENT = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)
ALL = [name for name in tracked_files() if name.startswith("templates/")]
PAGES = [
    name for name in ALL if name.endswith(".html") and not name.startswith("templates/documents/")
]
FORBIDDEN = {
    "a script in the page": re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", re.IGNORECASE
    ),
    "a handler in an attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "htmx code in an attribute": re.compile(r"\b(data-)?hx-on\b|\bjs:", re.IGNORECASE),
    "a script as an address": re.compile(r"javascript:", re.IGNORECASE),
    "a style in an attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style in the page": re.compile(r"<style\b", re.IGNORECASE),
    "a rule about a figure": re.compile(r"{%-?\s*(el)?if[^%]*[<>]=?\s*0?\.\d"),
    "an address of another site": re.compile(
        r"(src|href|action)=[\"']?(https?:)?//", re.IGNORECASE
    ),
}
JINJA = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
EXTENDS = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+[\"']([^\"']+)[\"']")


def breaks(what: str, template: str) -> bool:
    """Whether a template has what it must not; what Jinja makes of itself is no attribute."""
    text = template if what == "a rule about a figure" else JINJA.sub("", template)
    return bool(FORBIDDEN[what].search(text))


def test_every_template_can_be_read() -> None:
    for name in ALL:
        if name.endswith((".html", ".txt", ".xml")):
            ENVIRONMENT.parse(source(name), filename=name)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_page_has(what: str) -> None:
    assert [name for name in PAGES if breaks(what, source(name))] == []


def test_what_a_page_builds_on_exists() -> None:
    missing = [
        (name, target)
        for name in PAGES
        for target in EXTENDS.findall(source(name))
        if not (ROOT / "templates" / target).is_file()
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>go()</script>", "a script in the page"),
        ('<a href="#" onclick="go()">', "a handler in an attribute"),
        ('<p class="a" style="color: red">', "a style in an attribute"),
        ("{% if rate < 0.8 %}", "a rule about a figure"),
        ('<img src="https://example.org/a.png">', "an address of another site"),
    ],
)
def test_the_rule_sees(text: str, what: str) -> None:
    assert breaks(what, text)


def test_data_in_a_page_is_no_script() -> None:
    text = '<script type="application/json">{}</script><script src="/static/app.js"></script>'
    assert not breaks("a script in the page", text)
