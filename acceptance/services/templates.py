"""Publishing checklist templates: each version is stored once and frozen by its digest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical
from acceptance.domain.checklists.template import Template
from acceptance.domain.people import Actor
from acceptance.persistence.checklists import ChecklistTemplate
from acceptance.services.ledger import record


@dataclass(frozen=True, slots=True)
class Published:
    """A template of the catalogue after loading; `new` when this version was not known before."""

    code: str
    version: str
    digest: str
    new: bool


def publish(
    session: Session, templates: Iterable[Template], actor: Actor, now: datetime
) -> tuple[Published, ...]:
    """Store what is new. A changed file is a new version; old versions stay as they are, and so
    does every checklist that was opened with one."""
    known = set(session.scalars(select(ChecklistTemplate.digest)))
    published = []
    for template in templates:
        new = template.digest not in known
        if new:
            _store(session, template, actor, now)
            known.add(template.digest)
        published.append(Published(template.code, template.version, template.digest, new))
    return tuple(published)


def _store(session: Session, template: Template, actor: Actor, now: datetime) -> None:
    session.add(
        ChecklistTemplate(
            code=template.code,
            version=template.version,
            digest=template.digest,
            category=template.category,
            level=template.level.value,
            title=template.title,
            title_en=template.title_en,
            standard=template.standard,
            items=len(template.items),
            body=canonical(template.to_document()),
            loaded_at=now,
        )
    )
    payload = {"code": template.code, "version": template.version, "digest": template.digest}
    record(session, actor, now, "template.published", "template", template.code, payload)
