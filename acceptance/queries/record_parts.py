"""The parts below a part of the works, with how each stands, for its record."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.certificates import Particular
from acceptance.domain.projects import Grade, Level
from acceptance.domain.record_facts import RecordPart, Standing
from acceptance.domain.rollup.parts import Standing as Risen
from acceptance.domain.rollup.words import Stand
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.leaves import leaf_stands
from acceptance.queries.standings import standing_of_works

_STANDS = {
    Stand.PASSED: Standing.PASSED,
    Stand.FAILED: Standing.FAILED,
    Stand.OPEN: Standing.UNFINISHED,
}
LEVEL_NAMES = {
    Level.UNIT: "单位工程",
    Level.DIVISION: "分部工程",
    Level.ITEM: "分项工程",
    Level.LOT: "检验批",
    Level.ELEMENT: "单元工程",
}


class RecordTree:
    """The works of a project that are in use, with how each lowest part stands."""

    def __init__(self, session: Session, project: Project) -> None:
        project_id = project.id
        rows = session.scalars(
            select(Works)
            .where(Works.project_id == project_id, ~Works.retired)
            .order_by(Works.position, Works.id)
        ).all()
        self._by_id = {row.id: row for row in rows}
        self._below: dict[int | None, list[Works]] = defaultdict(list)
        for row in rows:
            self._below[row.parent_id].append(row)
        stands = leaf_stands(session, project_id)
        self._states = {stand.works_id: stand.state for stand in stands}
        whole = standing_of_works(session, project, stands)
        self._risen = {each.part.id: each for each in whole.flat() if each.part}
        self._whole = whole
        self._grades = _grades(session, project_id)

    def get(self, works_id: int) -> Works | None:
        """The part, or None when it is not in use."""
        return self._by_id.get(works_id)

    def names(self, works: Works | None) -> tuple[Particular, ...]:
        """The part and all above it, from the unit works down."""
        found: list[Particular] = []
        while works is not None:
            found.insert(0, Particular(LEVEL_NAMES[works.level], works.name))
            works = self._by_id.get(works.parent_id) if works.parent_id else None
        return tuple(found)

    def below(self, works_id: int | None) -> list[Works]:
        """What lies directly below a part, or below the project, in the order of `parts`."""
        return self._below[works_id]

    def parts(self, works_id: int | None) -> tuple[RecordPart, ...]:
        """What lies directly below a part, or below the project."""
        return tuple(self._part(works) for works in self._below[works_id])

    def within(self, works_id: int | None) -> list[Works]:
        """The part, if it is one, and everything below it, from the top down."""
        own = [self._by_id[works_id]] if works_id is not None else []
        return own + [each for part in self._below[works_id] for each in self.within(part.id)]

    def standing(self, works_id: int | None) -> tuple[Standing, bool]:
        """How a part stands by the roll-up, and whether nothing in it is blank, a draft or open."""
        leaves = [leaf for part in self._below[works_id] for leaf in self._leaves(part)]
        states = {self._states.get(leaf.id, "blank") for leaf in leaves}
        standing = _STANDS[self.risen(works_id).stand]
        inspected = bool(states) and states <= {"passed", "failed"}
        return standing, inspected and standing is not Standing.UNFINISHED

    def risen(self, works_id: int | None) -> Risen:
        """The roll-up of a part, or of the project."""
        return self._whole if works_id is None else self._risen[works_id]

    def _leaves(self, works: Works) -> list[Works]:
        if works.is_leaf:
            return [works]
        return [leaf for part in self._below[works.id] for leaf in self._leaves(part)]

    def _part(self, works: Works) -> RecordPart:
        leaves = self._leaves(works)
        passed = [leaf.id for leaf in leaves if self._states.get(leaf.id) == "passed"]
        grades = [self._grades.get(leaf, {None}) for leaf in passed]
        return RecordPart(
            name=works.name,
            level=works.level,
            standing=_STANDS[self._risen[works.id].stand],
            location=works.location,
            inner=len(self._below[works.id]),
            leaves=len(leaves),
            passed=len(passed),
            excellent=sum(found == {Grade.EXCELLENT.value} for found in grades),
            graded=any(found != {None} for found in grades),
            important=works.is_main or works.is_key or works.is_concealed,
        )


def _grades(session: Session, project_id: int) -> dict[int, set[str | None]]:
    """The grades of the newest submitted inspections of each lowest part, one a template."""
    rows = session.execute(
        select(Checklist.works_id, Checklist.template_code, Checklist.grade)
        .where(Checklist.project_id == project_id, Checklist.submitted_at.is_not(None))
        .order_by(Checklist.number)
    )
    newest = {(row.works_id, row.template_code): row.grade for row in rows}
    found: dict[int, set[str | None]] = defaultdict(set)
    for (works_id, _template), grade in newest.items():
        found[works_id].add(grade)
    return found
