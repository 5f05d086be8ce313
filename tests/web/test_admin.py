"""People, organisations and areas, as administrators look after them."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.people import Role
from acceptance.persistence.areas import Area
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.users import User
from acceptance.runtime import Runtime
from tests.builders.people import Somebody
from tests.support.pages import main_form, submit, text_of, token_of

Person = Callable[..., Somebody]
Browser = Callable[[Somebody], FlaskClient]
NEW = {"name": "示例乙", "role": "inspector", "organisation_id": "1", "area_id": "5"}
# Two check characters out of step with the rest, a code with the right ones, no code at all.
WRONG_CHECK = "91350100M000100Y44"
RIGHT = "91350100M000100Y43"


@pytest.fixture
def admin(as_role: Callable[..., FlaskClient]) -> FlaskClient:
    return as_role(Role.ADMINISTRATOR)


def acts(runtime: Runtime) -> list[str]:
    with runtime.read() as session:
        return list(session.scalars(select(LedgerRow.action).order_by(LedgerRow.seq)))


def test_a_new_person_waits_for_a_password(admin: FlaskClient, runtime: Runtime) -> None:
    answer = submit(admin, "/admin/people/new", login="Ｎew.One", **NEW)
    assert answer.status_code == 200
    assert "new.one" in answer.text
    assert "等本人设密码" in admin.get("/admin/?q=new.one").text
    assert acts(runtime) == ["account.created"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("login", "administrator"),
        ("login", "a b"),
        ("login", "ab"),
        ("login", "名字"),
        ("role", "system"),
        ("role", "king"),
        ("organisation_id", "999"),
        ("area_id", "1"),
        ("area_id", "x"),
        ("name", "长" * 61),
    ],
)
def test_a_wrong_entry_is_kept_and_named(
    field: str, value: str, admin: FlaskClient, runtime: Runtime
) -> None:
    answer = submit(admin, "/admin/people/new", **({"login": "new.one"} | NEW | {field: value}))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert 'value="示例乙"' in answer.text or field == "name"
    assert acts(runtime) == []


def test_another_post_signs_the_person_out(
    admin: FlaskClient, person: Person, browser_of: Browser, runtime: Runtime
) -> None:
    who = person(Role.INSPECTOR)
    browser = browser_of(who)
    page = f"/admin/people/{who.id}"
    assert submit(admin, page, role="leader").status_code == 303
    assert browser.get("/account/").status_code == 401
    assert acts(runtime) == ["account.changed", "account.sessions_ended"]


def test_another_name_does_not(admin: FlaskClient, person: Person, browser_of: Browser) -> None:
    who = person(Role.INSPECTOR)
    browser = browser_of(who)
    submit(admin, f"/admin/people/{who.id}", name="示例新名")
    assert "示例新名" in browser.get("/account/").text


def test_a_stopped_person_comes_back_by_a_link(
    admin: FlaskClient, person: Person, browser_of: Browser, runtime: Runtime
) -> None:
    who = person(Role.INSPECTOR)
    browser = browser_of(who)
    token = {"csrf_token": token_of(admin)}
    admin.post(f"/admin/people/{who.id}/disable", data=token)
    assert browser.get("/account/").status_code == 401
    assert admin.post(f"/admin/people/{who.id}/link", data=token).status_code == 422
    assert "/account/activate/" in admin.post(f"/admin/people/{who.id}/enable", data=token).text
    with runtime.read() as session:
        user = session.get_one(User, who.id)
        assert (user.active, user.password_hash) == (True, None)


@pytest.mark.parametrize("button", ["disable", "enable", "link", "end-sessions"])
def test_a_button_takes_nothing_but_itself(
    button: str, admin: FlaskClient, person: Person, runtime: Runtime
) -> None:
    who = person(Role.INSPECTOR)
    sent = {"csrf_token": token_of(admin), "role": "administrator"}
    assert admin.post(f"/admin/people/{who.id}/{button}", data=sent).status_code == 422
    assert acts(runtime) == []


def test_nobody_stops_or_promotes_himself(person: Person, browser_of: Browser) -> None:
    who = person(Role.ADMINISTRATOR)
    own = browser_of(who)
    token = {"csrf_token": token_of(own)}
    assert own.post(f"/admin/people/{who.id}/disable", data=token).status_code == 422
    assert submit(own, f"/admin/people/{who.id}", role="approver").status_code == 422
    assert own.get("/admin/").status_code == 200


def test_a_foreign_person_is_as_missing_as_a_missing_one(
    person: Person, as_role: Callable[..., FlaskClient], runtime: Runtime
) -> None:
    county_wide = person(Role.INSPECTOR, login="elsewhere", area="621122100")
    local = as_role(Role.ADMINISTRATOR, area="621122101")
    token = {"csrf_token": token_of(local)}
    assert "elsewhere" not in local.get("/admin/?q=elsewhere").text.partition("<table")[2]
    for act in ("", "/disable", "/link", "/end-sessions", "/enable"):
        answers = [
            local.post(f"/admin/people/{number}{act}", data=token)
            for number in (county_wide.id, 999)
        ]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert text_of(answers[0]) == text_of(answers[1])
    assert acts(runtime) == []


def test_areas_outside_cannot_be_given(
    as_role: Callable[..., FlaskClient], runtime: Runtime
) -> None:
    local = as_role(Role.ADMINISTRATOR, area="621122101")
    answer = submit(local, "/admin/people/new", login="new.one", **NEW)
    assert answer.status_code == 422
    assert acts(runtime) == []


def test_people_are_paged_both_ways(admin: FlaskClient, person: Person) -> None:
    for number in range(60):
        person(Role.INSPECTOR, login=f"insp{number:02}")
    first = admin.get("/admin/")
    assert "上一页" not in first.text
    following = first.text.partition('rel="next" href="')[2].partition('"')[0]
    second = admin.get(following.replace("&amp;", "&"))
    assert "insp59" in second.text
    assert "insp00" not in second.text
    assert "下一页" not in second.text
    back = second.text.partition('rel="prev" href="')[2].partition('"')[0]
    assert text_of(admin.get(back.replace("&amp;", "&"))) == text_of(first)


@pytest.mark.parametrize("cursor", ["x", "WzFd", "////", "bnVsbA", "eyJhIjoxfQ", "a" * 500])
def test_a_made_up_position_is_the_first_page(cursor: str, admin: FlaskClient) -> None:
    for path in ("/admin/", "/admin/organisations/"):
        assert admin.get(f"{path}?after={cursor}").status_code == 200


def test_a_search_with_signs_of_the_language_finds_only_itself(admin: FlaskClient) -> None:
    assert "没有找到人员" in admin.get("/admin/?q=%25").text
    assert "没有找到人员" in admin.get("/admin/?q=' OR 1=1--").text


def test_a_doubtful_code_is_kept_with_a_reason(admin: FlaskClient, runtime: Runtime) -> None:
    entry = {"name": "示例公司", "area_id": "5", "credit_code": WRONG_CHECK.lower()}
    asked = submit(admin, "/admin/organisations/new", **entry)
    assert asked.status_code == 422
    assert 'id="credit_code_reason"' in asked.text
    entry["credit_code_reason"] = "执照原件如此"
    form = main_form(asked)
    taken = admin.post("/admin/organisations/new", data=form.values(**entry))
    assert taken.status_code == 303
    with runtime.read() as session:
        kept = session.scalars(select(Organisation).where(Organisation.name == "示例公司")).one()
        assert (kept.credit_code, kept.credit_code_reason) == (WRONG_CHECK, "执照原件如此")


@pytest.mark.parametrize("code", ["123", "9135010OM000100Y43", RIGHT + "0", "９１３５０１００"])
def test_a_code_of_a_wrong_form_is_an_error_with_any_reason(code: str, admin: FlaskClient) -> None:
    form = main_form(submit(admin, "/admin/organisations/new", credit_code=WRONG_CHECK))
    entry = form.values(
        name="示例公司", area_id="5", credit_code=code, credit_code_reason="就是这样"
    )
    assert admin.post("/admin/organisations/new", data=entry).status_code == 422


def test_names_and_codes_are_taken_once(admin: FlaskClient) -> None:
    entry = {"name": "示例公司", "area_id": "5", "credit_code": RIGHT}
    assert submit(admin, "/admin/organisations/new", **entry).status_code == 303
    again = submit(admin, "/admin/organisations/new", **entry)
    assert again.status_code == 422
    assert 'id="name-error"' in again.text
    assert 'id="credit_code-error"' in again.text


def test_an_organisation_is_corrected(admin: FlaskClient, runtime: Runtime) -> None:
    submit(admin, "/admin/organisations/new", name="示例公司", area_id="5", is_authority="y")
    page = admin.get("/admin/organisations/2")
    assert 'value="示例公司"' in page.text
    assert submit(admin, "/admin/organisations/2", name="示例新公司").status_code == 303
    assert acts(runtime) == ["organisation.added", "organisation.changed"]


def test_an_area_is_added_and_renamed(admin: FlaskClient, runtime: Runtime) -> None:
    with runtime.read() as session:
        county = session.scalars(select(Area.id).where(Area.code == "621122")).one()
    entry = {"parent_id": str(county), "code": "６２１１２２９９９", "name": "示例镇"}
    assert submit(admin, "/admin/areas/new", **entry).status_code == 303
    with runtime.read() as session:
        area = session.scalars(select(Area).where(Area.code == "621122999")).one()
    assert area.path.endswith("/621122/621122999/")
    renamed = submit(admin, f"/admin/areas/{area.id}", name="示例新镇", valid_from="2015-06-01")
    assert renamed.status_code == 303
    assert "示例新镇" in admin.get("/admin/areas/").text
    assert acts(runtime) == ["area.added", "area.renamed"]


@pytest.mark.parametrize("code", ["621121999", "62112", "abc", "621122100", "621122", "6211229999"])
def test_an_area_code_has_to_fit_its_place(code: str, admin: FlaskClient, runtime: Runtime) -> None:
    with runtime.read() as session:
        county = session.scalars(select(Area.id).where(Area.code == "621122")).one()
    answer = submit(admin, "/admin/areas/new", parent_id=str(county), code=code, name="示例镇")
    assert answer.status_code == 422
    assert 'id="code-error"' in answer.text


def test_areas_above_are_out_of_reach(admin: FlaskClient) -> None:
    assert admin.get("/admin/areas/1").status_code == 404
