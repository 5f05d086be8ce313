"""Templates as people write them: TOML files that need no programmer."""

from __future__ import annotations

import tomllib
from decimal import Decimal

from acceptance.domain.checklists.reading import TemplateError, from_document
from acceptance.domain.checklists.template import Template
from acceptance.domain.findings import Finding


def read_template(text: str) -> Template:
    """The template in a TOML file. Figures with a point are decimals, never binary floats."""
    try:
        document = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError((Finding.of("template_not_toml", reason=str(error)),)) from error
    return from_document(document)
