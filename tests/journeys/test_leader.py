"""A leader who was told nothing: which township endangers the 90 %, why, and the report on paper.

After the sign-in no address is typed: every page is reached by the words that are seen on the one
before. Nothing of it takes a manual, and not more than two minutes.
"""

from __future__ import annotations

import subprocess
from datetime import date
from time import monotonic

import pytest
from playwright.sync_api import Locator, expect
from sqlalchemy import select, update

from acceptance.domain.conclusions import CountedOutcome
from acceptance.domain.indicators import IndicatorCode
from acceptance.persistence.areas import Area
from acceptance.persistence.users import User
from acceptance.runtime import EXTENSION, Runtime
from acceptance.services.targets import SetTarget, set_target
from tests.builders.agreements import drawn, signed
from tests.builders.lives import step
from tests.builders.registry import COUNTY, TOWNSHIPS, Registry, at, make_registry
from tests.journeys.steps.cast import Cast
from tests.journeys.steps.certifying import PATIENCE, printed
from tests.journeys.steps.entering import signs_in
from tests.journeys.steps.person import Person, today
from tests.support.browsers import DESK, PHONE, Pages
from tests.support.servers import LiveServer

OTHER = IndicatorCode.FIRST_TIME_OTHER
MOST_SECONDS = 120
LONG = "陇西县引洮灌区高效节水灌溉与农村公路整治及便民服务中心改扩建工程" * 2
BOTH = pytest.mark.parametrize(
    ("size", "language"), [(DESK, "zh"), (PHONE, "zh"), (PHONE, "en")], ids=["desk", "phone", "en"]
)


@pytest.fixture
def runtime(live_server: LiveServer) -> Runtime:
    found: Runtime = live_server.app.extensions[EXTENSION]
    return found


@pytest.fixture
def county(runtime: Runtime) -> None:
    """Ten small projects of this year: one failed in a township that has signed, two in another."""
    day = today()
    with runtime.write.begin() as session:
        made = make_registry(session)
        set_goal(made, day)
        for number in range(7):
            step(made, made.project(area=TOWNSHIPS[number % 3]), "pass", day)
        for area in (TOWNSHIPS[1], TOWNSHIPS[1], TOWNSHIPS[2]):
            step(made, made.project(area=area), "fail", day)
        signed(made, day, year=day.year, area=TOWNSHIPS[1])
        signed(made, day, year=day.year, area=TOWNSHIPS[0])


def set_goal(made: Registry, day: date) -> None:
    goal = SetTarget(OTHER, day.year, COUNTY, "90")
    set_target(made.session, goal, made.administrator, at(day))


def leader_of(
    live_server: LiveServer, pages: Pages, size: tuple[int, int], language: str
) -> Person:
    leader = Cast(live_server, pages).at_a_browser(size, language)
    signs_in(leader, "leader")
    return leader


def tile(leader: Person) -> Locator:
    return leader.page.locator(f"#{OTHER.value}")


@BOTH
@pytest.mark.usefixtures("county")
def test_a_leader_finds_the_township_the_reason_and_the_paper(
    live_server: LiveServer,
    pages: Pages,
    dispatcher: subprocess.Popen[bytes],
    size: tuple[int, int],
    language: str,
) -> None:
    began = monotonic()
    leader = leader_of(live_server, pages, size, language)
    expect(tile(leader)).to_contain_text("70.0")
    expect(tile(leader)).to_contain_text(leader.word("未达标"))
    leader.follows("差在哪里", tile(leader))
    over = leader.main.get_by_role("row").filter(has_text=leader.word("未达标"))
    expect(over).to_have_count(1)
    expect(over).to_contain_text("文峰镇")
    expect(over).to_contain_text(
        leader.word("责任书允许 %(allowed)s 项，超出 %(n)s 项", allowed=0, n=2)
    )
    reasons = leader.main.get_by_role("row").filter(
        has_text=leader.title(CountedOutcome.FAILED)
    ).filter(has_text="示例工程")  # fmt: skip
    expect(reasons).to_have_count(3)
    expect(reasons.filter(has_text="文峰镇").first).to_contain_text("示例结论")
    leader.goes(over.get_by_role("link", name="2", exact=True))
    expect(leader.page.locator("#list tbody tr")).to_have_count(2)
    leader.follows("达标", leader.main.get_by_role("navigation").first)
    leader.presses("制作报告")
    paper = leader.link("打开 PDF（可以打印）")
    expect(paper).to_be_visible(timeout=PATIENCE)
    answer = leader.page.request.get(str(paper.get_attribute("href")))
    assert "文峰镇" in printed(answer.body())
    assert monotonic() - began < MOST_SECONDS
    assert dispatcher.poll() is None


@BOTH
def test_a_leader_of_a_county_without_projects_is_not_led_astray(
    live_server: LiveServer, pages: Pages, runtime: Runtime, size: tuple[int, int], language: str
) -> None:
    with runtime.write.begin() as session:
        set_goal(make_registry(session), today())
    leader = leader_of(live_server, pages, size, language)
    expect(tile(leader)).to_contain_text(leader.word("无数据"))
    expect(leader.link("差在哪里")).to_have_count(0)
    leader.reads("没有即将到期、逾期或没有通过的项目。")
    leader.follows("解释这个数", tile(leader))
    leader.reads("这一部分没有项目。")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.usefixtures("county")
def test_long_names_push_nothing_off_the_phone(
    live_server: LiveServer, pages: Pages, runtime: Runtime, language: str
) -> None:
    with runtime.write.begin() as session:
        for area in session.scalars(select(Area)):
            area.name = f"{LONG[:50]}{area.code}"
    leader = leader_of(live_server, pages, PHONE, language)
    leader.follows("差在哪里", tile(leader))
    leader.goes(leader.main.get_by_role("row").get_by_role("link", name="2", exact=True))
    leader.follows("达标", leader.main.get_by_role("navigation").first)


def test_a_leader_is_told_what_waits_for_his_word(
    live_server: LiveServer, pages: Pages, runtime: Runtime
) -> None:
    with runtime.write.begin() as session:
        made = make_registry(session)
        drawn(made, today(), year=today().year, area=TOWNSHIPS[0])
        elsewhere = made.other_approver.organisation_id
        session.execute(
            update(User).where(User.id == made.leader.id).values(organisation_id=elsewhere)
        )
    leader = leader_of(live_server, pages, DESK, "zh")
    leader.reads("等您确认签订的目标责任书：%(n)s 份", n=1)
    leader.follows("去确认")
    leader.presses("确认签订：第 %(n)s 版", n=1)
    leader.is_told()
