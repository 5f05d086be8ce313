"""Addresses of the pages before and behind."""

from flask import Flask

from acceptance.web.paging import pages


def test_a_question_takes_neither_the_place_of_the_route_nor_of_its_options(app: Flask) -> None:
    asked = "/projects/7/log?project_id=x&_scheme=javascript&_external=1&_anchor=a&actor=3&actor=4"
    with app.test_request_context(asked):
        address = pages(None, (12,)).following
    path, _, query = address.partition("?")
    assert path == "/projects/7/log"
    assert [part.partition("=")[0] for part in query.split("&")] == ["actor", "actor", "after"]
