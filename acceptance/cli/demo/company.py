"""Playing stories: every line of every story in one order of time, each in its own transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sqlalchemy.orm import Session, sessionmaker

from acceptance.cli.demo import deciding, preparing
from acceptance.cli.demo.scene import Play, Scene
from acceptance.cli.demo.stories import Line, Story, StoryError
from acceptance.services.errors import RefusedError

Verb = Callable[[Scene, Session, Play, Sequence[str]], str]

VERBS: dict[str, Verb] = {
    "register": preparing.register,
    "inspect": preparing.inspect,
    "papers": preparing.put_papers,
    "advance": deciding.advance,
    "open": deciding.open_attempt,
    "conclude": deciding.conclude,
    "abandon": deciding.abandon,
    "report": deciding.report,
    "check": deciding.check,
    "approve": deciding.approve,
    "send_back": deciding.send_back,
    "void": deciding.void,
    "revoke": deciding.revoke,
    "award": deciding.award,
}


def prepare(scene: Scene, stories: Iterable[Story]) -> list[Play]:
    """Give each story its code, by the year in which it begins, and its inspectors."""
    serials: dict[int, int] = {}
    plays = []
    for number, story in enumerate(stories):
        year = story.lines[0].day.year
        serials[year] = serials.get(year, 0) + 1
        pair = ("jiancha1", "jiancha2") if number % 3 else ("jiancha2", "jiancha1")
        inspector, partner = (scene.cast.people[login] for login in pair)
        code = f"LX{year}-{serials[year]:03}"
        plays.append(Play(story, code, number, inspector, partner))
    return plays


def perform_all(
    write: sessionmaker[Session], scene: Scene, plays: Sequence[Play], together: int = 1
) -> Iterator[tuple[Play, Line, str]]:
    """Play line by line, so many of them in one transaction; what came of each is told as soon as
    it is committed."""
    cues = sorted(
        ((line.day, play.number, n, play, line)
         for play in plays for n, line in enumerate(play.story.lines)),
        key=lambda cue: cue[:3],
    )  # fmt: skip
    for start in range(0, len(cues), together):
        told = []
        with write.begin() as session:
            for *_, play, line in cues[start : start + together]:
                told.append((play, line, _perform(scene, session, play, line)))
        yield from told


def _perform(scene: Scene, session: Session, play: Play, line: Line) -> str:
    scene.clock.begin(line.day)
    try:
        return VERBS[line.verb](scene, session, play, line.words)
    except RefusedError as error:
        raise StoryError(f"{play.story.name}, {line.day}: {line.verb}: {error}") from error
