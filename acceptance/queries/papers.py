"""The papers a project needs, and which of them are on file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor
from acceptance.persistence.projects import ProjectPaper
from acceptance.persistence.users import User
from acceptance.queries.project_head import ProjectHead, project_head
from acceptance.queries.scope import project_in_scope
from acceptance.workflow.papers import NOTICE, papers_for


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper that is asked for. `dated` is None while it is not on file; `mark` tells one
    recording from another."""

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

    @property
    def on_file(self) -> bool:
        return self.dated is not None

    @property
    def is_notice(self) -> bool:
        return self.code == NOTICE


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The tab of papers: what is missing first."""

    head: ProjectHead
    missing: tuple[PaperLine, ...]
    on_file: tuple[PaperLine, ...]

    def line(self, code: str) -> PaperLine | None:
        return next((line for line in (*self.missing, *self.on_file) if line.code == code), None)


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
    lines = []
    for paper in papers_for(project.process, housing=project.is_housing):
        line = PaperLine(paper.code, paper.clause, paper.party, paper.verified)
        if paper.code in recorded:
            line = _recorded(line, *recorded[paper.code])
        lines.append(line)
    return PapersPage(
        head,
        tuple(line for line in lines if not line.on_file),
        tuple(line for line in lines if line.on_file),
    )


def paper_mark(row: ProjectPaper | None) -> str:
    """What tells one recording of a paper from another; empty while there is none."""
    return "" if row is None else row.recorded_at.isoformat()


def _recorded(line: PaperLine, row: ProjectPaper, by: str) -> PaperLine:
    return PaperLine(
        code=line.code,
        clause=line.clause,
        party=line.party,
        verified=line.verified,
        number=row.number,
        dated=row.dated,
        note=row.note,
        recorded_at=row.recorded_at,
        recorded_by=by,
        mark=paper_mark(row),
    )
