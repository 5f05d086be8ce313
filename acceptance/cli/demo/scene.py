"""What the company works with while it plays: the database, the clock, the people, the stores."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from acceptance.cli.demo.cast import Cast
from acceptance.cli.demo.clock import Clock
from acceptance.cli.demo.pictures import site_picture
from acceptance.cli.demo.stories import Story, StoryError
from acceptance.domain.people import Actor
from acceptance.domain.projects import RULE_SETS, Grade
from acceptance.persistence.projects import Project
from acceptance.services import acceptances, photos
from acceptance.services.acts import Act, Outcome
from acceptance.services.certificates import Issuer
from acceptance.services.photos import KeptPhoto
from acceptance.storage.store import Store


@dataclass(frozen=True, slots=True)
class Scene:
    """The place of action. `conditional_counts` is the bureau's setting of the rates."""

    cast: Cast
    clock: Clock
    photos: Store
    issuer: Issuer
    conditional_counts: bool
    pictures: dict[str, KeptPhoto] = field(default_factory=dict)

    def picture(self, subject: str) -> KeptPhoto:
        """The kept picture of a subject. Many sites look alike, so each is drawn once."""
        if subject not in self.pictures:
            self.pictures[subject] = photos.keep(self.photos, site_picture(subject))
        return self.pictures[subject]


@dataclass(slots=True)
class Play:
    """A story while it is being played. `inspector` acts, `partner` checks what he reported."""

    story: Story
    code: str
    number: int
    inspector: Actor
    partner: Actor
    project_id: int = 0
    leaves: list[int] = field(default_factory=list)

    @property
    def grade(self) -> Grade | None:
        """What the acceptance group decides on: qualified, unless the story says better."""
        if not RULE_SETS[self.story.rule_set].grades:
            return None
        return self.story.grade or Grade.QUALIFIED

    def project(self, session: Session) -> Project:
        return session.get_one(Project, self.project_id, populate_existing=True)


def perform(
    scene: Scene, session: Session, play: Play, command: Act, actor: Actor | None = None
) -> Outcome:
    """Do an act that must succeed."""
    outcome = acceptances.act(
        session, command, actor or play.inspector, scene.clock.tick(), scene.issuer
    )
    if not outcome.done:
        refusal = ", ".join(finding.code for finding in outcome.findings)
        raise StoryError(f"{play.story.name}, {scene.clock.today}: {command.action}: {refusal}")
    return outcome
