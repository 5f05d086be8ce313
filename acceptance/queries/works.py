"""The works tree of a project, with how each lowest part stands."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.people import Actor
from acceptance.domain.projects import RULE_SETS, Category, Level
from acceptance.domain.record_forms import RecordForm, forms_for
from acceptance.domain.rollup.parts import Standing
from acceptance.domain.works_presets import Preset
from acceptance.persistence.checklists import ChecklistTemplate
from acceptance.persistence.works import Works
from acceptance.queries.leaves import LeafStand, leaf_stands
from acceptance.queries.project_head import ProjectHead, headed
from acceptance.queries.standings import standing_of_works
from acceptance.queries.works_presets import preset_for


@dataclass(frozen=True, slots=True)
class WorksNode:
    """A part. `state` of a leaf is blank, draft, failed or passed; `passed` of `leaves` count the
    lowest parts in use below it (or itself). `standing` is the roll-up, None of a part out of use."""

    id: int
    code: str
    name: str
    location: str
    level: Level
    depth: int
    is_leaf: bool
    is_main: bool
    is_key: bool
    is_concealed: bool
    retired: bool
    template_code: str
    mark: str
    state: str
    leaves: int
    passed: int
    failed: int
    standing: Standing | None
    parts: tuple[WorksNode, ...]


@dataclass(frozen=True, slots=True)
class WorksPage:
    """The tab of the works. `preset` is offered while there is no division yet."""

    head: ProjectHead
    levels: tuple[Level, ...]
    units: tuple[WorksNode, ...]
    preset: Preset | None
    standing: Standing

    def forms_beside(self, node: WorksNode) -> tuple[RecordForm, ...]:
        """The forms that a part is printed on beside the record of its level."""
        return forms_for(self.head.category, node.level)[1:]


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A checklist template to inspect a leaf by."""

    code: str
    title: str
    title_en: str
    standard: str


@dataclass(frozen=True, slots=True)
class WorksForm:
    """What the form of a part needs: the part or the parent of a new one, and the templates."""

    head: ProjectHead
    level: Level
    is_leaf: bool
    parent: WorksNode | None
    part: WorksNode | None
    templates: tuple[TemplateChoice, ...]


def works_page(session: Session, actor: Actor, project_id: int) -> WorksPage | None:
    """The works of a project; None when it is missing or foreign."""
    found = headed(session, actor, project_id)
    if found is None:
        return None
    project = found.project
    levels = RULE_SETS[project.rule_set].levels
    standing = standing_of_works(session, project)
    units = _tree(session, project_id, levels, standing)
    preset = preset_for(project.category)
    offered = preset if not units and preset.levels == levels else None
    return WorksPage(found.head, levels, units, offered, standing)


def works_form(
    session: Session,
    actor: Actor,
    project_id: int,
    works_id: int | None = None,
    parent_id: int | None = None,
) -> WorksForm | None:
    """The form of part `works_id`, or of a new part below `parent_id`; None when there is none."""
    page = works_page(session, actor, project_id)
    if page is None:
        return None
    nodes = {node.id: node for node in _flat(page.units)}
    part = nodes.get(works_id) if works_id is not None else None
    parent = nodes.get(parent_id) if parent_id is not None else None
    if (works_id is not None and part is None) or (parent_id is not None and parent is None):
        return None
    depth = part.depth if part else (parent.depth + 1 if parent else 0)
    if depth >= len(page.levels):
        return None
    is_leaf = depth == len(page.levels) - 1
    templates = _templates(session, page.head.category) if is_leaf else ()
    return WorksForm(page.head, page.levels[depth], is_leaf, parent, part, templates)


def project_of_works(session: Session, works_id: int) -> int | None:
    """The project that a part belongs to."""
    return session.scalar(select(Works.project_id).where(Works.id == works_id))


def works_mark(works: Works) -> str:
    """What tells one description of a part from another."""
    return sha256(canonical(described(works)))[:16]


def described(works: Works) -> dict[str, str | bool]:
    """What a person wrote down about a part."""
    return {
        "code": works.code,
        "level": works.level,
        "name": works.name,
        "location": works.location,
        "main": works.is_main,
        "key": works.is_key,
        "concealed": works.is_concealed,
        "template": works.template_code,
    }


def _tree(
    session: Session, project_id: int, levels: tuple[Level, ...], standing: Standing
) -> tuple[WorksNode, ...]:
    rows = session.scalars(
        select(Works).where(Works.project_id == project_id).order_by(Works.position, Works.id)
    ).all()
    below: dict[int | None, list[Works]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    stands = {stand.works_id: stand for stand in leaf_stands(session, project_id)}
    risen = {each.part.id: each for each in standing.flat() if each.part}
    known = _Known(below, stands, risen, levels)
    return tuple(_node(row, known) for row in below.get(None, []))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the parts, by their ids."""

    below: dict[int | None, list[Works]]
    stands: dict[int, LeafStand]
    risen: dict[int, Standing]
    levels: tuple[Level, ...]


def _node(row: Works, known: _Known) -> WorksNode:
    parts = tuple(_node(part, known) for part in known.below.get(row.id, []))
    stand = known.stands.get(row.id)
    state = stand.state if stand else ""
    return WorksNode(
        id=row.id,
        code=row.code,
        name=row.name,
        location=row.location,
        level=row.level,
        depth=known.levels.index(row.level),
        is_leaf=row.is_leaf,
        is_main=row.is_main,
        is_key=row.is_key,
        is_concealed=row.is_concealed,
        retired=row.retired,
        template_code=row.template_code,
        mark=works_mark(row),
        state=state,
        leaves=sum(part.leaves for part in parts) + (stand is not None),
        passed=sum(part.passed for part in parts) + (state == "passed"),
        failed=sum(part.failed for part in parts) + (state == "failed"),
        standing=known.risen.get(row.id),
        parts=parts,
    )


def _flat(nodes: tuple[WorksNode, ...]) -> list[WorksNode]:
    return [found for node in nodes for found in (node, *_flat(node.parts))]


def _templates(session: Session, category: Category) -> tuple[TemplateChoice, ...]:
    rows = session.scalars(
        select(ChecklistTemplate)
        .where(ChecklistTemplate.category == category)
        .order_by(ChecklistTemplate.code, ChecklistTemplate.id)
    )
    newest = {row.code: row for row in rows}
    return tuple(
        TemplateChoice(row.code, row.title, row.title_en, row.standard) for row in newest.values()
    )
