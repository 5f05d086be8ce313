"""The papers a project needs, and which of them are on file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.document_lists import DocumentList, Need
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor
from acceptance.persistence.projects import ProjectPaper
from acceptance.persistence.users import User
from acceptance.queries.document_lists import documents_of
from acceptance.queries.project_head import ProjectHead, project_head
from acceptance.queries.scope import project_in_scope
from acceptance.workflow.actions import Action
from acceptance.workflow.papers import NOTICE, papers_for

Recorded = dict[str, tuple[ProjectPaper, str]]


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper that is asked for. `dated` is None while it is not on file; `mark` tells one
    recording from another. Without a `need` it is a condition of opening the acceptance."""

    code: str
    clause: str
    party: PartyRole
    verified: bool
    number: str = ""
    dated: date | None = None
    note: str = ""
    recorded_at: datetime | None = None
    recorded_by: str = ""
    mark: str = ""
    need: Need | None = None
    not_applicable: bool = False

    @property
    def on_file(self) -> bool:
        return self.dated is not None

    @property
    def is_notice(self) -> bool:
        return self.code == NOTICE


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """A list of documents wanted before a step: what is missing first."""

    title: str
    title_en: str
    before: Action
    lines: tuple[PaperLine, ...]

    @property
    def missing(self) -> int:
        return sum(1 for line in self.lines if not line.on_file)


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The tab of papers: the conditions of the acceptance, what is missing first; then the
    documents it is made up of."""

    head: ProjectHead
    missing: tuple[PaperLine, ...]
    on_file: tuple[PaperLine, ...]
    groups: tuple[PaperGroup, ...]

    def line(self, code: str) -> PaperLine | None:
        listed = (line for group in self.groups for line in group.lines)
        return next(
            (line for line in (*self.missing, *self.on_file, *listed) if line.code == code), None
        )


def papers_page(session: Session, actor: Actor, project_id: int) -> PapersPage | None:
    """The papers of a project; None when it is missing or foreign."""
    head = project_head(session, actor, project_id)
    project = project_in_scope(session, actor, project_id)
    if head is None or project is None:
        return None
    rows = session.execute(
        select(ProjectPaper, User.name)
        .outerjoin(User, User.id == ProjectPaper.recorded_by)
        .where(ProjectPaper.project_id == project_id)
    )
    recorded = {row.ProjectPaper.code: (row.ProjectPaper, row.name or "") for row in rows}
    asked = papers_for(project.process, housing=project.is_housing)
    lines = [
        _line(PaperLine(paper.code, paper.clause, paper.party, paper.verified), recorded)
        for paper in asked
    ]
    return PapersPage(
        head,
        tuple(line for line in lines if not line.on_file),
        tuple(line for line in lines if line.on_file),
        tuple(_group(each, recorded) for each in documents_of(project.process).lists),
    )


def paper_mark(row: ProjectPaper | None) -> str:
    """What tells one recording of a paper from another; empty while there is none."""
    return "" if row is None else row.recorded_at.isoformat()


def _group(listed: DocumentList, recorded: Recorded) -> PaperGroup:
    lines = [
        _line(
            PaperLine(each.code, each.clause, each.party, each.verified, need=each.need), recorded
        )
        for each in listed.documents
    ]
    ordered = sorted(lines, key=lambda line: line.on_file)
    return PaperGroup(listed.title, listed.title_en, Action(listed.before), tuple(ordered))


def _line(line: PaperLine, recorded: Recorded) -> PaperLine:
    if line.code not in recorded:
        return line
    row, by = recorded[line.code]
    return replace(
        line,
        number=row.number,
        dated=row.dated,
        note=row.note,
        recorded_at=row.recorded_at,
        recorded_by=by,
        mark=paper_mark(row),
        not_applicable=row.not_applicable,
    )
