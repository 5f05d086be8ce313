"""The files of this repository, as the house rules look at them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ROOT / "acceptance"
TEMPLATES = ROOT / "templates"
# What others wrote: it is checked against its own lock and not against our rules.
FOREIGN = ("acceptance/web/static/vendor/", "acceptance/documents/fonts/", "vendor/")


@cache
def tracked_files() -> tuple[str, ...]:
    """What git keeps, and what it would keep at the next commit."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    names = sorted({name for name in listing.stdout.split("\0") if name})
    return tuple(name for name in names if (ROOT / name).is_file())


def own_files(*endings: str) -> list[str]:
    """Our own files, with one of these endings if any is given."""
    return [
        name
        for name in tracked_files()
        if not name.startswith(FOREIGN) and (not endings or name.endswith(endings))
    ]


def own_modules(*folders: str) -> list[str]:
    """Our Python modules below these folders."""
    return [name for name in own_files(".py") if name.startswith(folders)]


def source(name: str) -> str:
    """The text of a file of ours."""
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def tree(name: str) -> ast.Module:
    """The parsed text of a module of ours."""
    return ast.parse(source(name), filename=name)


def functions(name: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module, methods and inner ones too."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
