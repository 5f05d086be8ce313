"""Strict reading of one table of a template: every problem is noted with the key it belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from acceptance.domain.exact import NotANumberError, decimal, decimal_text
from acceptance.domain.findings import Finding

Word = TypeVar("Word", bound=StrEnum)

LONGEST_TEXT = 1000
LONGEST_WORD = 60
_CODE = re.compile(r"[a-z][a-z0-9-]{0,39}\Z", re.ASCII)


class Table:
    """A mapping with its place in the file; what is read is ticked off, the rest is unknown."""

    def __init__(self, content: Mapping[str, Any], place: str, problems: list[Finding]) -> None:
        self._content = content
        self._unread = set(content)
        self._problems = problems
        self.place = place

    def __contains__(self, key: str) -> bool:
        return key in self._content

    def refuse(self, code: str, key: str, **data: str | int) -> None:
        """Note a problem with `key`."""
        field = f"{self.place}.{key}" if self.place and key else self.place or key
        self._problems.append(Finding(code, field=field, data=tuple(sorted(data.items()))))

    def text(self, key: str, *, optional: bool = False) -> str:
        value = self._take(key, optional=optional)
        if value is None:
            return ""
        if not isinstance(value, str) or not (value.strip() or optional):
            self.refuse("template_text_wanted", key)
            return ""
        if len(value) > LONGEST_TEXT or not value.replace("\n", "").isprintable():
            self.refuse("template_text_wanted", key)
            return ""
        return value.strip()

    def code(self) -> str:
        value = self.text("code")
        if value and not _CODE.match(value):
            self.refuse("template_code_wanted", "code", given=value[:40])
        return value

    def word(self, key: str, words: type[Word], default: Word | None = None) -> Word:
        """One of `words`; a fallback keeps the reading going after a problem was noted."""
        fallback = default or next(iter(words))
        value = self._take(key, optional=default is not None)
        if value is None:
            return fallback
        try:
            return words(value)
        except ValueError:
            self.refuse("template_word_unknown", key, given=str(value)[:40], known=", ".join(words))
            return fallback

    def words(self, key: str, words: type[Word]) -> tuple[Word, ...]:
        """A list of different words, empty when there is none."""
        value = self._take(key, optional=True)
        known = set(words)
        if value is None:
            return ()
        if not isinstance(value, list | tuple) or not value:
            self.refuse("template_word_unknown", key, given=str(value)[:40], known=", ".join(words))
            return ()
        for each in value:
            if each not in known or value.count(each) > 1:
                said = str(each)[:40]
                self.refuse("template_word_unknown", key, given=said, known=", ".join(words))
                return ()
        return tuple(map(words, value))

    def flag(self, key: str, *, default: bool) -> bool:
        value = self._take(key, optional=True)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.refuse("template_flag_wanted", key)
        return default

    def whole(self, key: str, default: int) -> int:
        value = self._take(key, optional=True)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 1000:
            self.refuse("template_whole_wanted", key)
            return default
        return value

    def number(self, key: str) -> Decimal | None:
        """A decimal: bare in a file, text in a stored document, never a binary float."""
        value = self._take(key, optional=True)
        if value is None:
            return None
        if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
            try:
                return decimal(str(value))
            except NotANumberError:
                pass
        self.refuse("template_number_wanted", key)
        return None

    def tables(self, key: str, *, optional: bool = False) -> list[Table]:
        """The tables of an array, each with its 1-based place in the file."""
        value = self._take(key, optional=optional)
        if not isinstance(value, list) or not value:
            if value is not None:
                self.refuse("template_tables_wanted", key)
            return []
        prefix = f"{self.place}.{key}" if self.place else key
        found = []
        for number, each in enumerate(value, start=1):
            if isinstance(each, Mapping):
                found.append(Table(each, f"{prefix}.{number}", self._problems))
            else:
                self.refuse("template_tables_wanted", f"{key}.{number}")
        return found

    def table(self, key: str) -> Table:
        """The one table under `key`, empty when there is none."""
        value = self._take(key, optional=True)
        place = f"{self.place}.{key}" if self.place else key
        if value is not None and not isinstance(value, Mapping):
            self.refuse("template_tables_wanted", key)
            value = None
        return Table(value or {}, place, self._problems)

    def scalars(self, key: str) -> tuple[tuple[str, str | bool], ...]:
        """The table under `key` by name: words and flags as they are, numbers as decimal text."""
        table = self.table(key)
        found = ((name, table.scalar(name)) for name in table.names)
        return tuple((name, value) for name, value in found if value is not None)

    @property
    def names(self) -> list[str]:
        """The keys of the table in order."""
        return sorted(self._content)

    def scalar(self, name: str) -> str | bool | None:
        """A word, a flag, or a number as decimal text."""
        value = self._take(name, optional=True)
        if isinstance(value, bool):
            return value
        if isinstance(value, str | int | Decimal):
            try:
                return decimal_text(decimal(str(value)))
            except NotANumberError:
                pass
        if isinstance(value, str) and value.isprintable() and 0 < len(value) <= LONGEST_WORD:
            return value
        self.refuse("template_given_wanted", name)
        return None

    def close(self) -> None:
        """Note every key nobody asked for."""
        for key in sorted(self._unread):
            self.refuse("template_key_unknown", str(key)[:40])

    def _take(self, key: str, *, optional: bool) -> Any:
        self._unread.discard(key)
        value = self._content.get(key)
        if value is None and not optional:
            self.refuse("template_key_missing", key)
        return value
