"""WeasyPrint says what went wrong only in its log; on a paper every such line is an error."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

_LOG = logging.getLogger("weasyprint")


class FlawedPaperError(RuntimeError):
    """The paper was set, but with a missing glyph, an unknown rule or a refused address."""


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def no_complaints() -> Iterator[None]:
    """Raise `FlawedPaperError` when anything in the block makes WeasyPrint warn."""
    listener = _Listener()
    _LOG.addHandler(listener)
    try:
        with warnings.catch_warnings():
            # WeasyPrint 70 leaves its own colour profile to the garbage collector to close.
            warnings.filterwarnings("ignore", "unclosed file.*sRGB2014", ResourceWarning)
            yield
    finally:
        _LOG.removeHandler(listener)
    if listener.heard:
        raise FlawedPaperError("; ".join(listener.heard))
