"""A module is read in one go, a function at one look."""

import ast
from statistics import median

from tests.support.sources import functions, own_modules, source, tree

OURS = own_modules("acceptance/", "tests/", "tools/", "config.py", "wsgi.py", "deploy/")


def lines_of(name: str) -> int:
    return len(source(name).splitlines())


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1


def test_no_module_is_over_300_lines() -> None:
    assert [(name, lines_of(name)) for name in OURS if lines_of(name) > 300] == []


def test_half_of_the_modules_are_under_80_lines() -> None:
    product = [name for name in OURS if name.startswith("acceptance/") and lines_of(name) > 1]
    assert median(lines_of(name) for name in product) < 80


def test_no_function_is_over_40_lines() -> None:
    long = [
        (name, function.name, length(function))
        for name in OURS
        for function in functions(name)
        if length(function) > 40
    ]
    assert long == []


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name in OURS if not ast.get_docstring(tree(name))] == []


def test_the_rule_sees_a_long_function() -> None:
    body = "\n".join("    pass" for _ in range(40))
    function = ast.parse(f"def long() -> None:\n{body}\n").body[0]
    assert isinstance(function, ast.FunctionDef)
    assert length(function) == 41
