"""What the exported ledger says about each project, told from its lines alone.

This is the reading half of the second count (`recount`); it shares no code with the first one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from acceptance.domain.periods import legal_date

Entry = Mapping[str, Any]


class BrokenLedgerError(ValueError):
    """An entry speaks of something that no earlier entry has made; the message names its seq."""


@dataclass(slots=True)
class Try:
    """An opened attempt: how it ended first, and what was done to it afterwards."""

    number: int
    result: str = ""
    day: date | None = None
    void_day: date | None = None
    revoked: bool = False


@dataclass(slots=True)
class Story:
    """One project. `frozen` is what the opening of its first attempt fixed for ever."""

    code: str
    known: dict[str, Any] = field(default_factory=dict)
    frozen: dict[str, Any] = field(default_factory=dict)
    tries: dict[int, Try] = field(default_factory=dict)
    grade: str | None = None
    mandatory: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Prize:
    """An award that was recorded, `number` its own, for a project or for none of ours."""

    kind: str
    day: date
    area: str
    number: str
    project: Story | None

    @property
    def winner(self) -> str:
        """The project under the code it bears last, or the number of the award."""
        return self.project.code if self.project else self.number


@dataclass(slots=True)
class Chronicle:
    """Everything told so far. A renamed project is found under each code it ever had."""

    stories: dict[str, Story] = field(default_factory=dict)
    by_object: dict[str, Story] = field(default_factory=dict)
    prizes: list[Prize] = field(default_factory=list)

    def story(self, entry: Entry) -> Story:
        found = self.stories.get(str(entry["project"]))
        if found is None and entry["object"]["kind"] == "project":
            found = self.by_object.get(str(entry["object"]["id"]))
        if found is None:
            raise BrokenLedgerError(f"entry {entry['seq']}: project {entry['project']} is unknown")
        return found

    def attempt(self, entry: Entry, key: str) -> Try:
        story, number = self.story(entry), int(entry["payload"][key])
        if number not in story.tries:
            raise BrokenLedgerError(f"entry {entry['seq']}: attempt {number} was never opened")
        return story.tries[number]


def read_chronicle(entries: Iterable[Entry]) -> Chronicle:
    """Tell the stories of all projects from ledger lines, in the order of their seq."""
    chronicle = Chronicle()
    for entry in sorted(entries, key=lambda line: int(line["seq"])):
        if reader := _READERS.get(entry["action"]):
            reader(chronicle, entry)
    return chronicle


def _registered(chronicle: Chronicle, entry: Entry) -> None:
    code = str(entry["payload"]["code"])
    story = chronicle.stories.get(code)
    if story is None or story.code != code:  # A second import of a code begins no second story.
        story = Story(code)
    story.known.update(entry["payload"])
    chronicle.stories[code] = chronicle.by_object[str(entry["object"]["id"])] = story


def _changed(chronicle: Chronicle, entry: Entry) -> None:
    story = chronicle.story(entry)
    story.known.update(entry["payload"])
    story.code = str(story.known["code"])
    chronicle.stories[story.code] = story


def _opened(chronicle: Chronicle, entry: Entry) -> None:
    story, payload = chronicle.story(entry), entry["payload"]
    number = int(payload["number"])
    if not story.tries:
        names = ("size_class", "category", "area", "graded", "responsible")
        story.frozen = {name: payload.get(name, story.known.get(name)) for name in names}
    story.tries.setdefault(number, Try(number))  # Opening a number again wipes nothing.


def _ended(chronicle: Chronicle, entry: Entry) -> None:
    attempt, payload = chronicle.attempt(entry, "number"), entry["payload"]
    if attempt.result:  # An attempt ends once; what is said later changes nothing.
        return
    attempt.result = payload.get("result", "abandoned")
    attempt.day = date.fromisoformat(payload["decided_on"])
    if "grade" in payload:
        chronicle.story(entry).grade = payload["grade"]


def _voided(chronicle: Chronicle, entry: Entry) -> None:
    moment = datetime.fromisoformat(entry["at"])
    chronicle.attempt(entry, "number").void_day = legal_date(moment)


def _revoked(chronicle: Chronicle, entry: Entry) -> None:
    chronicle.attempt(entry, "attempt").revoked = True


def _graded(chronicle: Chronicle, entry: Entry) -> None:
    chronicle.story(entry).grade = entry["payload"]["grade"]


def _rectification_opened(chronicle: Chronicle, entry: Entry) -> None:
    if entry["payload"]["mandatory"]:
        chronicle.story(entry).mandatory.add(str(entry["payload"]["id"]))


def _rectification_closed(chronicle: Chronicle, entry: Entry) -> None:
    chronicle.story(entry).mandatory.discard(str(entry["payload"]["id"]))


def _prize(chronicle: Chronicle, entry: Entry) -> None:
    payload = entry["payload"]
    chronicle.prizes.append(
        Prize(
            kind=payload["kind"],
            day=date.fromisoformat(payload["awarded_on"]),
            area=payload["area"],
            number=str(entry["object"]["id"]),
            project=chronicle.story(entry) if entry["project"] else None,
        )
    )


_READERS: dict[str, Callable[[Chronicle, Entry], None]] = {
    "project.registered": _registered,
    "project.changed": _changed,
    "attempt.opened": _opened,
    "attempt.concluded": _ended,
    "attempt.abandoned": _ended,
    "attempt.voided": _voided,
    "certificate.revoked": _revoked,
    "project.graded": _graded,
    "rectification.opened": _rectification_opened,
    "rectification.closed": _rectification_closed,
    "award.recorded": _prize,
}
