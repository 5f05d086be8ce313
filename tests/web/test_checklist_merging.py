"""Two hands on one checklist: both versions are shown, and nothing is lost."""

from __future__ import annotations

import json

import pytest
from werkzeug.test import TestResponse

from acceptance.persistence.checklists import Submission
from tests.builders.sites import Site, sheet
from tests.support.pages import forms, text_of, token_of

# Two hands


def test_two_hands_get_a_page_with_both_versions(site: Site) -> None:
    mine, theirs = site.browser(), site.browser("colleague")
    fields = sheet(site, mine, **{"rebar__01.answer": "no", "rebar__01.reason": "我写的"})
    other = sheet(site, theirs, **{"rebar__01.answer": "no", "rebar__01.reason": "对方写的"})
    theirs.post(site.address, data=other)
    page = mine.post(site.address, data=fields)
    assert page.status_code == 409
    assert "我写的" in page.text
    assert "对方写的" in page.text
    assert " checked>" not in page.text
    form = next(f for f in forms(page) if f.action.endswith("/choice"))
    unchosen = mine.post(form.action, data=form.values())
    assert unchosen.status_code == 409
    assert "没有选" in text_of(unchosen)
    chosen = mine.post(form.action, data=form.values(**{"choice.rebar-01.answer": "mine"}))
    assert chosen.status_code == 303
    assert json.loads(site.row().draft)["rebar-01"]["reason"] == "我写的"


@pytest.mark.parametrize(
    ("side", "kept"), [("theirs", "25"), ("mine", "8"), ("base", None), ("all", "8")]
)
def test_each_side_can_be_chosen_for_a_point(site: Site, side: str, kept: str | None) -> None:
    mine, theirs = site.browser(), site.browser("colleague")
    page = mine.get(site.address)
    mine_fields = next(f for f in forms(page) if f.action == site.submissions).values()
    theirs_fields = dict(mine_fields, csrf_token=token_of(theirs))
    point = {"rebar-03.values.0.place": "2 轴"}
    theirs.post(site.address, data=theirs_fields | point | {"rebar-03.values.0": "25"})
    conflict = mine.post(site.address, data=mine_fields | point | {"rebar-03.values.0": "8"})
    form = next(f for f in forms(conflict) if f.action.endswith("/choice"))
    name = next(n for n in _radio_names(conflict) if n.startswith("choice."))
    picked = {"all": "mine"} if side == "all" else {name: side}
    assert mine.post(form.action, data=form.values(**picked)).status_code == 303
    draft = json.loads(site.row().draft)
    values = [p["value"] for p in draft.get("rebar-03", {}).get("values", [])]
    assert values == ([] if kept is None else [kept])


def _radio_names(page: TestResponse) -> list[str]:
    parts = page.text.split('type="radio" name="')[1:]
    return [part.partition('"')[0] for part in parts]


def test_what_only_one_hand_changed_is_merged(site: Site) -> None:
    mine, theirs = site.browser(), site.browser("colleague")
    fields = next(f for f in forms(mine.get(site.address)) if f.action == site.submissions)
    theirs.post(
        site.address,
        data=fields.values(csrf_token=token_of(theirs), **{"rebar-01.answer": "yes"}),
    )
    page = mine.post(site.address, data=fields.values(**{"rebar-02.answer": "yes"}))
    assert page.status_code == 409
    form = next(f for f in forms(page) if f.action.endswith("/choice"))
    assert mine.post(form.action, data=form.values()).status_code == 303
    assert json.loads(site.row().draft).keys() == {"rebar-01", "rebar-02"}


def test_a_stale_submission_is_not_taken(site: Site) -> None:
    mine, theirs = site.browser(), site.browser("colleague")
    fields = sheet(site, mine)
    theirs.post(site.address, data=sheet(site, theirs, **{"rebar__01.note": "对方写的"}))
    assert mine.post(site.submissions, data=fields).status_code == 409
    assert site.count(Submission) == 0


def test_going_back_takes_the_answer_back_with_its_reason(site: Site) -> None:
    mine, theirs = site.browser(), site.browser("colleague")
    fields = sheet(site, mine, **{"rebar__01.answer": "no", "rebar__01.reason": "我写的"})
    other = sheet(site, theirs, **{"rebar__01.answer": "no", "rebar__01.reason": "对方写的"})
    theirs.post(site.address, data=other)
    page = mine.post(site.address, data=fields)
    form = next(f for f in forms(page) if f.action.endswith("/choice"))
    mine.post(form.action, data=form.values(**{"choice.rebar-01.answer": "base"}))
    assert "rebar-01" not in json.loads(site.row().draft)
