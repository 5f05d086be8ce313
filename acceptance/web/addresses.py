"""Addresses that can name something: what no column of the database can hold names nothing."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from flask import Flask, Request
from werkzeug.datastructures import MultiDict
from werkzeug.routing import IntegerConverter, Map, UnicodeConverter

LARGEST_ID = 2**31 - 1
# PostgreSQL has no text with this sign, and refuses even to look for one.
NUL = "\0"


class RowNumber(IntegerConverter):
    """`<int:...>` in a rule. A larger number is no address, and answers like any other unknown one."""

    def __init__(self, map: Map, **limits: Any) -> None:  # noqa: A002
        super().__init__(map, **({"max": LARGEST_ID} | limits))


class Word(UnicodeConverter):
    """`<...>` in a rule, read without NUL."""

    def to_python(self, value: str) -> str:
        return value.replace(NUL, "")


class Asked(Request):
    """A request whose query is read without NUL, as if it had not been typed."""

    @cached_property
    def args(self) -> MultiDict[str, str]:
        read = super().args
        if not any(NUL in part for pair in read.items(multi=True) for part in pair):
            return read
        kept = [(n.replace(NUL, ""), v.replace(NUL, "")) for n, v in read.items(multi=True)]
        return self.parameter_storage_class(kept)


def init_app(app: Flask) -> None:
    """Read addresses so, from the first rule on."""
    app.request_class = Asked
    app.url_map.converters |= {"int": RowNumber, "default": Word}
