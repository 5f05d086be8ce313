"""Templates as they are stored: found by digest, read once per process, newest by code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import sha256
from acceptance.domain.checklists.reading import from_document
from acceptance.domain.checklists.template import Template
from acceptance.domain.people import Actor
from acceptance.domain.projects import Category, Level
from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.projects import Project
from acceptance.queries.scope import visible

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

    @property
    def searched(self) -> str:
        """What a search for a template looks in."""
        return f"{self.title} {self.title_en} {self.standard} {self.code}".casefold()


def frozen_template(session: Session, digest: str) -> Template:
    """The template with this digest, exactly as it was published."""
    template = _READ.get(digest)
    if template is None:
        body = session.scalars(
            select(ChecklistTemplate.body).where(ChecklistTemplate.digest == digest)
        ).one()
        template = _READ[digest] = _read(body, digest)
    return template


def template_of(session: Session, actor: Actor, checklist_id: int) -> Template | None:
    """The template a checklist was opened with; None when it is missing or foreign."""
    digest = session.scalar(_opened_with(actor), {"checklist": checklist_id})
    return None if digest is None else frozen_template(session, digest)


@lru_cache(maxsize=64)
def _opened_with(actor: Actor) -> Any:
    return (
        select(ChecklistTemplate.digest)
        .select_from(Checklist)
        .join(ChecklistTemplate, ChecklistTemplate.id == Checklist.template_id)
        .join(Project, Project.id == Checklist.project_id)
        .where(Checklist.id == bindparam("checklist"), visible(actor))
    )


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
