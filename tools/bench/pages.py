"""Pages over ten thousand projects, asked for by one client at a time."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from statistics import median
from urllib.parse import quote

from acceptance.app import create_app
from acceptance.queries.accounts import credentials
from acceptance.runtime import EXTENSION, Runtime
from acceptance.services.sessions import open_session
from acceptance.settings import Environment, Settings
from tests.support.statements import counting_statements
from tools.bench.clients import Browser, RefusedError, ask, sign_in
from tools.bench.registry import Registry
from tools.bench.stack import running
from tools.bench.tables import Table, milliseconds

TIMES = 60
WARM = 6
NEXT = re.compile(r'href="([^"]*[?&](?:amp;)?after=[^"]+)"')
PAGES_TO_THE_MIDDLE = 20


def measure(registry: Registry, name: str, data: Path) -> list[Table]:
    """Median and p95 of each page, and how many statements it takes."""
    table = Table(
        f"Pages, {registry.projects} projects, {name}",
        ("page", "median ms", "p95 ms", "statements", "bytes"),
    )
    with running(registry.url, data) as stack:
        people = {
            login: sign_in(stack.port, login, "/account/password") for login in registry.logins
        }
        counter = Counter(registry, data)
        for title, login, path in _paths(registry, people):
            times, size = _times(people[login], path)
            middle, slow = median(times), sorted(times)[int(len(times) * 0.95)]
            counted = str(counter.statements(login, path))
            table.add(title, milliseconds(middle), milliseconds(slow), counted, str(size))
        counter.close()
    return [table]


def _paths(registry: Registry, people: dict[str, Browser]) -> list[tuple[str, str, str]]:
    inspector = people["inspector"]
    middle = "/projects?order=code"
    for _ in range(PAGES_TO_THE_MIDDLE):
        found = NEXT.findall(_page(inspector, middle))
        if not found:
            break
        middle = found[-1].replace("&amp;", "&")
    project = f"/projects/{registry.busy_project}"
    wanted = [
        ("projects, first", "inspector", "/projects"),
        ("projects, middle", "inspector", middle),
        ("projects, filtered", "inspector", "/projects?category=rural_road&size_class=large"),
        ("projects, first time lost", "inspector", "/projects?first_time=lost"),
        ("projects, searched", "inspector", f"/projects?text={quote('幸福院第99')}"),
        ("projects, searched in vain", "inspector", f"/projects?text={quote('没有这样的')}"),
        ("project", "inspector", project),
        ("works of a project", "inspector", f"{project}/works"),
        ("checklists of a project", "inspector", f"{project}/checklists"),
        ("checklist of 40 items", "inspector", f"/checklists/{registry.checklists[-1]}"),
        ("tasks of an inspector", "inspector", "/tasks"),
        ("tasks of an approver", "approver", "/tasks"),
        ("targets", "leader", "/targets"),
        ("certificates", "inspector", "/certificates"),
    ]
    return [each for each in wanted if _is_there(people[each[1]], each[2])]


def _is_there(browser: Browser, path: str) -> bool:
    status = ask(browser.port, browser.get(path)).status
    if status not in {200, 404, 308}:
        raise RefusedError(f"{path}: {status}")
    return status == 200


def _page(browser: Browser, path: str) -> str:
    answer = ask(browser.port, browser.get(path))
    if answer.status != 200:
        raise RefusedError(f"{path}: {answer.status}")
    return answer.body.decode()


def _times(browser: Browser, path: str) -> tuple[list[float], int]:
    request = browser.get(path)
    for _ in range(WARM):
        ask(browser.port, request)
    answers = [ask(browser.port, request) for _ in range(TIMES)]
    if any(answer.status != 200 for answer in answers):
        raise RefusedError(f"{path} is not always answered")
    return [answer.ms for answer in answers], len(answers[0].body)


class Counter:
    """The same pages in this process, where the statements can be heard."""

    def __init__(self, registry: Registry, data: Path) -> None:
        settings = Settings(
            Environment.TESTING, secrets.token_hex(32), registry.url, data, secure_cookies=False
        )
        self._app = create_app(settings)
        self._runtime: Runtime = self._app.extensions[EXTENSION]
        self._tokens = {login: self._token(login) for login in registry.logins}

    def statements(self, login: str, path: str) -> int:
        """How many statements a page takes, the sign-in's own included."""
        client = self._app.test_client()
        with client.session_transaction() as session:
            session["_user_id"] = self._tokens[login]
        client.get(path)
        with counting_statements(self._runtime.engine) as counted:
            answer = client.get(path)
        if answer.status_code != 200:
            raise RefusedError(f"{path}: {answer.status_code} in this process")
        return len(counted)

    def close(self) -> None:
        self._runtime.engine.dispose()

    def _token(self, login: str) -> str:
        with self._runtime.write.begin() as session:
            found = credentials(session, login)
            if found is None:
                raise RefusedError(f"nobody is called {login}")
            return open_session(session, found.user_id, self._runtime.clock())
