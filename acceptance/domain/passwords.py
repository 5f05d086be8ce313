"""What a password may be: long enough, and not among the first that somebody would try."""

from __future__ import annotations

import re
import unicodedata

from acceptance.domain.findings import Finding

SHORTEST = 10
LONGEST = 128

# The first guesses at an office like this, all of the permitted length and in lower case.
COMMON = frozenset(
    {
        "0123456789", "1234567890", "0987654321", "9876543210", "12345678910", "123456789a",
        "a123456789", "a1234567890", "1111111111", "0000000000", "8888888888", "6666666666",
        "1122334455", "5201314520", "1314520520", "1qaz2wsx3edc", "1q2w3e4r5t", "qwertyuiop",
        "qwerty12345", "qwerty123456", "asdfghjkl1", "zxcvbnm123", "abcdefghij", "abcd123456",
        "abc1234567", "aa12345678", "aa123456789", "iloveyou123", "password12", "password123",
        "password1234", "password12345", "passw0rd123", "p@ssw0rd123", "p@ssword123",
        "welcome123", "welcome1234", "changeme123", "letmein1234", "woaini1314", "woaini520520",
        "woaini1314520", "wodemima123", "mima123456", "system1234",
    }
)  # fmt: skip
# Names of the place, the office and the product, in the spellings people use.
PLACE_NAMES = frozenset(
    {
        "longxi", "longxixian", "dingxi", "gansu", "gongchang", "wenfeng", "zhujian", "zhujianju",
        "yanshou", "acceptance", "admin", "administrator", "guanliyuan", "root", "password",
        "welcome", "mima", "陇西", "陇西县", "定西", "甘肃", "巩昌", "文峰", "住建局", "验收",
        "工程质量验收", "管理员", "密码",
    }
)  # fmt: skip
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def weaknesses(password: str, login: str) -> tuple[Finding, ...]:
    """Why a password is refused, every reason at once; empty when it will do."""
    found = []
    if len(password) < SHORTEST:
        found.append(Finding.of("password_too_short", field="password", least=SHORTEST))
    if len(password) > LONGEST:
        found.append(Finding.of("password_too_long", field="password", most=LONGEST))
    plain = unicodedata.normalize("NFKC", password).casefold()
    if login and login.casefold() in plain:
        found.append(Finding.of("password_contains_login", field="password"))
    if plain in COMMON or len(set(plain)) < 4 or _NOT_LETTERS.sub("", plain) in PLACE_NAMES:
        found.append(Finding.of("password_common", field="password"))
    return tuple(found)
