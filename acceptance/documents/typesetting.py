"""How Chinese lines may end: the small rules that Pango does not know."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from acceptance.documents.faces import FONTS
from acceptance.documents.figures import half_ems

TEMPLATES = FONTS.parent.parent.parent / "templates" / "documents"
_NEVER_FIRST = frozenset("，。、；：？！）》」』〕】”’…—·%,.;:?!)")
_NEVER_LAST = frozenset("（《「『〔【“‘(")
_KEPT = 3


def settled(text: str) -> Markup:
    """`text` whose last line has at least three characters: a lone 。 or word looks lost."""
    start = len(text) - _KEPT
    while start > 0 and (text[start] in _NEVER_FIRST or text[start - 1] in _NEVER_LAST):
        start -= 1
    too_long = start <= 0 or half_ems(text[start:]) > 5 * _KEPT or "\n" in text[start:]
    # Inside a Latin word there is no place to break, so nothing may be tied to its end.
    if too_long or text[start - 1 : start + 1].isascii():
        return escape(text)
    return escape(text[:start]) + _whole(text[start:])


def names(text: str) -> Markup:
    """A list separated by 、 that never breaks inside a name."""
    first, *rest = text.split("、")
    parts = [first, *rest]
    return Markup("").join(
        _whole(part + ("、" if number < len(parts) else "")) for number, part in enumerate(parts, 1)
    )


def _whole(text: str) -> Markup:
    return Markup('<span class="whole">%s</span>') % text


def environment() -> Environment:
    """The papers' own Jinja: everything is escaped, and an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"settled": settled, "names": names}
    return made
