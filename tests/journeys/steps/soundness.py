"""What every page of every journey must be, looked at while the journey passes through it."""

from __future__ import annotations

from playwright.sync_api import Page

# It speaks through console.error, which Pages hears and turns into a failure at the end.
_LOOK = """
window.addEventListener("load", function () {
  if (document.contentType !== "text/html" || !document.querySelector("main")) { return; }
  var place = location.pathname, screen = document.scrollingElement, problems = [];
  var text = document.querySelector("main").innerText;
  var headings = document.querySelectorAll("h1").length;
  if (screen.scrollWidth > screen.clientWidth) {
    problems.push("scrolls sideways over " + screen.scrollWidth + " px");
  }
  if (headings !== 1) { problems.push("has " + headings + " main headings"); }
  if (document.documentElement.lang !== "LANG") {
    problems.push("says it is in " + document.documentElement.lang);
  }
  // One letter and its index is a sign of a standard (f_cs), no stored word.
  var raw = text.match(/\\bUndefined\\b|\\b[a-z]{2,}_[a-z_]+\\b|%\\([a-z]+\\)s/);
  if (raw) { problems.push("shows the raw word " + raw[0]); }
  // In English it is also a word.
  if (document.documentElement.lang !== "en" && /\\bNone\\b/.test(text)) {
    problems.push("shows None");
  }
  problems.forEach(function (problem) { console.error(place + " " + problem); });
});
"""
LANGUAGES = {"zh": "zh-CN", "en": "en"}


def watch(page: Page, language: str) -> None:
    """Let each page that is loaded from now on be looked at."""
    page.context.add_init_script(_LOOK.replace("LANG", LANGUAGES[language]))


def assert_sound(page: Page, language: str) -> None:
    """The same for a browser without scripts, where a page cannot look at itself."""
    sizes = page.evaluate(
        "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth,"
        " document.querySelectorAll('h1').length, document.documentElement.lang]"
    )
    assert sizes[0] <= sizes[1], f"{page.url} scrolls sideways"
    assert sizes[2:] == [1, LANGUAGES[language]], page.url
