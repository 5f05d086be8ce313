"""The sheet as people and programs meet it: filled, refused, repeated, merged, carried along."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from acceptance.domain.canonical import sha256
from acceptance.domain.people import SYSTEM
from acceptance.persistence.checklists import Checklist, Photo, Submission
from acceptance.persistence.ledger import LedgerRow
from acceptance.runtime import Runtime
from acceptance.services import sessions
from acceptance.services.checklists import OpenChecklist, open_checklist
from tests.builders.checklists import (
    FORTY,
    REBAR,
    Lot,
    bad_entry,
    fields_of,
    good_answers,
    make_lot,
    picture,
    required_photos,
    settled_county,
)
from tests.builders.people import PASSWORD, Somebody
from tests.support.pages import forms, main_form, text_of, token_of

DIGEST = "ab" * 32


@dataclass
class Site:
    """A lot with its open checklist, and browsers of the people around it."""

    runtime: Runtime
    lot: Lot
    who: dict[str, Somebody]
    open_browser: Callable[[Somebody], FlaskClient]

    @property
    def address(self) -> str:
        return f"/checklists/{self.lot.checklist_id}"

    @property
    def submissions(self) -> str:
        return f"{self.address}/submissions"

    def browser(self, name: str = "inspector") -> FlaskClient:
        return self.open_browser(self.who[name])

    def row(self) -> Checklist:
        with self.runtime.read() as session:
            return session.get_one(Checklist, self.lot.checklist_id)

    def count(self, kind: type[Any]) -> int:
        with self.runtime.read() as session:
            return session.scalar(select(func.count()).select_from(kind)) or 0


@pytest.fixture
def site(
    runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any
) -> Iterator[Site]:
    return make_site(runtime, browser_of, clock, REBAR)


def make_site(
    runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any, code: str
) -> Site:
    with runtime.write.begin() as session:
        county = settled_county(session, clock())
        lot = make_lot(county, code)
        who = {name: Somebody(actor.id or 0, name, actor) for name, actor in county.actors.items()}
    return Site(runtime, lot, who, browser_of)


def sheet(site: Site, browser: FlaskClient, **changed: Any) -> dict[str, Any]:
    """The fields of the sheet as a complete, good inspection would send them."""
    page = browser.get(site.address)
    form = next(f for f in forms(page) if f.action == site.submissions)
    fields = form.values() | fields_of(good_answers(site.lot.template))
    fields["photo"] = [f"{p.slot} {p.sha256}" for p in required_photos(site.lot.template)]
    return fields | {name.replace("__", "-"): value for name, value in changed.items()}


def document(site: Site, **changed: Any) -> dict[str, Any]:
    """The same as a JSON body."""
    photos = [{"slot": p.slot, "sha256": p.sha256} for p in required_photos(site.lot.template)]
    whole = {
        "submission_id": str(uuid4()),
        "answers": good_answers(site.lot.template),
        "photos": photos,
    }
    return whole | changed


def post_json(site: Site, browser: FlaskClient, body: Any) -> TestResponse:
    text = body if isinstance(body, str) else json.dumps(body)
    return browser.post(
        site.submissions,
        data=text,
        content_type="application/json",
        headers={"X-CSRFToken": token_of(browser), "Accept": "application/json"},
    )


# The sheet


def test_nothing_is_preset_and_the_page_is_small(
    runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any
) -> None:
    site = make_site(runtime, browser_of, clock, FORTY)
    page = site.browser().get(site.address)
    assert len(site.lot.template.items) == 40
    assert len(page.data) < 60_000
    assert " checked>" not in page.text
    assert "已填 0/40" in text_of(page)


def test_a_viewer_without_the_duty_sees_no_buttons(site: Site) -> None:
    page = site.browser("approver").get(site.address)
    assert page.status_code == 200
    assert "存草稿" not in text_of(page)


@pytest.mark.parametrize("place", ["", "/result", "/submissions"])
def test_a_foreign_checklist_is_like_a_missing_one(site: Site, place: str) -> None:
    browser = site.browser("neighbour")
    data = {"csrf_token": token_of(browser), "version": "1"}
    for address in (site.address, "/checklists/99999", "/checklists/2147483647"):
        asked = browser.post if place == "/submissions" else browser.get
        more = {"data": data} if place == "/submissions" else {}
        assert asked(address + place, **more).status_code == 404


# Drafts


def test_a_draft_is_saved_and_comes_back(site: Site) -> None:
    browser = site.browser()
    fields = sheet(site, browser, **{"rebar__01.reason": "示例理由"})
    saved = browser.post(site.address, data=fields)
    assert saved.status_code == 303
    page = browser.get(saved.location)
    assert "示例理由" in page.text
    assert "已填 17/17" in text_of(page)


def test_more_points_are_given_by_a_button(site: Site) -> None:
    browser = site.browser()
    before = browser.get(site.address).text.count('name="rebar-03.values')
    fields = sheet(site, browser, more="rebar-03")
    saved = browser.post(site.address, data=fields)
    assert browser.get(saved.location).text.count('name="rebar-03.values') > before


def test_a_program_saves_drafts_and_gets_the_next_version(site: Site) -> None:
    browser = site.browser()
    answer = browser.post(
        site.address, data=sheet(site, browser), headers={"Accept": "application/json"}
    )
    assert answer.json is not None
    assert answer.json["version"] == 2
    assert json.loads(answer.json["base"]).keys() == good_answers(site.lot.template).keys()


# Submitting


def test_a_complete_sheet_is_judged_and_leads_to_its_result(site: Site) -> None:
    browser = site.browser()
    sent = browser.post(site.submissions, data=sheet(site, browser))
    assert sent.status_code == 303
    result = browser.get(sent.location)
    assert "合格" in text_of(result)
    assert site.row().verdict == "pass"
    assert browser.get(site.address).location == sent.location


def test_a_failure_stands_first_with_its_reason_and_clause(site: Site) -> None:
    browser = site.browser()
    bad = {"rebar__02.answer": "no", "rebar__02.reason": "示例问题：漏放一根"}
    sent = browser.post(site.submissions, data=sheet(site, browser, **bad))
    text = text_of(browser.get(sent.location))
    assert text.index("示例问题：漏放一根") < text.index("其余")
    assert "5.5.2" in text


def test_an_incomplete_sheet_comes_back_whole(site: Site) -> None:
    browser = site.browser()
    fields = sheet(site, browser, **{"rebar__01.answer": "", "rebar__01.note": "示例备注"})
    answer = browser.post(site.submissions, data=fields)
    assert answer.status_code == 422
    assert "<title>出错：" in answer.text
    assert "还没有提交" in text_of(answer)
    assert 'href="#rebar-01.answer"' in answer.text
    form = next(f for f in forms(answer) if f.action == site.submissions)
    kept = form.values()
    for name, value in fields.items():
        if name not in {"photo", "rebar-01.answer", "csrf_token"}:
            assert kept[name] == value
    assert site.count(Submission) == 0


BAD_ENTRIES = [
    ({"rebar-01": {"answer": "perhaps"}}, "answer_word_unknown"),
    ({"rebar-01": {"answer": "yes", "colour": "red"}}, "answer_field_unknown"),
    ({"rebar-99": {"answer": "yes"}}, "answer_item_unknown"),
    ({"rebar-01": {"answer": "no", "reason": "长" * 501}}, "answer_too_long"),
    ({"rebar-01": {"answer": "yes", "note": "长" * 2001}}, "answer_too_long"),
    ({"rebar-01": {"answer": "no", "reason": "a\x00b"}}, "answer_control_character"),
    ({"rebar-01": {"answer": "no", "reason": "a\u202eb"}}, "answer_control_character"),
    ({"rebar-03": {"values": [{"place": "", "value": "NaN"}]}}, "answer_not_a_number"),
    ({"rebar-03": {"values": [{"place": "", "value": "1e5"}]}}, "answer_not_a_number"),
    ({"rebar-03": {"values": [{"place": "", "value": "12 mm"}]}}, "answer_not_a_number"),
    ({"rebar-03": {"values": [{"place": "x" * 501, "value": "1"}]}}, "answer_too_long"),
    ({"rebar-01": {"answer": ""}}, "item_not_inspected"),
    ({"rebar-01": {"answer": "not_applicable"}}, "answer_must_apply"),
]


@pytest.mark.parametrize(("change", "code"), BAD_ENTRIES)
def test_bad_input_in_the_form(site: Site, change: dict[str, Any], code: str) -> None:
    browser = site.browser()
    fields = sheet(site, browser) | fields_of(change)
    answer = browser.post(site.submissions, data=fields)
    assert answer.status_code == 422
    assert "处要处理" in text_of(answer)
    assert site.count(Submission) == 0
    told = browser.post(site.submissions, data=fields, headers={"Accept": "application/json"})
    assert told.json is not None
    assert code in {reason["code"] for reason in told.json["reasons"]}


@pytest.mark.parametrize(("change", "code"), BAD_ENTRIES)
def test_bad_input_in_json(site: Site, change: dict[str, Any], code: str) -> None:
    browser = site.browser()
    body = document(site, answers=good_answers(site.lot.template) | change)
    answer = post_json(site, browser, body)
    assert answer.status_code == 422
    assert answer.json is not None
    found = {reason["code"]: reason for reason in answer.json["reasons"]}
    assert found[code]["field"].startswith(next(iter(change)))
    assert found[code]["sentence"]
    assert site.count(Submission) == 0


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "document_wanted"),
        ("null", "document_wanted"),
        ("[1]", "document_wanted"),
        ("{", "document_wanted"),
        ("[" * 100_000, "document_wanted"),
        ('{"answers": {}}', "submission_id_wanted"),
        ('{"submission_id": 5, "answers": {}}', "submission_id_wanted"),
        ('{"submission_id": "a\\u0000b", "answers": {}}', "submission_id_wanted"),
        ('{"submission_id": "\\ud800", "answers": {}}', "submission_id_wanted"),
        ('{"submission_id": "x"}', "document_wanted"),
        ('{"submission_id": "x", "answers": NaN}', "answer_wrong_type"),
        ('{"submission_id": "x", "answers": {"rebar-01": 1}}', "answer_wrong_type"),
        ('{"submission_id": "x", "answers": {"rebar-01": {"answer": true}}}',
         "answer_word_unknown"),
        ('{"submission_id": "x", "answers": {"rebar-03": {"values": [NaN]}}}',
         "answer_not_a_number"),
        ('{"submission_id": "x", "answers": {"rebar-03": {"values": [1.5]}}}',
         "answer_not_a_number"),
        ('{"submission_id": "x", "answers": {}, "verdict": "pass"}', "document_field_unknown"),
        ('{"submission_id": "x", "answers": {}, "version": "one"}', "version_wanted"),
        ('{"submission_id": "x", "answers": {}, "version": 99999999999999999999}',
         "version_wanted"),
        ('{"submission_id": "x", "answers": {}, "photos": {}}', "document_wanted"),
        ('{"submission_id": "x", "answers": {}, "photos": [{"slot": 1, "sha256": 2}]}',
         "document_wanted"),
    ],
)  # fmt: skip
def test_bodies_that_are_no_submission(site: Site, body: str, code: str) -> None:
    answer = post_json(site, site.browser(), body)
    assert answer.status_code == 422
    assert answer.json is not None
    assert code in {reason["code"] for reason in answer.json["reasons"]}
    assert site.count(Submission) == 0


def test_fields_nobody_knows_and_fields_sent_twice(site: Site) -> None:
    browser = site.browser()
    for more in (
        {"verdict": "pass"},
        {"rebar-01.verdict": "pass"},
        {"rebar-03.values.0.colour": "red"},
        {"rebar-03.values.999": "1"},
        {"rebar-03.values.x": "1"},
        {"rebar-01.answer": ["yes", "no"]},
        {"rebar-03.values.0": ["1", "2"]},
    ):
        answer = browser.post(site.submissions, data=sheet(site, browser) | more)
        assert answer.status_code == 422, more
    assert site.count(Submission) == 0


def test_full_width_digits_are_taken(site: Site) -> None:
    browser = site.browser()
    fields = sheet(site, browser, **{"rebar__03.values.0": "－１．５"})
    assert browser.post(site.submissions, data=fields).status_code == 303
    with site.runtime.read() as session:
        body = json.loads(session.scalars(select(Submission.body)).one())
    assert body["answers"]["rebar-03"]["values"][0]["value"] == "-1.5"


# The same submission again


def test_a_second_press_gets_the_same_answer(site: Site) -> None:
    browser = site.browser()
    fields = sheet(site, browser)
    first = browser.post(site.submissions, data=fields)
    again = browser.post(site.submissions, data=fields)
    assert (again.status_code, again.location, again.data) == (303, first.location, first.data)
    assert "Idempotent-Replay" not in first.headers
    assert again.headers["Idempotent-Replay"] == "true"
    assert site.count(Submission) == 1


def test_a_program_gets_the_same_answer_again(site: Site) -> None:
    browser = site.browser()
    body = document(site)
    first, again = post_json(site, browser, body), post_json(site, browser, body)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json == again.json
    assert again.headers["Idempotent-Replay"] == "true"


def test_the_same_id_for_other_content_is_told_apart(site: Site) -> None:
    browser = site.browser()
    body = document(site)
    post_json(site, browser, body)
    other = body | {"answers": body["answers"] | {"rebar-02": bad_entry()}}
    assert post_json(site, browser, other).status_code == 409
    page = browser.post(site.submissions, data=sheet_again(browser, body["submission_id"]))
    assert page.status_code == 409
    assert "同一个提交编号" in text_of(page)


def sheet_again(browser: FlaskClient, submission_id: str) -> dict[str, str]:
    return {
        "csrf_token": token_of(browser),
        "submission_id": submission_id,
        "rebar-01.answer": "yes",
    }


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


# What was typed survives


def test_an_expired_sign_in_loses_nothing_of_a_long_sheet(
    runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Any
) -> None:
    site = make_site(runtime, browser_of, clock, FORTY)
    browser = site.browser()
    fields = sheet(site, browser, **{"unit__01.note": "第一行\r\n第二行"})
    with runtime.write.begin() as session:
        sessions.end_all(session, site.who["inspector"].id, SYSTEM, clock())
    stopped = browser.post(site.submissions, data=fields)
    assert stopped.status_code == 401
    form = main_form(stopped)
    kept = browser.post(form.action, data=form.values(login="inspector", password=PASSWORD))
    form = main_form(kept)
    assert form.action == site.submissions
    sent = browser.post(form.action, data=multi(form.fields))
    assert sent.status_code == 303
    assert site.row().verdict == "pass"


def multi(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    """The fields with those that were sent several times."""
    values: dict[str, list[str]] = {}
    for name, value in fields:
        values.setdefault(name, []).append(value)
    return values


def test_an_expired_token_loses_nothing(site: Site) -> None:
    browser = site.browser()
    stopped = browser.post(site.submissions, data=sheet(site, browser, csrf_token="old"))
    form = main_form(stopped)
    assert browser.post(form.action, data=multi(form.fields)).status_code == 303


# Opening and lists


def test_an_inspection_is_opened_from_its_leaf(site: Site) -> None:
    browser = site.browser()
    page = browser.get(f"/works/{site.lot.works.id}/checklists")
    assert "继续填写" in text_of(page)
    data = {"csrf_token": token_of(browser), "template_code": REBAR}
    opened = browser.post(f"/works/{site.lot.works.id}/checklists", data=data)
    assert opened.location == site.address


@pytest.mark.parametrize(
    "more",
    [
        {"template_code": "no-such-template"},
        {"template_code": ""},
        {"reason": "长" * 501},
        {"reason": "a\x07b"},
        {"verdict": "pass"},
    ],
)
def test_bad_openings_are_refused_with_a_sentence(site: Site, more: dict[str, str]) -> None:
    browser = site.browser()
    browser.post(site.submissions, data=sheet(site, browser))
    data = {"csrf_token": token_of(browser), "template_code": REBAR, "reason": "复查"} | more
    answer = browser.post(f"/works/{site.lot.works.id}/checklists", data=data)
    assert answer.status_code == 422
    assert site.count(Checklist) == 1


def test_the_tab_of_a_project_filters_by_what_is_wrong(site: Site, clock: Any) -> None:
    browser = site.browser()
    bad = {"rebar__02.answer": "no", "rebar__02.reason": "示例问题"}
    browser.post(site.submissions, data=sheet(site, browser, **bad))
    address = f"/projects/{site.lot.project.id}/checklists"
    assert "钢筋安装检验批" in text_of(browser.get(f"{address}?show=failing"))
    assert "没有符合" in text_of(browser.get(f"{address}?show=draft"))
    with site.runtime.write.begin() as session:
        command = OpenChecklist(site.lot.works.id, REBAR)
        open_checklist(session, command, site.who["inspector"].actor, clock())
    assert "没有符合" in text_of(browser.get(f"{address}?show=failing"))
    assert browser.get(f"{address}?show=nonsense").status_code == 404
    assert site.browser("neighbour").get(address).status_code == 404


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
