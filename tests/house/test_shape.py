"""Rules of the house that no ready-made linter knows."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

import pytest

from tests.support.sources import own_modules, source, tree

VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}
PRODUCT = own_modules("acceptance/")
LAW = own_modules("acceptance/domain/", "acceptance/workflow/")
LEAVE_THE_TRANSACTION_ALONE = own_modules(
    "acceptance/services/", "acceptance/queries/", "acceptance/web/"
)
COMMIT = re.compile(r"\.(commit|rollback)\(")
WRITES = {"insert", "update", "delete", "add_all", "flush"}
CLOCKS = {"now", "today", "utcnow", "time", "monotonic"}

Rule = Callable[[ast.AST], Iterator[int]]


def broken(rule: Rule, names: Iterable[str]) -> list[str]:
    """Where a rule is broken, as file:line."""
    return [f"{name}:{line}" for name in names for line in rule(tree(name))]


def local_imports(module: ast.AST) -> Iterator[int]:
    """Imports that only happen when a function runs."""
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield node.lineno


def floats(module: ast.AST) -> Iterator[int]:
    """Where a binary float comes in: a literal, a call, an annotation. Refusing one is no use."""
    refused = {
        id(part)
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "isinstance"
        for part in ast.walk(node.args[1])
    }
    for node in ast.walk(module):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        named = isinstance(node, ast.Name) and node.id == "float" and id(node) not in refused
        if literal or named:
            assert isinstance(node, ast.expr)
            yield node.lineno


def clocks(module: ast.AST) -> Iterator[int]:
    """Where somebody looks at the clock rather than being told the time."""
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in CLOCKS
            and isinstance(node.value, ast.Name)
            and node.value.id in {"datetime", "date", "time"}
        ):
            yield node.lineno


def writes(module: ast.AST) -> Iterator[int]:
    """Where rows are changed; feeding a digest is called update too and changes none."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in WRITES:
            yield node.lineno
        elif isinstance(called, ast.Attribute) and called.attr in WRITES:
            owner = called.value.id if isinstance(called.value, ast.Name) else ""
            if owner in {"session", "connection", "sa"}:
                yield node.lineno


def test_names_say_what_is_inside() -> None:
    names = own_modules("acceptance/", "tests/", "tools/")
    stems = {name: {PurePosixPath(part).stem for part in name.split("/")} for name in names}
    assert [name for name, parts in stems.items() if parts & VAGUE] == []


def test_no_import_inside_a_function() -> None:
    assert broken(local_imports, PRODUCT) == []


def test_the_law_counts_without_floats() -> None:
    assert broken(floats, LAW) == []


def test_only_the_outermost_rooms_look_at_the_clock() -> None:
    inner = own_modules(
        *(f"acceptance/{room}/" for room in ("domain", "workflow", "persistence")),
        *(f"acceptance/{room}/" for room in ("queries", "services", "documents", "i18n")),
    )
    assert broken(clocks, inner) == []


def test_only_one_place_of_the_web_commits() -> None:
    """Services and queries leave the transaction to their caller; web/db.py is the web's."""
    committing = [name for name in LEAVE_THE_TRANSACTION_ALONE if COMMIT.search(source(name))]
    assert set(committing) <= {"acceptance/web/db.py"}


def test_queries_only_read() -> None:
    assert broken(writes, own_modules("acceptance/queries/")) == []


def test_views_ask_queries_and_services() -> None:
    views = [name for name in own_modules("acceptance/web/") if name.endswith("views.py")]
    importing = re.compile(r"^(from|import) sqlalchemy\b", re.MULTILINE)
    assert [name for name in views if importing.search(source(name))] == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (local_imports, "def f():\n    import json\n"),
        (floats, "LIMIT = 0.5\n"),
        (floats, "def f(x: float): ...\n"),
        (clocks, "import datetime\nx = datetime.now(UTC)\n"),
        (writes, "session.execute(insert(Table))\n"),
        (writes, "session.delete(row)\n"),
    ],
)
def test_each_rule_sees_what_breaks_it(rule: Rule, text: str) -> None:
    assert list(rule(ast.parse(text)))


def test_feeding_a_digest_writes_no_row() -> None:
    assert list(writes(ast.parse("digest.update(b'')\n"))) == []
