"""Starting a division of works from the usual one of the category (套用标准划分)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.domain.projects import RULE_SETS
from acceptance.domain.works_presets import Preset, PresetPart
from acceptance.persistence.checklists import ChecklistTemplate
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.services.errors import RefusedError
from acceptance.services.ledger import record
from acceptance.services.locking import locked_project, refuse
from acceptance.services.touches import touch
from acceptance.services.works_checks import why_closed


@dataclass(frozen=True, slots=True)
class DivideWorks:
    """Divide a project that is not divided yet by a preset; `unit_name` names its one unit,
    `options` are the keys of the parts it has besides the usual ones."""

    project_id: int
    preset: Preset
    unit_name: str = ""
    options: frozenset[str] = frozenset()


def divide_works(session: Session, command: DivideWorks, actor: Actor, now: datetime) -> int:
    """Make the parts of the preset; how many there are."""
    project = locked_project(session, command.project_id, actor)
    refuse(why_closed(project))
    if session.scalar(select(exists().where(Works.project_id == project.id))):
        raise RefusedError(Finding.of("works_exist"))
    if command.preset.levels != RULE_SETS[project.rule_set].levels:
        raise RefusedError(Finding.of("preset_levels_differ"))
    maker = _Maker(session, project, _template_codes(session, project))
    parts = command.preset.chosen(command.options).parts
    for number, part in enumerate(parts, start=1):
        only_one = len(parts) == 1
        name = command.unit_name if only_one and command.unit_name else part.name
        maker.make(part, None, str(number), depth=0, name=name)
    touch(session, actor, now, project.id, "divided works")
    payload = {
        "preset": command.preset.category,
        "source": command.preset.source,
        "count": len(maker.made),
        "parts": maker.made,
    }
    record(session, actor, now, "works.divided", "project", project.id, payload, project)
    return len(maker.made)


def _template_codes(session: Session, project: Project) -> frozenset[str]:
    return frozenset(
        session.scalars(
            select(ChecklistTemplate.code).where(ChecklistTemplate.category == project.category)
        )
    )


@dataclass(slots=True)
class _Maker:
    """Makes the rows in the order of the tree."""

    session: Session
    project: Project
    template_codes: frozenset[str]
    made: list[str] = field(default_factory=list)

    def make(
        self, part: PresetPart, parent_id: int | None, code: str, *, depth: int, name: str
    ) -> None:
        levels = RULE_SETS[self.project.rule_set].levels
        self.made.append(f"{code} {name} {part.location}".strip())
        works = Works(
            project_id=self.project.id,
            parent_id=parent_id,
            level=levels[depth],
            is_leaf=depth == len(levels) - 1,
            position=len(self.made),
            code=code,
            name=name,
            location=part.location,
            is_main=part.is_main,
            is_key=part.is_key,
            is_concealed=part.is_concealed,
            template_code=part.template if part.template in self.template_codes else "",
        )
        self.session.add(works)
        self.session.flush()
        for number, below in enumerate(part.parts, start=1):
            self.make(below, works.id, f"{code}.{number}", depth=depth + 1, name=below.name)
