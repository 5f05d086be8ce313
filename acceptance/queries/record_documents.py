"""The documents on file that the forms of a unit works list (GB 50300 H.0.1-2 and -3, SL 176 G-3)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.document_lists import Document
from acceptance.domain.record_forms import RecordForm
from acceptance.domain.record_quality import FiledDocument
from acceptance.persistence.projects import Project, ProjectPaper
from acceptance.queries.document_lists import documents_of

# The lists of the catalogue by the beginning of the codes in them.
_FORMS = {
    "building_h2_": RecordForm.CONTROL_DOCUMENTS,
    "building_h3_": RecordForm.FUNCTION_TESTS,
    "municipal_q_": RecordForm.CONTROL_DOCUMENTS,
    "municipal_f_": RecordForm.FUNCTION_TESTS,
    "water_gb_": RecordForm.CONTROL_DOCUMENTS,
}


def filed_documents(session: Session, project: Project) -> tuple[FiledDocument, ...]:
    """Those of the project, which files them for all of its unit works together."""
    rows = session.scalars(select(ProjectPaper).where(ProjectPaper.project_id == project.id))
    return tuple(_filed(project.process, {row.code: row for row in rows}))


def _filed(process: str, recorded: dict[str, ProjectPaper]) -> Iterator[FiledDocument]:
    for listed in documents_of(process).lists:
        for document in listed.documents:
            form = next((_FORMS[each] for each in _FORMS if document.code.startswith(each)), None)
            if form is not None:
                yield _line(form, document, recorded.get(document.code))


def _line(form: RecordForm, document: Document, row: ProjectPaper | None) -> FiledDocument:
    group, _, title = document.title.rpartition("：")
    required = document.is_usual
    if row is None:
        return FiledDocument(form, group, title, required)
    return FiledDocument(
        form, group, title, required, row.number, row.dated, row.not_applicable, row.note
    )
