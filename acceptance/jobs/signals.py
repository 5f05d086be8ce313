"""How a worker is told to stop, also while its process goes on as another program."""

from __future__ import annotations

import os
import signal
import sys
import threading
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT)


def stop_at_signals() -> threading.Event:
    """Set at SIGTERM or Ctrl-C, also at one that came while `become` was under way."""
    stop = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in SIGNALS:
        signal.signal(number, end)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    return stop


def become(module: str, stop: threading.Event) -> None:
    """Go on as this module in the same process, which keeps its number; returns only if told to
    stop. From here on signals wait until the module calls `stop_at_signals`: none is lost."""
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    if not stop.is_set():
        sys.stdout.flush()
        os.execv(sys.executable, [sys.executable, "-m", module])  # noqa: S606 - our own module
