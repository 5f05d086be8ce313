"""A strength lot on the web: typed from its reports, kept as a draft, judged, and seen by whoever decides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.template import Template
from acceptance.persistence.areas import Area
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project
from acceptance.persistence.specimen_reports import SpecimenReport
from acceptance.runtime import Runtime
from tests.builders.checklist_templates import make_template, statistical_document
from tests.builders.checklists import make_lot
from tests.builders.people import Somebody
from tests.builders.projects import County
from tests.builders.sites import Site, make_site, sheet
from tests.support.pages import forms, text_of, token_of

GROUP = {
    "report": "SJ-2026-001", "place": "一层柱", "laboratory": "示例检测中心",
    "cast": "2026-10-01", "tested": "2026-10-29", "s1": "34.1", "s2": "34.9", "s3": "35.1",
}  # fmt: skip


@pytest.fixture
def template() -> Template:
    return make_template(statistical_document(minimum_points=1))


@pytest.fixture
def strength(
    runtime: Runtime,
    browser_of: Callable[[Somebody], FlaskClient],
    clock: Any,
    template: Template,
) -> Site:
    return make_site(runtime, browser_of, clock, template=template)


def _same_county(site: Site, session: Session, now: datetime) -> County:
    """The county that the site was made in, with its people."""
    project = session.get_one(Project, site.lot.project.id)
    county = session.scalars(select(Area).where(Area.code == "621122")).one()
    townships = [session.get_one(Area, project.area_id)]
    bureau = session.scalars(select(Organisation)).first()
    assert bureau is not None
    actors = {name: somebody.actor for name, somebody in site.who.items()}
    return County(session, now, county, townships, bureau, bureau, actors)


def group(**changes: str) -> dict[str, str]:
    fields = {f"wall__01.values.0.{name}": text for name, text in (GROUP | changes).items()}
    # The lot of the builder has three groups; only the first one is of interest here.
    others = {f"wall__01.values.{n}{part}": "" for n in (0, 1, 2) for part in ("", ".place")}
    return others | fields | {"wall__01.design": "30"}


def test_every_field_of_a_group_is_kept_in_the_draft(strength: Site) -> None:
    browser = strength.browser()
    sent = sheet(strength, browser, **group(curing="site", degree_days="612", size="100"))
    assert browser.post(strength.address, data=sent).status_code == 303
    page = browser.get(strength.address)
    typed = next(f for f in forms(page) if f.action == strength.submissions).values()
    wanted = GROUP | {"curing": "site", "degree_days": "612", "size": "100"}
    assert {name: typed[f"wall-01.values.0.{name}"] for name in wanted} == wanted


def test_a_group_that_cannot_be_read_comes_back_with_all_that_was_typed(strength: Site) -> None:
    browser = strength.browser()
    sent = sheet(strength, browser, **group(cast="gestern", s1="34,1"))
    page = browser.post(strength.submissions, data=sent)
    assert page.status_code == 422
    text = text_of(page)
    assert "日期应写成 2026-11-05 的样子" in text
    assert 'value="gestern"' in page.text
    assert 'value="34,1"' in page.text
    assert 'id="wall-01.values.0.cast"' in page.text


def test_the_lot_is_judged_and_the_report_is_shown(strength: Site) -> None:
    browser = strength.browser()
    sent = browser.post(strength.submissions, data=sheet(strength, browser, **group()))
    text = text_of(browser.get(sent.location))
    assert "报告 SJ-2026-001" in text
    assert "龄期 28 天" in text
    assert "34.7 MPa 取平均值" in text
    # Sent once more it is the same submission, and no report is kept twice.
    assert strength.count(SpecimenReport) == 1


def test_while_typing_the_group_and_its_age_are_told(strength: Site) -> None:
    browser = strength.browser()
    fields = {name.replace("__", "-"): text for name, text in group(tested="2026-10-31").items()}
    data = fields | {"csrf_token": token_of(browser)}
    text = browser.post(f"{strength.address}/live/wall-01", data=data).text
    assert "34.7 MPa" in text
    assert "龄期 30 天，标准养护试件应为 28 天" in text


def test_a_report_used_for_two_lots_is_told_to_both_readers(
    strength: Site, template: Template, clock: Any
) -> None:
    with strength.runtime.write.begin() as session:
        second = make_lot(_same_county(strength, session, clock()), "", "LX-002", template)
    other = Site(strength.runtime, second, strength.who, strength.open_browser)
    for site, number in ((strength, "SJ-2026-001"), (other, "ＳＪ 2026 001")):
        browser = site.browser()
        answer = browser.post(site.submissions, data=sheet(site, browser, **group(report=number)))
        assert answer.status_code == 303
    page = strength.browser().get(f"{strength.address}/result")
    assert "也用在别的批" in text_of(page)
    assert f'href="{other.address}"' in page.text
    review = strength.browser("approver").get(f"/projects/{second.project.id}/review")
    assert "也用在别的批" in text_of(review)
    assert f'href="{strength.address}"' in review.text


def test_a_report_used_once_raises_no_question(strength: Site) -> None:
    browser = strength.browser()
    browser.post(strength.submissions, data=sheet(strength, browser, **group()))
    review = strength.browser("approver").get(f"/projects/{strength.lot.project.id}/review")
    assert "也用在别的批" not in text_of(review)
    assert "报告 SJ-2026-001" in text_of(review)
