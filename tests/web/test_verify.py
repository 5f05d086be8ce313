"""The public verification: four answers, the same for all strangers, slow for those who guess."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, text
from werkzeug.test import TestResponse

from acceptance.domain.canonical import sha256
from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.job_state import JobState
from acceptance.domain.people import Role
from acceptance.persistence.certificates import Certificate, VerificationMiss
from acceptance.persistence.jobs import Job
from acceptance.persistence.projects import Project
from acceptance.queries.verification import MOST_MISSES, plain
from acceptance.runtime import Runtime
from acceptance.services import attempts
from acceptance.services.certificates import Issuer, issue, revoke, short_code
from acceptance.services.renderings import keep_rendering
from tests.builders.lives import step
from tests.builders.people import Somebody
from tests.builders.registry import TOWNSHIPS, Registry, at, make_registry
from tests.support.pages import forms, main_form
from tests.web.conftest import Clock

ISSUER = Issuer("陇建验", "示例县建设局", "https://yanshou.example")
PAPER = b"%PDF-1.7 example"


@pytest.fixture
def registry(runtime: Runtime) -> Registry:
    with runtime.write.begin() as session:
        return make_registry(session, areas_are_there=True)


@pytest.fixture
def certificate(runtime: Runtime, registry: Registry) -> Certificate:
    with runtime.write.begin() as session:
        registry.session = session
        project = registry.project()
        step(registry, project, "pass", date(2015, 5, 3))
        made = issue(session, project, registry.approver, at(date(2015, 6, 1)), ISSUER)
        session.expunge(made)
    return made


def end(runtime: Runtime, registry: Registry, certificate: Certificate, *, again: bool) -> None:
    """Revoke it; with `again` the work is accepted anew and gets another certificate."""
    moment = at(date(2015, 6, 8))
    with runtime.write.begin() as session:
        registry.session = session
        project = session.get_one(Project, certificate.project_id)
        revoke(session, project, "资料不全", registry.approver, moment)
        if again:
            step(registry, project, "pass", date(2015, 6, 10))
            attempts.newest(session, project)
            issue(session, project, registry.approver, moment, ISSUER)


def test_genuine(client: FlaskClient, certificate: Certificate) -> None:
    page = client.get(f"/v/{certificate.code}")
    assert page.status_code == 200
    for words in ("真实有效", certificate.number, short_code(certificate.code), "示例工程1"):
        assert words in page.text
    assert json.loads(certificate.facts)["ledger_head"] in page.text


def test_it_is_public_and_names_nobody(client: FlaskClient, certificate: Certificate) -> None:
    page = client.get(f"/v/{certificate.code}")
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    signer = json.loads(certificate.facts)["signer"]
    assert signer
    assert signer not in page.text
    assert "ax-menu" not in page.text
    assert "<script" not in page.text


def test_revoked(
    client: FlaskClient, runtime: Runtime, registry: Registry, certificate: Certificate
) -> None:
    end(runtime, registry, certificate, again=False)
    page = client.get(f"/v/{certificate.code}")
    assert "已撤销" in page.text
    assert "2015-06-08" in page.text
    assert "原结论" in page.text
    assert "真实有效" not in page.text


def test_replaced(
    client: FlaskClient, runtime: Runtime, registry: Registry, certificate: Certificate
) -> None:
    end(runtime, registry, certificate, again=True)
    page = client.get(f"/v/{certificate.code}")
    assert "已换发" in page.text
    with runtime.read() as session:
        newer = session.scalars(
            select(Certificate).where(Certificate.state == CertificateState.IN_FORCE)
        ).one()
    assert f"/v/{newer.code}" in page.text
    assert "真实有效" in client.get(f"/v/{newer.code}").text


def test_a_ledger_that_was_changed_is_never_green(
    client: FlaskClient, runtime: Runtime, certificate: Certificate
) -> None:
    with runtime.write.begin() as session:
        session.execute(text("DROP TRIGGER ledger_no_update"))
        session.execute(text("UPDATE ledger SET hash = hash || 'x' WHERE seq > 0"))
    page = client.get(f"/v/{certificate.code}")
    assert "现在不能确定" in page.text
    assert "真实有效" not in page.text


@pytest.mark.parametrize("code", ["x", "a" * 300, "%00", "陇建验", "1'--"])
def test_unknown(client: FlaskClient, code: str) -> None:
    page = client.get(f"/v/{code}")
    assert page.status_code == 404
    assert "查不到" in page.text


def ask(client: FlaskClient, number: str, code: str) -> TestResponse:
    values = main_form(client.get("/v")).values(number=number, code=code)
    return client.post("/v", data=values)


@pytest.mark.parametrize("typed", ["{}", "陇建验[2015]第0001号", "陇建验（２０１５） 第0001号"])
def test_number_and_code_find_it(client: FlaskClient, certificate: Certificate, typed: str) -> None:
    short = short_code(certificate.code)
    for code in (short, short.lower(), short.replace("-", " ")):
        answer = ask(client, typed.format(certificate.number), code)
        assert (answer.status_code, answer.location) == (303, f"/v/{certificate.code}")


def test_the_number_alone_opens_nothing(client: FlaskClient, certificate: Certificate) -> None:
    wrong = ask(client, certificate.number, "0000-0000-0000")
    missing = ask(client, "陇建验〔2015〕第9999号", "0000-0000-0000")
    assert (wrong.status_code, missing.status_code) == (404, 404)
    assert wrong.text == missing.text
    assert ask(client, certificate.number, "").status_code == 422


def test_guessing_is_slowed_down(
    client: FlaskClient, runtime: Runtime, clock: Clock, certificate: Certificate
) -> None:
    for number in range(MOST_MISSES):
        assert client.get(f"/v/{number}").status_code == 404
    stopped = client.get(f"/v/{certificate.code}")
    assert (stopped.status_code, stopped.headers["Retry-After"]) == (429, "900")
    assert ask(client, certificate.number, "x" * 12).status_code == 429
    clock.forward(minutes=16)
    assert client.get(f"/v/{certificate.code}").status_code == 200
    clock.forward(days=2)
    client.get("/v/once-more")
    with runtime.read() as session:
        assert session.scalar(select(func.count()).select_from(VerificationMiss)) == 1
        assert "127.0.0.1" not in session.scalars(select(VerificationMiss.address_hash)).one()


def test_a_forwarded_address_does_not_help(client: FlaskClient, certificate: Certificate) -> None:
    for number in range(MOST_MISSES):
        client.get(f"/v/{number}", headers={"X-Forwarded-For": f"10.0.0.{number}"})
    other = {"X-Forwarded-For": "10.9.9.9"}
    assert client.get(f"/v/{certificate.code}", headers=other).status_code == 429


def send(
    client: FlaskClient, certificate: Certificate, content: bytes, name: str = "a.pdf"
) -> TestResponse:
    page = client.get(f"/v/{certificate.code}")
    form = next(form for form in forms(page) if form.action.endswith("/paper"))
    values = form.values(paper=(io.BytesIO(content), name))
    return client.post(form.action, data=values, content_type="multipart/form-data")


def test_the_file_is_compared(
    client: FlaskClient, runtime: Runtime, certificate: Certificate
) -> None:
    assert "还没有制作" in send(client, certificate, PAPER).text
    with runtime.write.begin() as session:
        keep_rendering(session, certificate.id, sha256(PAPER))
    same = send(client, certificate, PAPER)
    assert "是签发的原件" in same.text
    assert sha256(PAPER) in same.text
    assert "不是签发的原件" in send(client, certificate, PAPER + b" ").text
    assert send(client, certificate, b"", "").status_code == 422


def test_typed_numbers_are_read_generously() -> None:
    assert plain(" 陇建验【2015】 第0001号 ") == "陇建验〔2015〕第0001号"


def test_certificates_are_listed_and_scoped(
    registry: Registry,
    certificate: Certificate,
    browser_of: Callable[..., FlaskClient],
    as_role: Callable[..., FlaskClient],
) -> None:
    leader = browser_of(Somebody(registry.leader.id or 0, "", registry.leader))
    assert certificate.number in leader.get("/certificates").text
    assert certificate.number in leader.get("/certificates?text=第0001号&state=in_force").text
    assert certificate.number not in leader.get("/certificates?state=revoked").text
    assert certificate.number not in leader.get("/certificates?text=%25").text
    address = f"/certificates/{certificate.id}"
    assert "正在制作" in leader.get(address).text
    assert leader.get(f"{address}.pdf").status_code == 404
    assert leader.post(f"{address}/print").status_code in {400, 403}
    assert leader.get("/certificates/99999999999999999999").status_code == 404
    township = as_role(Role.LEADER, login="town", area=TOWNSHIPS[2])
    assert certificate.number not in township.get("/certificates").text
    assert township.get(address).status_code == 404


def test_the_paper_is_given_as_it_was_made(
    runtime: Runtime,
    registry: Registry,
    certificate: Certificate,
    browser_of: Callable[..., FlaskClient],
) -> None:
    with runtime.write.begin() as session:
        keep_rendering(session, certificate.id, runtime.papers.put(PAPER))
        session.scalars(select(Job)).one().state = JobState.DONE
    leader = browser_of(Somebody(registry.leader.id or 0, "", registry.leader))
    answer = leader.get(f"/certificates/{certificate.id}.pdf")
    assert (answer.data, answer.mimetype) == (PAPER, "application/pdf")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "打开 PDF" in leader.get(f"/certificates/{certificate.id}").text


def test_a_failed_paper_is_tried_again(
    runtime: Runtime,
    registry: Registry,
    certificate: Certificate,
    browser_of: Callable[..., FlaskClient],
) -> None:
    with runtime.write.begin() as session:
        job = session.scalars(select(Job)).one()
        job.state, job.tries, job.error = JobState.FAILED, 5, "PrintingError: why"
    approver = browser_of(Somebody(registry.approver.id or 0, "", registry.approver))
    page = approver.get(f"/certificates/{certificate.id}")
    assert "需要人工处理" in page.text
    assert "PrintingError: why" in page.text
    form = next(form for form in forms(page) if form.action.endswith("/print"))
    assert approver.post(form.action, data=form.values()).status_code == 303
    with runtime.read() as session:
        again = session.scalars(select(Job)).one()
    assert (again.state, again.tries, again.error) == (JobState.QUEUED, 0, "")


def test_the_list_turns_its_pages(
    runtime: Runtime, registry: Registry, browser_of: Callable[..., FlaskClient]
) -> None:
    with runtime.write.begin() as session:
        registry.session = session
        for day in range(65):
            project = registry.project()
            step(registry, project, "pass", date(2015, 5, 3))
            moment = at(date(2015, 6, 1 + day // 10))
            issue(session, project, registry.approver, moment, ISSUER)
    leader = browser_of(Somebody(registry.leader.id or 0, "", registry.leader))
    seen, address = [], "/certificates"
    while address:
        page = leader.get(address).text
        seen += [int(part.split("号")[0]) for part in page.split("〕第")[1:]]
        following = page.split('rel="next" href="')
        address = following[1].split('"')[0].replace("&amp;", "&") if len(following) > 1 else ""
    assert seen == list(range(65, 0, -1))
