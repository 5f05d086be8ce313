"""Headers, errors, languages: what every answer has in common."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import NoReturn

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from acceptance.app import create_app
from acceptance.domain.findings import Finding
from acceptance.domain.people import Role
from acceptance.runtime import EXTENSION, Runtime
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError, StaleError
from acceptance.settings import Settings
from acceptance.web.auth import public
from acceptance.web.error_words import WORDS
from acceptance.web.limits import LARGEST_PHOTOS
from tests.support.pages import submit, text_of, token_of

ERRORS = [
    (NotFoundError(1), 404),
    (ForbiddenError(), 403),
    (StaleError(), 409),
    (RefusedError(Finding.of("own_work")), 422),
    (IntegrityError("INSERT", {}, Exception()), 409),
    (OperationalError("INSERT", {}, Exception("locked")), 503),
    (RuntimeError("canary"), 500),
]


@pytest.fixture
def secure(settings: Settings) -> Iterator[FlaskClient]:
    """An installation behind one proxy that speaks https."""
    url = "https://accept.example.gov.cn"
    app = create_app(replace(settings, public_url=url, secure_cookies=True, trusted_proxies=1))
    client = app.test_client()
    client.environ_base["HTTP_X_FORWARDED_PROTO"] = "https"
    client.environ_base["HTTP_X_FORWARDED_HOST"] = "accept.example.gov.cn"
    yield client
    app.extensions[EXTENSION].engine.dispose()


def raising(app: Flask, error: Exception) -> FlaskClient:
    @public
    def fail() -> NoReturn:
        raise error

    app.add_url_rule("/api/fail", "fail", fail)
    app.add_url_rule("/fail", "fail_page", fail)
    return app.test_client()


@pytest.mark.parametrize("path", ["/account/sign-in", "/nothing", "/healthz", "/static/app.css"])
def test_every_answer_is_protected(path: str, client: FlaskClient) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    for rule in (
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ):
        assert rule in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Strict-Transport-Security" not in headers


def test_signed_in_answers_are_never_kept(as_role: Callable[..., FlaskClient]) -> None:
    answer = as_role(Role.INSPECTOR).get("/account/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Cookie" in answer.headers["Vary"]


def test_static_files_are_kept_for_ever_under_their_digest(client: FlaskClient) -> None:
    page = client.get("/account/sign-in").text
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(addresses) >= 4
    for address in addresses:
        with client.get(address) as answer:
            assert answer.status_code == 200
            assert "immutable" in answer.headers["Cache-Control"]
    with client.get(re.sub(r"v=.*", "v=0", addresses[0])) as stale:
        assert stale.headers["Cache-Control"] == "no-cache"


def test_https_hardens_cookies_and_transport(secure: FlaskClient) -> None:
    answer = secure.get("/account/sign-in")
    assert answer.status_code == 200
    assert "max-age=63072000" in answer.headers["Strict-Transport-Security"]
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    for flag in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert flag in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example"])
def test_a_foreign_host_is_refused(host: str, client: FlaskClient) -> None:
    answer = client.get("/account/sign-in", headers={"Host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.text


def test_proxy_headers_from_anybody_change_nothing(client: FlaskClient) -> None:
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    answer = client.get("/", headers=forged)
    assert answer.location == "/account/sign-in"
    assert "evil" not in answer.text
    assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.parametrize(("error", "status"), ERRORS)
def test_errors_are_pages_in_plain_words(error: Exception, status: int, app: Flask) -> None:
    answer = raising(app, error).get("/fail")
    assert answer.status_code == status
    assert WORDS[status].title in answer.text
    for secret in ("Traceback", "canary", "INSERT", "locked"):
        assert secret not in answer.text


@pytest.mark.parametrize(("error", "status"), ERRORS)
def test_errors_are_json_for_programs(error: Exception, status: int, app: Flask) -> None:
    answer = raising(app, error).get("/api/fail")
    assert answer.status_code == status
    assert answer.json is not None
    assert answer.json["error"] == status
    assert answer.json["title"] == WORDS[status].title
    if status == 422:
        assert [reason["code"] for reason in answer.json["reasons"]] == ["own_work"]


def test_an_unforeseen_error_has_a_reference_that_is_in_the_log(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    answer = raising(app, RuntimeError("canary")).get("/fail")
    reference = re.search(r"<code>([0-9a-f]{8})</code>", answer.text)
    assert reference
    assert reference.group(1) in caplog.text


def test_a_method_that_is_not_offered(client: FlaskClient) -> None:
    answer = client.delete("/account/sign-in")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_a_body_over_the_limit_is_refused_early(app: Flask) -> None:
    app.config["MAX_FORM_MEMORY_SIZE"] = 1000
    as_form = app.test_client().post("/account/password", data={"login": "a" * 1001})
    as_json = app.test_client().post("/account/password", json={"login": "a" * 1001})
    as_parts = {"login": "a" * 1001, "file": (BytesIO(b"x"), "x.txt")}
    assert [as_form.status_code, as_json.status_code] == [413, 413]
    assert app.test_client().post("/account/password", data=as_parts).status_code == 413


def test_a_browser_that_is_still_sending_gets_to_read_why(client: FlaskClient) -> None:
    body = BytesIO(b"x" * (LARGEST_PHOTOS + 100_000))
    answer = client.post(
        "/account/password",
        input_stream=body,
        content_length=LARGEST_PHOTOS + 100_000,
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert answer.status_code == 413
    assert "照片最多 12 MB" in answer.text
    assert body.read() == b""


def test_too_many_parts_are_refused(app: Flask) -> None:
    app.config["MAX_FORM_PARTS"] = 50
    data = {f"a{number}": "x" for number in range(51)}
    answer = app.test_client().post(
        "/account/sign-in", data=data, content_type="multipart/form-data"
    )
    assert answer.status_code == 413


def test_a_missing_page_is_the_same_for_everybody(
    client: FlaskClient, as_role: Callable[..., FlaskClient]
) -> None:
    for one in (client, as_role(Role.INSPECTOR)):
        answer = one.get("/nothing")
        assert (answer.status_code, "没有找到" in answer.text) == (404, True)


def test_an_error_keeps_the_readers_language_and_menu(
    as_role: Callable[..., FlaskClient],
) -> None:
    client = as_role(Role.INSPECTOR)
    client.post("/account/language/en", data={"csrf_token": token_of(client)})
    client.delete_cookie("lang")
    cross = {"Sec-Fetch-Site": "cross-site"}
    for answer in (client.get("/nothing"), client.post("/account/sign-out", headers=cross)):
        assert '<html lang="en"' in answer.text
        assert "ax-bottom" in answer.text


def test_a_database_that_is_gone_is_said_on_a_page(
    runtime: Runtime, as_role: Callable[..., FlaskClient]
) -> None:
    client = as_role(Role.INSPECTOR)
    with runtime.engine.begin() as connection:
        connection.execute(text("DROP TABLE sign_in_session"))
    answer = client.get("/account/")
    assert answer.status_code == 503
    assert WORDS[503].title in answer.text


def test_an_error_page_says_so_in_its_title(as_role: Callable[..., FlaskClient]) -> None:
    answer = submit(as_role(Role.ADMINISTRATOR), "/admin/people/new", name="")
    assert answer.status_code == 422
    assert "<title>出错：" in answer.text


def test_the_language_is_switched_by_a_link_before_signing_in(client: FlaskClient) -> None:
    assert '<html lang="zh-CN"' in client.get("/account/sign-in").text
    answer = client.get("/account/read-in/en?next=/account/sign-in")
    assert (answer.status_code, answer.location) == (302, "/account/sign-in")
    assert '<html lang="en"' in client.get("/account/sign-in").text
    assert client.get("/account/read-in/fr").status_code == 404
    assert client.get("/account/read-in/zh?next=//evil.example").location == "/"


def test_the_language_stays_with_the_person(
    person: Callable[..., object], browser_of: Callable[..., FlaskClient]
) -> None:
    who = person(Role.INSPECTOR)
    first, second = browser_of(who), browser_of(who)
    data = {"csrf_token": token_of(first), "next": "/account/"}
    assert first.post("/account/language/en", data=data).status_code == 303
    assert '<html lang="en"' in second.get("/account/").text


def test_text_in_a_name_is_never_markup(as_role: Callable[..., FlaskClient]) -> None:
    client = as_role(Role.ADMINISTRATOR)
    name = '"><svg onload=x>'
    submit(client, "/admin/organisations/new", name=name, area_id="5")
    answer = client.get("/admin/organisations/")
    assert "<svg onload" not in answer.text
    assert "svg onload=x&gt;" in answer.text or "svg onload=x" in text_of(answer)
