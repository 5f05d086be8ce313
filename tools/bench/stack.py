"""The product as it is served: gunicorn with its workers, and the dispatcher beside it."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.bench.clients import HOST, ask

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Stack:
    """Running processes. `first_answer` is the seconds from the command to a first good page."""

    port: int
    server: int
    dispatcher: int
    first_answer: float

    def pids(self) -> list[int]:
        """Every process of the stack, children included."""
        return [*family(self.server), *family(self.dispatcher)]

    def memory(self) -> float:
        """What the stack takes in MiB, each shared page counted once (PSS)."""
        return pss(self.pids())


@contextmanager
def running(url: str, data: Path) -> Iterator[Stack]:
    """Serve this database with the settings of production until the block ends."""
    port = free_port()
    environment = os.environ | {
        "APP_ENV": "production",
        "SECRET_KEY": secrets.token_hex(32),
        "DATABASE_URL": url,
        "DATA_DIR": str(data),
        "PUBLIC_URL": f"http://{HOST}:{port}",
        "REDIS_URL": "",
    }
    server_command = (
        sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py",
        "--bind", f"{HOST}:{port}", "wsgi:app",
    )  # fmt: skip
    began = time.perf_counter()
    server = subprocess.Popen(server_command, cwd=ROOT, env=environment)
    worker_command = (sys.executable, "-m", "flask", "--app", "wsgi", "worker")
    dispatcher = subprocess.Popen(worker_command, cwd=ROOT, env=environment)
    try:
        first = _first_answer(server, port, began)
        yield Stack(port, server.pid, dispatcher.pid, first)
    finally:
        for process in (server, dispatcher):
            process.terminate()
        for process in (server, dispatcher):
            process.wait(timeout=60)


def _first_answer(server: subprocess.Popen[bytes], port: int, began: float) -> float:
    request = (
        f"GET /account/sign-in HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n"
    ).encode()
    while time.perf_counter() - began < PATIENCE:
        if server.poll() is not None:
            raise RuntimeError("the web server has ended before it answered")
        try:
            if ask(port, request).status == 200:
                return time.perf_counter() - began
        except OSError:
            time.sleep(0.01)
    raise RuntimeError(f"no good answer within {PATIENCE:.0f} seconds")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.create_server((HOST, 0)) as listening:
        return int(listening.getsockname()[1])


def family(pid: int) -> list[int]:
    """A process and everything it has started."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _read(task).split():
            found += family(int(child))
    return found


def pss(pids: list[int]) -> float:
    """The proportional memory of some processes, in MiB."""
    total = 0
    for pid in pids:
        for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def processor_seconds(pids: list[int]) -> float:
    """The processor time that some processes have used so far."""
    ticks = 0
    for pid in pids:
        fields = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
        ticks += sum(int(each) for each in fields[11:13])
    return ticks / os.sysconf("SC_CLK_TCK")


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""  # The process has ended in between.
