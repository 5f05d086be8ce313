"""Reading pages as a browser would, and filling in their forms."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


@dataclass(frozen=True, slots=True)
class Form:
    """A form on a page, with what its fields would send as they stand."""

    method: str
    action: str
    fields: list[tuple[str, str]]

    def values(self, **changed: Any) -> dict[str, Any]:
        """The fields as they would be sent, with some of them typed over."""
        return {**dict(self.fields), **changed}


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.select = self.area = ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("method", "get"), given.get("action", ""), []))
        elif self.forms and tag == "input" and "name" in given and "disabled" not in given:
            if given.get("type") not in {"radio", "checkbox"} or "checked" in given:
                self._add(given["name"], given.get("value", ""))
        elif tag == "select":
            self.select = given.get("name", "")
        elif tag == "option" and self.select and "selected" in given:
            self._add(self.select, given.get("value", ""))
        elif tag == "textarea":
            self.area, self.text = given.get("name", ""), ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser drops the line end that follows the opening tag.
            self._add(self.area, self.text.removeprefix("\r").removeprefix("\n"))
            self.area = ""
        elif tag == "select":
            self.select = ""

    def _add(self, name: str, value: str) -> None:
        if self.forms:
            self.forms[-1].fields.append((name, value))


def forms(answer: TestResponse) -> list[Form]:
    """The forms of a page."""
    parser = _Forms()
    parser.feed(answer.text)
    return parser.forms


def main_form(answer: TestResponse) -> Form:
    """The form in the main part of a page, which is the first after the language switch."""
    return next(
        form for form in forms(answer) if form.method == "post" and "/language/" not in form.action
    )


def text_of(answer: TestResponse) -> str:
    """What a person reads in the main part of a page."""
    main = answer.text.partition("<main")[2].partition("</main")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", f"<main{main}").split())


def submit(client: FlaskClient, address: str, **typed: Any) -> TestResponse:
    """Open a page, type into its form, send it."""
    form = main_form(client.get(address))
    return client.post(form.action or address, data=form.values(**typed))


def token_of(client: FlaskClient) -> str:
    """A token that is good in this browser now."""
    return dict(main_form(client.get("/account/password")).fields)["csrf_token"]


def ordered(browser: FlaskClient, query: str = "period=2015") -> str:
    """Press the button of the targets page; the address of the report."""
    page = browser.get(f"/targets?{query}").text
    address = re.search(r'action="(/targets/reports\?[^"]*)"', page)
    token = re.search(r'name="csrf_token" value="([^"]*)"', page)
    assert address
    assert token
    answer = browser.post(address[1].replace("&amp;", "&"), data={"csrf_token": token[1]})
    assert answer.status_code == 303
    return str(answer.headers["Location"])
