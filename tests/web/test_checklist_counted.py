"""A counted item of two samples on the web: the second is asked for at its field, then judged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from acceptance.persistence.checklists import Submission
from acceptance.runtime import Runtime
from tests.builders.checklist_templates import item_document, make_template
from tests.builders.people import Somebody
from tests.builders.sites import Site, make_site, sheet
from tests.support.pages import text_of


@pytest.fixture
def site(runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any) -> Site:
    template = make_template(item_document(kind="count", plan="double"))
    return make_site(runtime, browser_of, clock, template=template)


def test_the_second_sample_is_asked_for_and_then_counts(site: Site) -> None:
    browser = site.browser()
    fields = {"wall__01.checked": "8", "wall__01.failed": "2"}
    asked = browser.post(site.submissions, data=sheet(site, browser, **fields))
    assert asked.status_code == 422
    assert 'href="#wall-01.second_failed"' in asked.text
    assert "按二次抽样评定" in text_of(asked)
    assert site.count(Submission) == 0
    more = fields | {"wall__01.second_failed": "3"}
    done = browser.post(site.submissions, data=sheet(site, browser, **more))
    assert done.status_code == 303
    assert "不合格" in text_of(browser.get(done.location))


def test_two_hands_on_one_sample_choose_it_whole(site: Site) -> None:
    mine, theirs = site.browser(), site.browser("colleague")
    begun = sheet(site, mine, **{"wall__01.checked": "8", "wall__01.failed": "2"})
    other = sheet(
        site, theirs,
        **{"wall__01.checked": "8", "wall__01.failed": "2", "wall__01.second_failed": "1"},
    )  # fmt: skip
    assert theirs.post(site.address, data=other).status_code == 303
    page = mine.post(site.address, data=begun | {"wall-01.failed": "1"})
    assert page.status_code == 409
    assert page.text.count('name="choice.wall-01.checked"') == 3
    assert "第二次不合格 1" in text_of(page)
