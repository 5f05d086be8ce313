"""The papers a project needs, and which of them are on file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.document_lists import NOTICE, Document, DocumentList
from acceptance.domain.people import Actor
from acceptance.persistence.projects import ProjectPaper
from acceptance.persistence.users import User
from acceptance.queries.project_head import ProjectHead, project_head
from acceptance.queries.project_papers import lists_for, papers_of
from acceptance.queries.scope import project_in_scope
from acceptance.workflow.actions import Action
from acceptance.workflow.papers import Papers


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written down about a paper; `mark` tells one recording from another."""

    number: str
    dated: date
    note: str
    at: datetime
    by: str
    mark: str
    not_applicable: bool


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document that is asked for; `settled` when nobody waits for it any more."""

    document: Document
    recorded: Recorded | None
    settled: bool

    @property
    def is_notice(self) -> bool:
        return self.document.code == NOTICE


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """A list of documents wanted before a step: what the step waits for first, in it what is
    missing first."""

    title: str
    title_en: str
    before: Action
    lines: tuple[PaperLine, ...]

    @property
    def missing(self) -> int:
        return sum(1 for line in self.lines if not line.settled)

    @property
    def blocks(self) -> bool:
        """Whether the step waits for any of it."""
        return any(line.document.blocks for line in self.lines)

    @property
    def missing_blocking(self) -> tuple[PaperLine, ...]:
        """What the step still waits for."""
        return tuple(line for line in self.lines if line.document.blocks and not line.settled)


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The tab of papers. `missing` are those that the step ahead still waits for; the lists of that
    step come first."""

    head: ProjectHead
    missing: tuple[PaperLine, ...]
    groups: tuple[PaperGroup, ...]

    def line(self, code: str) -> PaperLine | None:
        listed = (line for group in self.groups for line in group.lines)
        return next((line for line in listed if line.document.code == code), None)


def papers_page(session: Session, actor: Actor, project_id: int) -> PapersPage | None:
    """The papers of a project; None when it is missing or foreign."""
    head = project_head(session, actor, project_id)
    project = project_in_scope(session, actor, project_id)
    if head is None or project is None:
        return None
    papers = papers_of(session, project)
    asked = {each.document.code for each in papers.asked}
    recorded = _recorded(session, project_id)
    groups = [_group(each, asked, papers, recorded) for each in lists_for(session, project).lists]
    groups.sort(key=lambda group: not (group.blocks and group.before is head.papers_before))
    ahead = (group for group in groups if group.before is head.papers_before)
    return PapersPage(
        head,
        tuple(line for group in ahead for line in group.missing_blocking),
        tuple(group for group in groups if group.lines),
    )


def paper_mark(row: ProjectPaper | None) -> str:
    """What tells one recording of a paper from another; empty while there is none."""
    return "" if row is None else row.recorded_at.isoformat()


def _recorded(session: Session, project_id: int) -> dict[str, Recorded]:
    rows = session.execute(
        select(ProjectPaper, User.name)
        .outerjoin(User, User.id == ProjectPaper.recorded_by)
        .where(ProjectPaper.project_id == project_id)
    )
    return {row.ProjectPaper.code: _of_row(row.ProjectPaper, row.name or "") for row in rows}


def _of_row(row: ProjectPaper, by: str) -> Recorded:
    return Recorded(
        row.number, row.dated, row.note, row.recorded_at, by, paper_mark(row), row.not_applicable
    )


def _group(
    listed: DocumentList, asked: set[str], papers: Papers, recorded: dict[str, Recorded]
) -> PaperGroup:
    lines = [
        PaperLine(document, recorded.get(document.code), papers.settled(document))
        for document in listed.documents
        if document.code in asked
    ]
    lines.sort(key=lambda line: (not line.document.blocks, line.settled))
    return PaperGroup(listed.title, listed.title_en, Action(listed.before), tuple(lines))
