"""What a reviewer looks at first: failures, values near a limit, what changed, what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.cautions import cautions_of
from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.group_lines import GroupLine, group_lines
from acceptance.domain.checklists.standing import Standing, standing_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.verdict import ItemVerdict
from acceptance.domain.checklists.words import ItemKind, ItemOutcome
from acceptance.domain.findings import Finding
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.inspected import Inspection, inspected


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One item of one leaf. `value` is what the newest inspection found, `before` what the one
    before it found (empty when there was none); each a list of places with what was found there and its
    unit. `standing` is
    that of an item judged by statistics, in `unit`; `groups` are those of a strength lot, `cautions`
    what should be known although it changes no verdict."""

    checklist_id: int
    works_name: str
    works_location: str
    number: int
    item_code: str
    title: str
    title_en: str
    requirement: str
    requirement_en: str
    clause: str
    outcome: ItemOutcome
    value: tuple[tuple[str, str], ...]
    before: tuple[tuple[str, str], ...]
    before_outcome: ItemOutcome | None
    unit: str
    verified: bool
    standing: Standing | None = None
    groups: tuple[GroupLine, ...] = ()
    cautions: tuple[Finding, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether a figure it was judged by has not been compared with the printed standard."""
        return not self.verified or (self.standing is not None and self.standing.doubtful)


@dataclass(frozen=True, slots=True)
class Review:
    """The newest inspections of a project, sorted for somebody who decides.

    `not_reinspected` failed once or were to be rectified and have not been inspected since;
    `changed` failed before and are good now; `rest` counts the items that are simply good. `lots`
    are all items judged by statistics, failures first, and `cautioned` those with a caution: both stand
    in one of the groups as well. `inspections` are the checklists that all this was read from.
    """

    failures: tuple[ReviewItem, ...]
    near: tuple[ReviewItem, ...]
    changed: tuple[ReviewItem, ...]
    not_reinspected: tuple[ReviewItem, ...]
    lots: tuple[ReviewItem, ...]
    rest: int
    cautioned: tuple[ReviewItem, ...] = ()
    inspections: tuple[int, ...] = ()


def review_items(session: Session, project_id: int) -> Review:
    """The review of a project; whether the viewer may see it has been asked before."""
    owed = _owed(session, project_id)
    groups: dict[str, list[ReviewItem]] = {
        name: [] for name in ("failures", "near", "changed", "not_reinspected", "rest")
    }
    pairs = inspected(session, project_id)
    for newest, before in pairs:
        for item in newest.template.items:
            line = _line(item, newest, before)
            left_out = (newest.id, item.code) in owed
            groups[_group(line, newest.items[item.code], left_out=left_out)].append(line)
    lines = [line for group in groups.values() for line in group]
    lots = [line for line in lines if line.standing is not None]
    return Review(
        failures=tuple(groups["failures"]),
        near=tuple(groups["near"]),
        changed=tuple(groups["changed"]),
        not_reinspected=tuple(groups["not_reinspected"]),
        lots=tuple(sorted(lots, key=lambda line: line.outcome is not ItemOutcome.FAILED)),
        rest=len(groups["rest"]),
        cautioned=tuple(line for line in lines if line.cautions),
        inspections=tuple(newest.id for newest, _before in pairs),
    )


def _group(line: ReviewItem, judged: ItemVerdict, *, left_out: bool) -> str:
    if line.outcome is ItemOutcome.FAILED:
        return "failures"
    failed_before = line.before_outcome is ItemOutcome.FAILED
    if left_out or (failed_before and line.outcome is ItemOutcome.NOT_APPLICABLE):
        return "not_reinspected"
    if judged.near:
        return "near"
    return "changed" if failed_before else "rest"


def _line(item: Item, newest: Inspection, before: Inspection | None) -> ReviewItem:
    code = item.code
    evaluation = newest.items[code].evaluation
    entry = newest.entries.get(code, Entry(code))
    return ReviewItem(
        checklist_id=newest.id,
        works_name=newest.works_name,
        works_location=newest.works_location,
        number=newest.number,
        item_code=code,
        title=item.title,
        title_en=item.title_en,
        requirement=item.requirement,
        requirement_en=item.requirement_en,
        clause=item.clause,
        outcome=newest.items[code].verdict,
        value=_shown(item, newest),
        before=_shown(item, before) if before else (),
        before_outcome=before.items[code].verdict if before else None,
        unit=item.unit,
        verified=item.verified,
        standing=standing_of(evaluation) if evaluation else None,
        groups=group_lines(item, entry, newest.editions),
        cautions=cautions_of(newest.template, item, entry, newest.beside, newest.editions),
    )


def _shown(item: Item, inspection: Inspection) -> tuple[tuple[str, str], ...]:
    """What was found, without words: the points that matter, the counts, or the problem."""
    entry = inspection.entries.get(item.code, Entry(item.code))
    judged = inspection.items[item.code]
    if item.kind is ItemKind.YES_NO or entry.reason:
        return (("", entry.reason),) if entry.reason else ()
    if item.kind is ItemKind.COUNT:
        return (("", f"{judged.qualified}/{judged.checked}"),)
    points = [entry.values[index] for index in (*judged.out, *judged.near)] or [
        point for point in entry.values if point.value
    ][:3]
    return tuple((p.place, f"{p.value}\u00a0{item.unit}".strip()) for p in points)


def _owed(session: Session, project_id: int) -> frozenset[tuple[int, str]]:
    """Items listed for rectification in a checklist."""
    rows = session.execute(
        select(Rectification.checklist_id, Rectification.item_code).where(
            Rectification.project_id == project_id, Rectification.checklist_id.is_not(None)
        )
    )
    return frozenset((row.checklist_id, row.item_code) for row in rows)
