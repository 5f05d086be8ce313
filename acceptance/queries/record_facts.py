"""What a quality record will say, read from the records at the moment it is asked for."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.certificates import PartyLine, paper_for
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.words import Verdict
from acceptance.domain.evaluation.result import Basis
from acceptance.domain.exact import decimal_text
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.domain.projects import RULE_SETS, Grade, Level
from acceptance.domain.record_facts import RecordFacts, Standing, Subject
from acceptance.domain.record_forms import RecordForm, forms_for
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.checklist_sheets import Sheet, result, sheet
from acceptance.queries.ledger import head
from acceptance.queries.record_documents import filed_documents
from acceptance.queries.record_items import readable_answers, record_items
from acceptance.queries.record_marks import with_item_marks, with_marks
from acceptance.queries.record_parts import RecordTree
from acceptance.queries.record_quality import recorded_quality
from acceptance.queries.record_signing import with_signatures
from acceptance.queries.scope import project_in_scope

Found = tuple[int, RecordFacts]
_STANDINGS = {Verdict.PASSED: Standing.PASSED, Verdict.FAILED: Standing.FAILED}


def record_facts(
    session: Session,
    actor: Actor,
    subject: Subject,
    subject_id: int,
    form: RecordForm = RecordForm.RATING,
) -> Found | None:
    """The project and the facts of a record; None when the subject is missing, foreign, out of
    use, has no such form, or is a lowest part (its records are those of its inspections)."""
    if subject is Subject.CHECKLIST:
        return _of_checklist(session, actor, subject_id) if form is RecordForm.RATING else None
    works_id, project_id = None, subject_id
    if subject is Subject.WORKS:
        works_id = subject_id
        project_id = session.scalar(select(Works.project_id).where(Works.id == works_id)) or 0
    project = project_in_scope(session, actor, project_id)
    if project is None:
        return None
    tree = RecordTree(session, project)
    works = tree.get(works_id) if works_id is not None else None
    if works_id is not None and (works is None or works.is_leaf):
        return None
    level = works.level if works else None
    if form not in forms_for(project.category, level):
        return None
    standing, finished = tree.standing(works_id)
    risen, failed = tree.risen(works_id), standing is Standing.FAILED
    facts = replace(
        _bare(session, project, level),
        names=tree.names(works),
        location=works.location if works else project.place,
        standing=standing,
        finished=finished,
        grade=Grade(risen.grade) if risen.grade and finished and not failed else None,
        parts=tree.parts(works_id),
        documents=filed_documents(session, project) if level is Level.UNIT else (),
    )
    told = _with_quality(session, project, _with_basis(facts, risen.basis), works, tree)
    told = with_marks(session, project, told, works_id, tree).on(form)
    return project.id, with_signatures(session, project, told, works)


def _with_basis(facts: RecordFacts, basis: Basis | None) -> RecordFacts:
    """With the rule that the roll-up judged by, in the edition in force, and whether it was seen in
    print; nothing where nothing was judged yet."""
    if basis is None:
        return facts
    return replace(facts, basis=basis.cited, verified=facts.verified and not basis.unverified)


def _with_quality(
    session: Session,
    project: Project,
    facts: RecordFacts,
    works: Works | None,
    tree: RecordTree,
) -> RecordFacts:
    """With what was recorded of the part, and of what went wrong in it and below it."""
    within = tree.within(works.id if works else None)
    told = recorded_quality(session, project.process, works, within)
    return replace(facts, quality=told.quality, treated=told.treated, accidents=told.accidents)


def _of_checklist(session: Session, actor: Actor, checklist_id: int) -> Found | None:
    filled = sheet(session, actor, checklist_id)
    project = project_in_scope(session, actor, filled.project_id) if filled else None
    works = session.get(Works, filled.works_id) if filled else None
    if filled is None or project is None or works is None:
        return None
    template = filled.template
    tree = RecordTree(session, project)
    facts = replace(
        _bare(session, project, works.level),
        names=tree.names(works),
        location=works.location,
        checklist=f"{template.title} {template.version}",
        basis=f"{template.standard} {template.clause}".strip(),
        attempt=filled.number,
    )
    facts = replace(facts, verified=facts.verified and template.verified)
    facts = _with_quality(session, project, facts, works, tree)
    return project.id, _with_findings(session, actor, project, filled, facts)


def _with_findings(
    session: Session, actor: Actor, project: Project, filled: Sheet, facts: RecordFacts
) -> RecordFacts:
    """With the items; only a submission makes it finished, whatever a draft would come to."""
    template = filled.template
    sent = result(session, actor, filled.id)
    if sent is None:
        answers = readable_answers(template, filled.draft)
        verdict = judge(template, answers, filled.editions)
        return replace(facts, items=record_items(template, answers, verdict, filled.editions))
    standing = _STANDINGS.get(sent.verdict.verdict, Standing.UNFINISHED)
    facts = replace(
        facts,
        items=record_items(template, sent.answers, sent.verdict, sent.sheet.editions),
        standing=standing,
        finished=standing is not Standing.UNFINISHED,
        grade=sent.verdict.grade,
        inspector=sent.submitted_by,
        inspected_on=legal_date(sent.submitted_at),
    )
    return with_item_marks(session, project, facts, filled, sent.verdict)


def _bare(session: Session, project: Project, level: Level | None) -> RecordFacts:
    position, link = head(session)
    rules = RULE_SETS[project.rule_set]
    area = "" if project.floor_area is None else f"{decimal_text(project.floor_area)} m²"
    return RecordFacts(
        paper=paper_for(project.category),
        level=level,
        rule_set=rules.key,
        rule_set_title=rules.title,
        verified=rules.verified,
        project_code=project.code,
        project_name=project.name,
        names=(),
        standing=Standing.UNFINISHED,
        finished=False,
        ledger_position=position,
        ledger_head=link,
        structure=project.structure,
        floor_area=area,
        started_on=project.actual_start,
        finished_on=project.actual_finish,
        parties=tuple(PartyLine(p.role, p.organisation.name, p.leader) for p in project.parties),
    )
