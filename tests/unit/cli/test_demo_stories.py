"""The stories of the demonstration can be told on any day of the year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from acceptance.cli.demo import stories
from acceptance.cli.demo.company import VERBS
from acceptance.cli.demo.stories import Story, StoryError, read_stories
from acceptance.domain.project_description import ProjectDescription, inner_contradictions
from acceptance.domain.projects import SizeBasis

DAYS = [date(2026, 1, 1) + timedelta(days=n * 5) for n in range(150)]


@pytest.mark.parametrize("name", ["county", "job"])
def test_every_line_lies_on_a_working_day_before_today_and_in_order(name: str) -> None:
    for today in DAYS:
        for story in read_stories(name, today):
            days = [line.day for line in story.lines]
            assert days == sorted(days), (story.name, today)
            assert days[-1] < today
            assert all(day.weekday() < 5 for day in days)


def test_the_job_is_whole_on_any_day() -> None:
    for today in DAYS:
        told = read_stories("job", today)
        assert [len(story.lines) for story in told] == [10, 10, 10, 16], today


def test_what_happens_in_the_past_does_not_hang_on_today() -> None:
    def past(today: date) -> list[Story]:
        return [story for story in read_stories("county", today) if story.on.year < 2016]

    assert past(date(2026, 3, 2)) == past(date(2031, 7, 9))


def test_each_story_goes_on_until_it_has_reached_today() -> None:
    def length(today: date) -> int:
        return sum(len(story.lines) for story in read_stories("county", today))

    # The stories that are under way move with the day, so that there is always work waiting.
    assert {length(today) - length(DAYS[0]) for today in DAYS} <= {-3, -2, -1, 0, 1, 2, 3}


def test_every_word_of_the_plots_is_known() -> None:
    for plot, lines in stories.data("plots").items():
        for text in lines:
            if text.startswith("@"):
                assert text[1:] in stories.data("plots"), plot
            else:
                assert text.split()[1] in VERBS, (plot, text)


def test_no_project_contradicts_itself() -> None:
    for name in ("county", "job"):
        for story in read_stories(name, DAYS[-1]):
            described = ProjectDescription(
                code="LX2026-001",
                name=story.name,
                area_id=1,
                category=story.category,
                process=story.process,
                rule_set=story.rule_set,
                size_class=story.size,
                size_basis=story.basis,
                size_note="示例" if story.basis is SizeBasis.MANUAL else "",
                investment=story.investment,
                floor_area=story.floor_area,
                irrigated_mu=story.irrigated_mu,
            )
            assert inner_contradictions(described) == (), story.name


def test_a_plot_that_is_not_there_is_named() -> None:
    with pytest.raises(StoryError, match="nowhere"):
        list(stories._lines("nowhere", DAYS[0], {"name": "示例"}, DAYS[0]))
