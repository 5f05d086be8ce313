"""Everything a person reads is there in Chinese and in English, and says the same."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from jinja2 import Environment

from tests.support.sources import PRODUCT, ROOT, own_modules, source, tracked_files, tree

ENGLISH = PRODUCT / "i18n" / "translations" / "en" / "LC_MESSAGES" / "messages.po"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
# Names of the languages themselves and the seal stand as they are in both.
SAME_IN_BOTH = {"中文", "English", "验", "中", "EN", "PDF", "JSON", "XLSX"}
PAGES = [
    name
    for name in tracked_files()
    if name.startswith("templates/") and not name.startswith("templates/documents/")
]
SPEAKING = own_modules("acceptance/web/")
MARKERS = {"_", "_l", "N_", "gettext", "ngettext", "lazy_gettext", "lazy_ngettext", "pgettext"}


@cache
def wanted() -> Catalog:
    """What the sources and templates say, found afresh by tools/translate."""
    with TemporaryDirectory() as folder:
        target = Path(folder, "found.pot")
        subprocess.run([ROOT / "tools" / "translate", "--template", target], check=True)
        with target.open("rb") as file:
            return read_po(file)


@cache
def english() -> Catalog:
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def texts(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def forms(words: str | tuple[str, ...] | list[str]) -> list[str]:
    """The forms of a text: one, or one for each plural."""
    return [words] if isinstance(words, str) else list(words)


def test_no_translation_brings_a_percent_sign_that_its_text_has_not() -> None:
    """A page puts values into every text that it says: then a lone sign is an error on the page."""

    def signs(text: str) -> str:
        return PLACEHOLDER.sub("", text.replace("%%", ""))

    odd = [
        said
        for message in texts(english())
        for said in forms(message.string)
        if "%" in signs(said) and "%" not in signs(forms(message.id)[0])
    ]
    assert odd == []


def test_every_text_is_translated() -> None:
    missing = []
    for message in texts(wanted()):
        translated = english().get(message.id, message.context)
        if translated is None or not all(forms(translated.string)) or translated.fuzzy:
            missing.append(message.id)
    assert missing == []


def test_catalogue_keeps_nothing_that_is_said_no_more() -> None:
    known = {(str(message.id), message.context) for message in texts(wanted())}
    kept = {(str(message.id), message.context) for message in texts(english())}
    assert kept - known == set()


def test_placeholders_agree() -> None:
    wrong = [
        message.id
        for message in texts(english())
        if {name for form in forms(message.id) for name in PLACEHOLDER.findall(form)}
        != {name for form in forms(message.string) for name in PLACEHOLDER.findall(form)}
    ]
    assert wrong == []


def test_sources_are_chinese_and_translations_are_not() -> None:
    def words(form: str) -> str:
        return re.sub(r"[\W\d_]", "", PLACEHOLDER.sub("", form))

    not_chinese = [
        form
        for message in texts(wanted())
        for form in forms(message.id)
        if form not in SAME_IN_BOTH and words(form) and not CHINESE.search(form)
    ]
    still_chinese = [
        form
        for message in texts(english())
        for form in forms(message.string)
        if form not in SAME_IN_BOTH and CHINESE.search(form)
    ]
    assert (not_chinese, still_chinese) == ([], [])


def test_compiled_catalogue_is_the_written_one() -> None:
    with ENGLISH.with_suffix(".mo").open("rb") as file:
        compiled = {str(message.id): message.string for message in texts(read_mo(file))}
    written = {str(message.id): message.string for message in texts(english())}
    assert compiled == written


def bare_text(template: str) -> list[str]:
    """Chinese that stands in a template outside every gettext call and trans block."""
    environment = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True)
    bare, inside, tag = [], False, False
    for _line, kind, value in environment.lex(template):
        if kind == "block_begin":
            tag = True
        elif kind == "name" and tag and value in {"trans", "endtrans"}:
            inside = value == "trans"
        elif kind == "data" and not inside and CHINESE.search(value.replace(">验<", "><")):
            bare.append(value.strip())
        tag = tag and kind in {"block_begin", "whitespace"}
    return bare


def test_no_chinese_in_a_page_escapes_translation() -> None:
    bare = {name: bare_text(source(name)) for name in PAGES}
    assert {name: found for name, found in bare.items() if found} == {}


def unmarked(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Chinese strings in Python that no marker hands to the translators."""
    marked = {
        id(part)
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and (node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", ""))
        in MARKERS
        for part in ast.walk(node)
    }
    docstrings = {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and CHINESE.search(node.value)
            and node.value not in SAME_IN_BOTH
            and id(node) not in marked | docstrings
        ):
            yield node.lineno, node.value


def test_no_chinese_in_python_escapes_translation() -> None:
    found = [(name, *where) for name in SPEAKING for where in unmarked(tree(name))]
    assert found == []


@pytest.mark.parametrize(
    ("template", "bare"),
    [
        ("<p>{{ _('合格') }}</p>", []),
        ("<p>{% trans %}合格{% endtrans %}</p>", []),
        ("<p>{% trans n=1 %}{{ n }} 项{% pluralize %}{{ n }} 项{% endtrans %}</p>", []),
        ("<p>合格</p>", ["<p>合格</p>"]),
        ("{% trans %}合格{% endtrans %}不合格", ["不合格"]),
    ],
)
def test_the_rule_tells_bare_text(template: str, bare: list[str]) -> None:
    assert bare_text(template) == bare


def test_the_rule_tells_unmarked_strings() -> None:
    module = ast.parse('"""合格"""\na = _("合格")\nb = "不合格"\n')
    assert list(unmarked(module)) == [(3, "不合格")]
