"""Driving the press: started with the first paper, kept while there is work, ended when idle."""

from __future__ import annotations

import json
import select
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from acceptance.jobs.pipes import receive, send

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "acceptance.jobs.press")
PATIENCE = 180  # seconds for one paper; a busy machine needs longer than the processor time
IDLE = 20  # seconds without work after which the process is ended
PRINTED = b"P"


class PrintingError(RuntimeError):
    """The paper could not be set; the message says why."""


class Press:
    """One press process, or none. Papers are set one after the other."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._used = time.monotonic()
        self._lock = threading.Lock()

    def certificate(self, facts: Mapping[str, Any], issued_at: datetime) -> bytes:
        """The PDF of a certificate with these facts."""
        return self._set({"facts": dict(facts), "issued_at": issued_at.isoformat()})

    def report(self, facts: Mapping[str, Any], digest: str) -> bytes:
        """The PDF of a report with these facts, whose whole document has this SHA-256."""
        return self._set({"report": dict(facts), "digest": digest})

    def agreement(self, signed: Mapping[str, Any], signed_at: datetime) -> bytes:
        """The PDF of an agreement with this signed record."""
        return self._set({"agreement": dict(signed), "signed_at": signed_at.isoformat()})

    def record(self, facts: Mapping[str, Any], ordered_at: datetime) -> bytes:
        """The PDF of a quality record with these facts."""
        return self._set({"record": dict(facts), "ordered_at": ordered_at.isoformat()})

    @property
    def is_running(self) -> bool:
        """Whether there is a process, at work or waiting."""
        return self._process is not None

    def rest(self) -> None:
        """End the process when it has had nothing to do for a while: it is large."""
        if self._process is not None and time.monotonic() - self._used > IDLE:
            self.close()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _set(self, asked: Mapping[str, Any]) -> bytes:
        with self._lock:
            answer = self._ask(json.dumps(asked).encode())
        if answer[:1] != PRINTED:
            raise PrintingError(answer[1:].decode("utf-8", "replace"))
        return answer[1:]

    def _ask(self, message: bytes) -> bytes:
        process = self._running()
        try:
            send(_pipe(process.stdin), message)
            ready, _, _ = select.select([_pipe(process.stdout)], [], [], PATIENCE)
            answer = receive(_pipe(process.stdout)) if ready else None
        except OSError as error:
            self._end()
            raise PrintingError(f"the press has gone: {error}") from error
        self._used = time.monotonic()
        if answer is None:
            self._end()
            raise PrintingError("the press gave no answer" if ready else "the press took too long")
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603 - our own module, no argument from outside
                COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()


def _pipe(pipe: IO[bytes] | None) -> Any:
    if pipe is None:
        raise PrintingError("the press has no pipes")
    return pipe
