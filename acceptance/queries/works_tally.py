"""How many works of each level a project has, for the annex of a certificate."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.certificates import Tally, WorksRow
from acceptance.domain.projects import Category, Grade, Level
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.works_points import points_of_leaves

MOST_PLACES = 3  # more places of a unit do not fit its line
_NAMES = {
    Level.UNIT: "单位工程",
    Level.DIVISION: "分部工程",
    Level.ITEM: "分项工程",
    Level.LOT: "检验批",
    Level.ELEMENT: "单元工程",
}


def works_rows(session: Session, project: Project) -> tuple[WorksRow, ...]:
    """A line for each division, for a road for each unit with its points: what lies below it."""
    tree = _Tree(session, project)
    if project.category is Category.RURAL_ROAD:
        points = points_of_leaves(session, project)
        return tuple(tree.unit_row(unit, points) for unit in tree.children[None])
    rows: list[WorksRow] = []
    for unit in tree.children[None]:
        divisions = tree.children[unit.id]
        rows += [tree.row(unit, division) for division in divisions] or [tree.row(unit, None)]
    return tuple(rows)


def tallies(session: Session, project: Project) -> tuple[Tally, ...]:
    """A count for each level of the project's standard."""
    tree = _Tree(session, project)
    counted = defaultdict(list)
    for works in tree.all:
        counted[works.level].append(works)
    return tuple(_tally(level, found, tree) for level, found in counted.items())


class _Tree:
    """The works of a project that are in use, with the newest grade of each leaf."""

    def __init__(self, session: Session, project: Project) -> None:
        self.all = session.scalars(
            select(Works)
            .where(Works.project_id == project.id, ~Works.retired)
            .order_by(Works.position, Works.id)
        ).all()
        self.children: dict[int | None, list[Works]] = defaultdict(list)
        for works in self.all:
            self.children[works.parent_id].append(works)
        rows = session.execute(
            select(Checklist.works_id, Checklist.verdict, Checklist.grade)
            .where(Checklist.project_id == project.id, Checklist.submitted_at.is_not(None))
            .order_by(Checklist.number)
        )
        self.newest = {row.works_id: (row.verdict, row.grade) for row in rows}

    def below(self, works: Works) -> list[Works]:
        found = list(self.children[works.id])
        for child in self.children[works.id]:
            found += self.below(child)
        return found

    def row(self, unit: Works, division: Works | None) -> WorksRow:
        found = self.below(division or unit)
        leaves = [works for works in found if works.is_leaf]
        stands = [self.newest.get(leaf.id, (None, None)) for leaf in leaves]
        return WorksRow(
            unit=unit.name,
            division=division.name if division else "",
            extent=(division or unit).location,
            divisions=len(self.children[unit.id]),
            items=sum(works.level is Level.ITEM for works in found),
            lots=len(leaves),
            qualified=sum(verdict == "pass" for verdict, _grade in stands),
            excellent=sum(grade == Grade.EXCELLENT for _verdict, grade in stands),
        )

    def unit_row(self, unit: Works, points: Mapping[int, Counter[str]]) -> WorksRow:
        leaves = [works for works in self.below(unit) if works.is_leaf]
        counted: Counter[str] = Counter()
        for leaf in leaves:
            counted.update(points.get(leaf.id, Counter()))
        places = dict.fromkeys(leaf.location for leaf in leaves if leaf.location)
        extent = unit.location or ("、".join(places) if len(places) <= MOST_PLACES else "")
        return replace(
            self.row(unit, None),
            extent=extent,
            key_passed=counted["key_passed"],
            key_tested=counted["key_tested"],
            general_passed=counted["general_passed"],
            general_tested=counted["general_tested"],
        )


def _tally(level: Level, found: list[Works], tree: _Tree) -> Tally:
    leaves = [works for works in found if works.is_leaf]
    stands = [tree.newest.get(leaf.id, (None, None)) for leaf in leaves]
    graded = any(grade for _verdict, grade in stands)
    return Tally(
        _NAMES[level],
        len(found),
        sum(verdict == "pass" for verdict, _ in stands) if leaves else len(found),
        sum(grade == Grade.EXCELLENT for _, grade in stands) if graded else None,
    )
