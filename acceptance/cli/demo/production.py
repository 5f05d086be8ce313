"""Putting a demonstration on: the foundation is laid, and the company is ready to play."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from acceptance.cli.demo.cast import hash_passwords
from acceptance.cli.demo.clock import Clock
from acceptance.cli.demo.company import prepare
from acceptance.cli.demo.foundation import lay_foundation
from acceptance.cli.demo.scene import Play, Scene
from acceptance.cli.demo.stories import read_stories
from acceptance.domain.periods import legal_date
from acceptance.runtime import Runtime
from acceptance.services.certificates import Issuer

BEGINNING = datetime(2009, 12, 1, 0, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Production:
    """The scene, and the plays that are put on in it."""

    scene: Scene
    plays: Sequence[Play]


def put_on(running: Runtime, passwords: Mapping[str, str], stories: str) -> Production:
    """Lay the foundation and read the stories up to yesterday. Nothing of them is played yet."""
    settings = running.settings
    clock = Clock(BEGINNING)
    hashes = hash_passwords(passwords)
    with running.write.begin() as session:
        made = lay_foundation(session, settings.county_code, clock, hashes)
    issuer = Issuer(settings.office, settings.issuer, settings.public_url)
    scene = Scene(made, clock, running.photos, issuer, settings.conditional_counts)
    today = legal_date(running.clock())
    return Production(scene, prepare(scene, read_stories(stories, today)))
