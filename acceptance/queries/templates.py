"""Templates as they are stored: found by digest, read once per process, newest by code."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import sha256
from acceptance.domain.checklists.reading import from_document
from acceptance.domain.checklists.template import Template
from acceptance.domain.projects import Category, Level
from acceptance.persistence.checklists import ChecklistTemplate

# A digest names its content for ever, so that what was read once need never be read again.
_READ: dict[str, Template] = {}


class TemplateDamagedError(RuntimeError):
    """A stored template no longer has the digest it was published under."""


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A published template in a list."""

    id: int
    code: str
    version: str
    digest: str
    title: str
    title_en: str
    standard: str
    items: int
    category: Category
    level: Level


def frozen_template(session: Session, digest: str) -> Template:
    """The template with this digest, exactly as it was published."""
    template = _READ.get(digest)
    if template is None:
        body = session.scalars(
            select(ChecklistTemplate.body).where(ChecklistTemplate.digest == digest)
        ).one()
        template = _READ[digest] = _read(body, digest)
    return template


def newest(session: Session, code: str) -> TemplateLine | None:
    """The version of a template that is opened today."""
    found = _newest(session, ChecklistTemplate.code == code)
    return found[0] if found else None


def offered(
    session: Session, category: Category, level: Level | None = None
) -> tuple[TemplateLine, ...]:
    """The newest version of each template for works of this category, by code."""
    wanted = [ChecklistTemplate.category == category]
    if level is not None:
        wanted.append(ChecklistTemplate.level == level)
    return _newest(session, *wanted)


def _newest(session: Session, *wanted: ColumnElement[bool]) -> tuple[TemplateLine, ...]:
    last = select(func.max(ChecklistTemplate.id)).group_by(ChecklistTemplate.code)
    rows = session.scalars(
        select(ChecklistTemplate)
        .where(ChecklistTemplate.id.in_(last), *wanted)
        .order_by(ChecklistTemplate.code)
    )
    return tuple(_line(row) for row in rows)


def _line(row: ChecklistTemplate) -> TemplateLine:
    return TemplateLine(
        id=row.id,
        code=row.code,
        version=row.version,
        digest=row.digest,
        title=row.title,
        title_en=row.title_en,
        standard=row.standard,
        items=row.items,
        category=row.category,
        level=Level(row.level),
    )


def _read(body: str, digest: str) -> Template:
    if sha256(body) != digest:
        raise TemplateDamagedError(digest)
    return from_document(json.loads(body))
