"""Putting on file the documents that a step of a story waits for, and those that are only listed."""

from __future__ import annotations

from sqlalchemy.orm import Session

from acceptance.cli.demo.scene import Play, Scene
from acceptance.domain.document_lists import Document
from acceptance.domain.projects import Category
from acceptance.queries.project_papers import papers_of
from acceptance.services.papers import RecordPaper, record_paper
from acceptance.workflow.actions import Action

_NOT_HERE = "经核对，本工程不涉及（示例）"
_FULL = 12  # One building in so many files whole lists, so that every form has its project.


def file_papers(
    scene: Scene, session: Session, play: Play, action: Action, *, leave: int = 0
) -> int:
    """File what this step still waits for, but for the last `leave` documents. Of what may not
    apply, every other project has a declaration; the number of documents."""
    papers = papers_of(session, play.project(session))
    before = papers.before(action)
    waiting = [each for each in before[: len(before) - leave] if not papers.settled(each)]
    for number, document in enumerate(waiting, start=1):
        out = document.may_not_apply and play.number % 2 == 1
        _file(scene, session, play, document, f"{action[:2]}{number:02}", out=out)
    return len(waiting)


def file_lists(scene: Scene, session: Session, play: Play) -> None:
    """The lists of a building that only remind, in one project in twelve."""
    if play.story.category is not Category.BUILDING or play.number % _FULL:
        return
    papers = papers_of(session, play.project(session))
    listed = [each.document for each in papers.asked if not each.document.blocks]
    for number, document in enumerate(listed, start=1):
        out = document.may_not_apply and number % 3 == 0
        _file(scene, session, play, document, f"档{number:03}", out=out)


def _file(
    scene: Scene, session: Session, play: Play, document: Document, number: str, *, out: bool
) -> None:
    command = RecordPaper(
        play.project_id,
        document.code,
        scene.clock.today,
        number="" if out else f"{play.code}-{number}",
        note=_NOT_HERE if out else "",
        not_applicable=out,
    )
    record_paper(session, command, play.inspector, scene.clock.tick())
