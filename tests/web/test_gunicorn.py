"""What only shows behind the real server: whose headers it believes, and how it refuses."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from socket import create_server

import pytest

from acceptance.persistence.migrate import upgrade
from acceptance.web.limits import LARGEST_PHOTOS
from tests.support.sources import ROOT

SECONDS_TO_START = 30


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """gunicorn as bin/serve starts it, on a free port."""
    folder = tmp_path_factory.mktemp("gunicorn")
    address = f"sqlite:///{folder / 'acceptance.sqlite3'}"
    upgrade(address)
    with create_server(("127.0.0.1", 0)) as listening:
        free: int = listening.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py",
         "--bind", f"127.0.0.1:{free}", "wsgi:app"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "APP_ENV": "testing", "DATA_DIR": str(folder),
             "DATABASE_URL": address},
    )  # fmt: skip
    try:
        _wait_for(free, process)
        yield free
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and process.poll() is None:
        try:
            asked(port, "GET", "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("gunicorn did not start")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was read to its end."""

    status: int
    headers: Message
    text: str


def asked(port: int, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request(method, path, body or None, named)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read().decode())


def test_a_visitor_does_not_make_himself_a_proxy(port: int) -> None:
    said = {"X_Forwarded_Proto": "https", "X_Forwarded_Host": "evil.example"}
    answer = asked(port, "GET", "/account/sign-in", **said)
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] is None
    assert "evil.example" not in answer.text


def test_what_is_too_large_is_answered_though_it_is_still_being_sent(port: int) -> None:
    body = b"x" * (LARGEST_PHOTOS + 3_000_000)
    answer = asked(port, "POST", "/v", body, Content_Type="multipart/form-data; boundary=x")
    assert answer.status == 413
    assert "照片最多 12 MB" in answer.text


def test_two_lengths_are_refused(port: int) -> None:
    doubled = {"Content_Type": "text/plain", "Transfer_Encoding": "chunked", "Content_Length": "5"}
    assert asked(port, "POST", "/v", b"0\r\n\r\n", **doubled).status == 400


def test_nothing_is_said_about_versions(port: int) -> None:
    assert asked(port, "GET", "/nothing").headers["Server"] == "gunicorn"


def test_the_folder_of_the_page_is_not_served(port: int) -> None:
    for path in ("/static/../config.py", "/.git/HEAD", "/static/..%2f..%2fconfig.py", "/console"):
        assert asked(port, "GET", path).status == 404, path
