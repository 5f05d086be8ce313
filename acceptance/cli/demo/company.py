"""Playing stories: every line of every story in one order of time, each in its own transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session, sessionmaker

from acceptance.cli.demo import deciding, preparing
from acceptance.cli.demo.ceremonies import Ceremony
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
    write: sessionmaker[Session],
    scene: Scene,
    plays: Sequence[Play],
    ceremonies: Iterable[Ceremony] = (),
    together: int = 1,
) -> Iterator[tuple[Play, Line, str]]:
    """Play line by line, so many of them in one transaction; what came of each is told as soon as
    it is committed. The ceremonies are held between them, on their days."""
    held: list[tuple[date, Ceremony | tuple[Play, Line]]] = [(c.day, c) for c in ceremonies]
    lines = ((line.day, (play, line)) for play in plays for line in play.story.lines)
    cues = sorted((*held, *lines), key=lambda cue: cue[0])
    for start in range(0, len(cues), together):
        told = []
        with write.begin() as session:
            for _day, cue in cues[start : start + together]:
                if isinstance(cue, Ceremony):
                    cue.perform(scene, session)
                else:
                    told.append((*cue, _perform(scene, session, *cue)))
        yield from told


def _perform(scene: Scene, session: Session, play: Play, line: Line) -> str:
    scene.clock.begin(line.day)
    try:
        return VERBS[line.verb](scene, session, play, line.words)
    except RefusedError as error:
        raise StoryError(f"{play.story.name}, {line.day}: {line.verb}: {error}") from error
