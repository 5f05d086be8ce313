"""Every form of a quality record has a project of the demonstration to be printed from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select

from acceptance.domain.projects import Category, Level
from acceptance.domain.record_facts import RecordFacts, Subject
from acceptance.domain.record_forms import RecordForm
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.record_facts import record_facts
from tests.support.demonstration import Demonstration


def facts_in(
    county: Demonstration, category: Category, level: Level | None, form: RecordForm, rules: str
) -> Iterator[RecordFacts]:
    """What the records of the county say on a form, project by project."""
    actor = county.actor("lingdao")
    query = select(Project.id).where(Project.category == category, Project.rule_set == rules)
    subject = Subject.PROJECT if level is None else Subject.WORKS
    if level is not None:
        query = query.join(Works).where(Works.level == level).with_only_columns(Works.id)
    for subject_id in county.session.scalars(query.order_by(Project.id)).all():
        found = record_facts(county.session, actor, subject, subject_id, form)
        if found:
            yield found[1]


BUILT, ROAD_2017, ROAD_2004 = "GB 50300-2013", "JTG F80/1-2017", "JTG F80/1-2004"


@pytest.mark.parametrize(
    ("category", "level", "form", "rules"),
    [
        (Category.BUILDING, Level.ITEM, RecordForm.RATING, BUILT),
        (Category.BUILDING, Level.DIVISION, RecordForm.RATING, BUILT),
        (Category.BUILDING, Level.UNIT, RecordForm.RATING, BUILT),
        (Category.BUILDING, Level.UNIT, RecordForm.CONTROL_DOCUMENTS, BUILT),
        (Category.BUILDING, Level.UNIT, RecordForm.FUNCTION_TESTS, BUILT),
        (Category.BUILDING, Level.UNIT, RecordForm.APPEARANCE, BUILT),
        (Category.BUILDING, None, RecordForm.RATING, BUILT),
        (Category.RURAL_ROAD, Level.DIVISION, RecordForm.RATING, ROAD_2017),
        (Category.RURAL_ROAD, Level.UNIT, RecordForm.RATING, ROAD_2017),
        (Category.RURAL_ROAD, None, RecordForm.RATING, ROAD_2017),
        (Category.WATER_SAVING, Level.DIVISION, RecordForm.RATING, "SL 176-2007"),
        (Category.WATER_SAVING, Level.UNIT, RecordForm.RATING, "SL 176-2007"),
        (Category.WATER_SAVING, Level.UNIT, RecordForm.APPEARANCE, "SL 176-2007"),
        (Category.WATER_SAVING, Level.UNIT, RecordForm.MINUTES, "SL 176-2007"),
        (Category.WATER_SAVING, None, RecordForm.RATING, "SL 176-2007"),
    ],
)
def test_every_form_has_a_project_to_be_printed_from(
    county: Demonstration, category: Category, level: Level | None, form: RecordForm, rules: str
) -> None:
    assert any(facts.finished for facts in facts_in(county, category, level, form, rules))


@pytest.mark.parametrize("level", [Level.DIVISION, Level.UNIT, None])
def test_a_road_of_2004_has_marks_at_every_level(
    county: Demonstration, level: Level | None
) -> None:
    found = facts_in(county, Category.RURAL_ROAD, level, RecordForm.RATING, ROAD_2004)
    marked = next(facts for facts in found if facts.marks and facts.marks.score)
    assert marked.marks
    assert marked.marks.passed
    assert all(part.score and part.weight and part.weighed for part in marked.parts)


@pytest.mark.parametrize(
    ("template", "rows"), [("road-earth-subgrade", 8), ("road-concrete-surface", 0)]
)
def test_an_inspection_of_2004_is_scored_where_the_weights_are_known(
    county: Demonstration, template: str, rows: int
) -> None:
    actor = county.actor("lingdao")
    checklist = county.session.scalars(
        select(Checklist.id)
        .join(Project, Project.id == Checklist.project_id)
        .where(
            Project.rule_set == ROAD_2004,
            Checklist.template_code == template,
            Checklist.verdict == "pass",
        )
    ).first()
    found = record_facts(county.session, actor, Subject.CHECKLIST, checklist or 0)
    assert found
    marks = found[1].marks
    assert marks
    assert sum(bool(item.weight) for item in found[1].items) == rows
    assert bool(marks.before) is bool(rows)


def test_every_figure_of_a_statistical_item_has_a_name_and_stands_once(
    county: Demonstration,
) -> None:
    actor = county.actor("lingdao")
    newest = select(func.max(Checklist.id)).where(Checklist.verdict.is_not(None))
    named = 0
    for checklist in county.session.scalars(newest.group_by(Checklist.template_code)).all():
        found = record_facts(county.session, actor, Subject.CHECKLIST, checklist)
        assert found
        for item in found[1].items:
            labels = [figure.label for figure in item.figures]
            assert [label for label in labels if label.isascii()] == []
            assert len(labels) == len(set(labels))
            named += len(labels)
    assert named > 20
