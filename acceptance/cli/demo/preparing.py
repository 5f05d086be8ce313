"""What happens before a counted acceptance: registering, inspecting, putting papers on file."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.cli.demo.answers import Mood, answers_for, begun_answers
from acceptance.cli.demo.filing import file_lists, file_papers
from acceptance.cli.demo.quality import record_qualities
from acceptance.cli.demo.scene import Play, Scene
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.words import PhotoRule
from acceptance.domain.parties import PartyRole
from acceptance.domain.project_description import ProjectDescription
from acceptance.domain.projects import Category, SizeBasis
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.works import Works
from acceptance.queries.leaves import leaf_stands
from acceptance.queries.templates import frozen_template, newest
from acceptance.queries.works_presets import preset_for
from acceptance.services import (
    checklists,
    divisions,
    drafts,
    photos,
    projects,
    submissions,
)
from acceptance.services.checklists import OpenChecklist
from acceptance.services.divisions import DivideWorks
from acceptance.services.drafts import SaveDraft
from acceptance.services.parties import Party
from acceptance.services.photos import AddPhoto
from acceptance.services.projects import RegisterProject
from acceptance.services.submission_content import Submit
from acceptance.workflow.actions import Action

_BUILT = (Category.BUILDING, Category.MUNICIPAL, Category.OTHER)
_TRADES = {Category.RURAL_ROAD: ("road", 2), Category.WATER_SAVING: ("water", 2)}
_HOSTS = {Category.RURAL_ROAD: "transport", Category.WATER_SAVING: "waterworks"}
SIGHTS = 4  # different pictures of one slot
# Ids made from this space and a name are the same in every run, as a client keeps its own.
_SPACE = uuid.UUID("6a3c2f0e-6d55-4d1e-9d0b-0c7a1f5be001")


def register(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """Write the project into the register; `bare` without parties and works."""
    bare = "bare" in words
    owner = _owner(scene, session, play)
    command = RegisterProject(
        _description(scene, play, _host(scene, session, play, owner)),
        () if bare else _parties(scene, play, owner),
        confirmed=True,
    )
    play.project_id = projects.register(session, command, play.inspector, scene.clock.tick())
    if bare:
        return "登记项目"
    preset = preset_for(play.story.category)
    division = DivideWorks(play.project_id, preset)
    count = divisions.divide_works(session, division, play.inspector, scene.clock.tick())
    play.leaves = list(
        session.scalars(
            select(Works.id)
            .where(Works.project_id == play.project_id, Works.is_leaf)
            .order_by(Works.position)
        )
    )
    return f"登记项目，划分 {count} 个工程部位"


def inspect(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """Inspect every leaf that has not passed. `half`: the first half of them; `near`: values close
    to their limits; `bad`: one lot fails and stays so; `draft`: the last one is only begun."""
    passed = {s.works_id for s in leaf_stands(session, play.project_id) if s.state == "passed"}
    todo = [leaf for leaf in play.leaves if leaf not in passed]
    if "half" in words:
        todo = todo[: (len(todo) + 1) // 2]
    for place, leaf in enumerate(todo):
        last = place == len(todo) - 1
        mood = Mood.GOOD
        if "near" in words and place < 2:
            mood = Mood.NEAR
        if "bad" in words and last:
            mood = Mood.BAD
        _inspect(scene, session, play, leaf, mood, draft="draft" in words and last)
    failed = "，其中一份不合格" if "bad" in words else ""
    return f"填写检查表 {len(todo)} 份{failed}"


def put_papers(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """Put the papers of the process on file; `some`: all but the last two."""
    filed = file_papers(
        scene, session, play, Action.OPEN_ATTEMPT, leave=2 if "some" in words else 0
    )
    file_lists(scene, session, play)
    record_qualities(session, play.project(session), play.inspector, scene.clock.tick)
    return f"归集验收资料 {filed} 件"


def _inspect(
    scene: Scene, session: Session, play: Play, leaf: int, mood: Mood, *, draft: bool
) -> None:
    code = session.get_one(Works, leaf).template_code
    opened = checklists.open_checklist(
        session, OpenChecklist(leaf, code), play.inspector, scene.clock.tick()
    )
    line = newest(session, code)
    if line is None:
        raise LookupError(code)
    template = frozen_template(session, line.digest)
    seed = f"{play.code} {leaf - play.leaves[0]} {opened.number}"
    if draft:
        command = SaveDraft(opened.checklist_id, 1, begun_answers(template, seed))
        drafts.save_draft(session, command, play.inspector, scene.clock.tick())
        return
    _photograph(scene, session, play, opened.checklist_id, template, mood)
    submissions.submit(
        session,
        Submit(
            str(uuid.uuid5(_SPACE, seed)),
            opened.checklist_id,
            answers_for(template, seed, mood, scene.clock.today),
        ),
        play.inspector,
        scene.clock.tick(),
    )


def _photograph(
    scene: Scene,
    session: Session,
    play: Play,
    checklist_id: int,
    template: Template,
    mood: Mood,
) -> None:
    """The photos the template asks for; a failed item is photographed as well."""
    slots = {item.code for item in template.items if item.photo is PhotoRule.REQUIRED}
    if mood is Mood.BAD:
        slots |= {
            item.code
            for item in template.items
            if item.kind.has_points and item.photo is not PhotoRule.NONE
        }
    for slot in sorted(slots):
        kept = scene.picture(f"{slot} {play.number % SIGHTS}")
        photos.add(
            session,
            AddPhoto(kept, slot, checklist_id=checklist_id),
            play.inspector,
            scene.clock.tick(),
        )


def _owner(scene: Scene, session: Session, play: Play) -> int:
    story = play.story
    if story.owner:
        return scene.cast.organisations[story.owner]
    return scene.cast.owner_in(session, story.area, scene.clock)


def _host(scene: Scene, session: Session, play: Play, owner: int) -> str:
    """Who holds the acceptance: the authority of a road or a canal, the owner of anything else."""
    key = _HOSTS.get(play.story.category)
    return session.get_one(Organisation, scene.cast.organisations[key] if key else owner).name


def _parties(scene: Scene, play: Play, owner: int) -> tuple[Party, ...]:
    category = play.story.category
    trade, firms = _TRADES.get(category, ("building", 3))
    found = scene.cast.organisations
    named = [
        (PartyRole.OWNER, owner),
        (PartyRole.DESIGNER, found[f"designer_{trade}"]),
        (PartyRole.CONTRACTOR, found[f"contractor_{trade}_{play.number % firms + 1}"]),
        (PartyRole.SUPERVISOR, found[f"supervisor_{trade}"]),
        (PartyRole.TESTER, found["tester"]),
        (PartyRole.QUALITY_STATION, found["station"]),
    ]
    if category in _BUILT:
        named.insert(1, (PartyRole.SURVEYOR, found["surveyor"]))
    surnames = "赵钱孙李周吴郑王"
    return tuple(
        Party(role, organisation, f"{surnames[(play.number + n) % len(surnames)]}示例")
        for n, (role, organisation) in enumerate(named)
    )


def _description(scene: Scene, play: Play, host: str) -> ProjectDescription:
    story = play.story
    manual = story.basis is SizeBasis.MANUAL
    answers = _HOSTS.get(story.category)
    return ProjectDescription(
        code=play.code,
        name=story.name,
        area_id=scene.cast.areas[story.area].id,
        category=story.category,
        process=story.process,
        rule_set=story.rule_set,
        size_class=story.size,
        size_basis=story.basis,
        size_note="县项目领导小组会议认定（示例）" if manual else "",
        place=scene.cast.areas[story.area].name,
        is_housing=story.housing,
        investment=story.investment,
        floor_area=story.floor_area,
        length_km=story.length_km,
        irrigated_mu=story.irrigated_mu,
        structure=story.structure,
        planned_start=story.lines[0].day,
        planned_finish=story.on,
        acceptance_due=story.on,
        organiser=host,
        approving_body=scene.issuer.name,
        filing_body=scene.issuer.name if story.category in _BUILT else "",
        responsible_id=scene.cast.organisations[answers] if answers else None,
    )
