"""Clients over plain sockets: they share the processors with the server, so they do little."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import islice
from threading import Lock
from urllib.parse import urlencode

from tests.builders.people import PASSWORD

HOST = "127.0.0.1"
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class RefusedError(RuntimeError):
    """The server did not answer as it should."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A signed-in person: the cookie, and the token that goes with it."""

    port: int
    cookie: str
    token: str

    def get(self, path: str, accept: str = "text/html") -> bytes:
        """A ready request for a page."""
        return self._head("GET", path, f"Accept: {accept}\r\n") + b"\r\n"

    def post(self, path: str, body: bytes, kind: str, accept: str) -> bytes:
        """A ready request with a body."""
        lines = (
            f"Accept: {accept}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
            f"X-CSRFToken: {self.token}\r\n"
        )
        return self._head("POST", path, lines) + b"\r\n" + body

    def _head(self, method: str, path: str, lines: str) -> bytes:
        head = f"{method} {path} HTTP/1.1\r\nHost: {HOST}:{self.port}\r\nConnection: close\r\n"
        return f"{head}Cookie: {self.cookie}\r\n{lines}".encode()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and how long it took, in milliseconds."""

    status: int
    head: bytes
    body: bytes
    ms: float


@dataclass(frozen=True, slots=True)
class Load:
    """All answers of some clients at once; `seconds` is the time from the first to the last."""

    answers: tuple[Answer, ...]
    seconds: float

    @property
    def rate(self) -> float:
        return len(self.answers) / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds that this share (0 to 1) of the answers did not exceed."""
        times = sorted(answer.ms for answer in self.answers)
        return times[min(len(times) - 1, int(len(times) * share))]


def ask(port: int, request: bytes) -> Answer:
    """One request on a connection of its own, as gunicorn's sync workers take them."""
    began = time.perf_counter()
    parts = []
    with socket.create_connection((HOST, port), timeout=60) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.sendall(request)
        while part := connection.recv(65536):
            parts.append(part)
    ms = (time.perf_counter() - began) * 1000
    head, _, body = b"".join(parts).partition(b"\r\n\r\n")
    status = int(head[9:12]) if head[9:12].isdigit() else 0
    return Answer(status, head, body, ms)


def load(port: int, requests: Sequence[bytes], clients: int) -> Load:
    """Send all requests by so many clients, each waiting for its answer before the next one."""
    waiting = iter(requests)
    lock = Lock()

    def client(_number: int) -> list[Answer]:
        answers: list[Answer] = []
        while True:
            with lock:
                request = next(islice(waiting, 1), None)
            if request is None:
                return answers
            answers.append(ask(port, request))

    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        found = list(pool.map(client, range(clients)))
    return Load(tuple(a for each in found for a in each), time.perf_counter() - began)


def sign_in(port: int, login: str, page: str) -> Browser:
    """Sign in as a person does, then take the token from a page with a form."""
    connection = HTTPConnection(HOST, port, timeout=60)
    first, cookies = _visit(connection, "GET", "/account/sign-in", {})
    form = {"csrf_token": _token(first), "login": login, "password": PASSWORD}
    _page, cookies = _visit(connection, "POST", "/account/sign-in", cookies, urlencode(form))
    form_page, cookies = _visit(connection, "GET", page, cookies)
    connection.close()
    return Browser(port, _cookie(cookies), _token(form_page))


def _visit(
    connection: HTTPConnection, method: str, path: str, cookies: dict[str, str], body: str = ""
) -> tuple[str, dict[str, str]]:
    headers = {"Cookie": _cookie(cookies), "Content-Type": "application/x-www-form-urlencoded"}
    connection.request(method, path, body or None, headers)
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    if answer.status >= 400:
        raise RefusedError(f"{method} {path}: {answer.status}\n{text[:500]}")
    for line in answer.headers.get_all("Set-Cookie", []):
        name, _, value = line.partition(";")[0].partition("=")
        cookies = {**cookies, name: value}
    return text, cookies


def _cookie(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def _token(page: str) -> str:
    found = TOKEN.search(page)
    if found is None:
        raise RefusedError(f"no form on the page: {page[:300]}")
    return found[1]
