"""How many points of key and general items were tested in each leaf, and how many are good."""

from __future__ import annotations

import json
from collections import Counter

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.words import ItemClass, ItemKind
from acceptance.persistence.checklists import Checklist, ChecklistTemplate, Submission
from acceptance.persistence.projects import Project
from acceptance.queries.templates import frozen_template

_CLASSES = {ItemClass.KEY: "key", ItemClass.DOMINANT: "key", ItemClass.GENERAL: "general"}


def points_of_leaves(session: Session, project: Project) -> dict[int, Counter[str]]:
    """By leaf: `key_passed`, `key_tested`, `general_passed`, `general_tested`, from its newest
    submitted checklist. Answers without points (yes or no) are not counted."""
    rows = session.execute(
        select(Checklist.works_id, ChecklistTemplate.digest, Submission.verdict)
        .join(Submission, Submission.checklist_id == Checklist.id)
        .join(ChecklistTemplate, ChecklistTemplate.id == Checklist.template_id)
        .where(Checklist.project_id == project.id)
        .order_by(Checklist.number)
    )
    return {works_id: _points(session, digest, verdict) for works_id, digest, verdict in rows}


def _points(session: Session, digest: str, verdict: str) -> Counter[str]:
    measured = {
        item.code: _CLASSES[item.item_class]
        for item in frozen_template(session, digest).items
        if item.kind is not ItemKind.YES_NO
    }
    counted: Counter[str] = Counter()
    for item in json.loads(verdict)["items"]:
        weight = measured.get(item["code"])
        if weight is not None:
            counted[f"{weight}_tested"] += item["checked"]
            counted[f"{weight}_passed"] += item["qualified"]
    return counted
