"""Places along a road, so many in every so many metres."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from acceptance.domain.chainage import chainage_text
from acceptance.domain.places import Chainage, Lane, Track, place_code, track_code
from acceptance.domain.sampling.drawing import drawn
from acceptance.domain.sampling.plan import SamplingError, refuse_too_many


@dataclass(frozen=True, slots=True)
class Along:
    """`each` places in every `every` metres of a road from `start` to `end` (chainages in metres),
    on whole metres; the last, shorter piece gets as many (JTG F80/1: so many per 200 m). With
    `tracks` as many on each side or lane."""

    start: Decimal
    end: Decimal
    every: int
    each: int
    tracks: tuple[Track | Lane, ...] = ()

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise SamplingError("sampling_end_before_start", "end")
        if self.every < 1 or self.each < 1:
            raise SamplingError("sampling_none", "each")
        refuse_too_many(self._pieces() * self.each * max(len(self.tracks), 1), "each")
        least = min(last - first + 1 for first, last in self._bounds())
        if least < self.each:
            raise SamplingError("sampling_more_than_there_are", "each", there=max(least, 0))

    def draw(self, seed: str) -> tuple[str, ...]:
        """Chainages in rising order, at the same one from the left."""
        places = [
            (metre, number, track)
            for number, track in enumerate(self.tracks or (None,))
            for metre in self._metres(seed if track is None else f"{seed} {number}")
        ]
        places.sort(key=lambda place: place[:2])
        return tuple(
            place_code(Chainage(chainage_text(Decimal(metre)), track))
            for metre, _number, track in places
        )

    def to_document(self) -> dict[str, str]:
        """The piece of road as chainages, and the frequency; tracks only where there are."""
        document = {
            "kind": "along", "start": chainage_text(self.start), "end": chainage_text(self.end),
            "every": str(self.every), "each": str(self.each),
        }  # fmt: skip
        if self.tracks:
            document["tracks"] = ",".join(map(track_code, self.tracks))
        return document

    def _metres(self, seed: str) -> list[int]:
        return [
            first + at
            for piece, (first, last) in enumerate(self._bounds())
            for at in sorted(drawn(f"{seed} {piece}", last - first + 1, self.each))
        ]

    def _pieces(self) -> int:
        return int(((self.end - self.start) / self.every).to_integral_value(ROUND_CEILING))

    def _bounds(self) -> list[tuple[int, int]]:
        """First and last whole metre of each piece; a metre on a border belongs to the later one."""
        bounds = []
        for piece in range(self._pieces()):
            first = (self.start + piece * self.every).to_integral_value(ROUND_CEILING)
            border = self.start + (piece + 1) * self.every
            if border >= self.end:
                last = self.end.to_integral_value(ROUND_FLOOR)
            else:
                last = border.to_integral_value(ROUND_CEILING) - 1
            bounds.append((int(first), int(last)))
        return bounds
