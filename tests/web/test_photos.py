"""Photos by the web: in by content, out as a copy in a sandbox."""

from __future__ import annotations

import io
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from acceptance.domain.canonical import sha256
from acceptance.persistence.checklists import Photo
from acceptance.persistence.ledger import LedgerRow
from tests.builders.checklists import (
    picture,
)
from tests.builders.sites import Site
from tests.support.pages import token_of

# Photos


def upload(
    site: Site, browser: FlaskClient, content: bytes, slot: str = "rebar-01", **more: Any
) -> TestResponse:
    data = {
        "csrf_token": token_of(browser),
        "slot": slot,
        "photo": (io.BytesIO(content), "../../画.php"),
    } | more
    return browser.post(f"{site.address}/photos", data=data, headers={"Accept": "application/json"})


def test_a_photo_is_shown_as_a_copy_in_a_sandbox(site: Site) -> None:
    browser = site.browser()
    content = picture("PNG")
    added = upload(site, browser, content)
    assert added.json is not None
    assert added.json["sha256"] == sha256(content)
    assert upload(site, browser, content).json == added.json
    shown = browser.get(added.json["photo"])
    assert shown.mimetype == "image/jpeg"
    assert shown.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert site.browser("neighbour").get(added.json["photo"]).status_code == 404


def test_the_original_is_for_the_approver_and_is_logged(site: Site) -> None:
    content = picture("PNG")
    added = upload(site, site.browser(), content).json
    assert added is not None
    address = added["photo"] + "/original"
    approver = site.browser("approver")
    answer = approver.post(address, data={"csrf_token": token_of(approver)})
    assert (answer.data, answer.mimetype) == (content, "image/png")
    with site.runtime.read() as session:
        looked = select(func.count()).where(LedgerRow.action == "photo.original_seen")
        assert session.scalar(looked) == 1
    inspector = site.browser()
    refused = inspector.post(address, data={"csrf_token": token_of(inspector)})
    assert refused.status_code == 403
    assert approver.get(address).status_code == 405


@pytest.mark.parametrize(
    ("content", "more"),
    [
        (b"<svg/>", {}),
        (b"", {}),
        (picture("GIF"), {}),
        (picture("PNG"), {"slot": "../etc"}),
        (picture("PNG"), {"slot": "a\x00b"}),
        (picture("PNG"), {"colour": "red"}),
    ],
)
def test_what_is_no_photo_is_refused(site: Site, content: bytes, more: dict[str, str]) -> None:
    answer = upload(site, site.browser(), content, **more)
    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["reasons"][0]["sentence"]
    assert site.count(Photo) == 0


def test_a_foreign_checklist_takes_no_photo(site: Site) -> None:
    assert upload(site, site.browser("neighbour"), picture()).status_code == 404
