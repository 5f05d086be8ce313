"""Every reason the product can give has a sentence, and every sentence gets its values."""

import ast
import re
from collections.abc import Iterator

from acceptance.i18n.findings import SENTENCES
from tests.support.sources import own_modules, source, tree

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
CODE = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
NOT_DATA = {"code", "clause", "party", "field"}
SAYING = own_modules("acceptance/")


def makes_finding(call: ast.Call) -> bool:
    """Whether a call is Finding(…) or Finding.of(…)."""
    called = call.func
    if isinstance(called, ast.Attribute) and called.attr == "of":
        called = called.value
    return isinstance(called, ast.Name) and called.id == "Finding"


def first_argument(call: ast.Call) -> ast.expr | None:
    if call.args:
        return call.args[0]
    return next((word.value for word in call.keywords if word.arg == "code"), None)


def literal_codes(module: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Each finding whose code stands in the call, also as either branch of a condition."""
    for call in ast.walk(module):
        if not (isinstance(call, ast.Call) and makes_finding(call)):
            continue
        code = first_argument(call)
        branches = [code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]
        for branch in branches:
            if isinstance(branch, ast.Constant) and isinstance(branch.value, str):
                yield branch.value, call


def patterns(module: ast.Module) -> Iterator[re.Pattern[str]]:
    """Codes put together from pieces, as patterns of what they can become."""
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and makes_finding(call):
            code = first_argument(call)
            if isinstance(code, ast.JoinedStr):
                pieces = (
                    re.escape(str(piece.value)) if isinstance(piece, ast.Constant) else "[a-z0-9_]+"
                    for piece in code.values
                )
                yield re.compile("".join(pieces))


def given_values(call: ast.Call) -> set[str] | None:
    """The names of the values handed over, or nothing when they are not written out."""
    called = call.func
    spread = any(word.arg is None for word in call.keywords)
    if not (isinstance(called, ast.Attribute) and called.attr == "of") or spread:
        return None
    return {word.arg for word in call.keywords if word.arg} - NOT_DATA


def test_every_code_has_a_sentence() -> None:
    used = {code for name in SAYING for code, _call in literal_codes(tree(name))}
    assert used, "the search for findings has lost its way"
    assert used - SENTENCES.keys() == set()


def test_every_sentence_gets_its_values() -> None:
    lacking = [
        (name, call.lineno, code, placeholder)
        for name in SAYING
        for code, call in literal_codes(tree(name))
        if (given := given_values(call)) is not None
        for placeholder in PLACEHOLDER.findall(str(SENTENCES.get(code, "")))
        if placeholder not in given
    ]
    assert lacking == []


def test_every_sentence_is_used() -> None:
    """A code that stands nowhere else is a sentence nobody can ever read."""
    texts = [source(name) for name in SAYING if not name.startswith("acceptance/i18n/findings")]
    texts += [source(name) for name in own_modules("acceptance/catalogue/")]
    composed = [pattern for name in SAYING for pattern in patterns(tree(name))]
    unused = [
        code
        for code in SENTENCES
        if not any(f'"{code}"' in text for text in texts)
        and not any(pattern.fullmatch(code) for pattern in composed)
    ]
    assert unused == []


def test_codes_are_plain_words() -> None:
    assert [code for code in SENTENCES if not CODE.match(code)] == []
