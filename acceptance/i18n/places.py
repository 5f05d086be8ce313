"""Places of points in the reader's words: 7 号, 2 行 3 列, K0+120 左."""

from __future__ import annotations

from acceptance.domain.places import Chainage, GridField, Lane, Piece, Track, read_place
from acceptance.i18n.catalogs import translator
from acceptance.i18n.marker import N_
from acceptance.i18n.titles import title_of

_PIECE = N_("%(number)s 号")
_FIELD = N_("%(row)s 行 %(column)s 列")
_LANE = N_("%(number)s 车道")


def said_place(text: str, locale: str) -> str:
    """The place in words; what somebody wrote in his own words as it is."""
    place = read_place(text) if text else None
    if place is None:
        return text
    translate = translator(locale).gettext
    if isinstance(place, Piece):
        return translate(_PIECE) % {"number": place.number}
    if isinstance(place, GridField):
        return translate(_FIELD) % {"row": place.row, "column": place.column}
    return _on_road(place, locale)


def said_track(track: Track | Lane, locale: str) -> str:
    """A side or a lane in words."""
    translate = translator(locale).gettext
    if isinstance(track, Lane):
        return translate(_LANE) % {"number": track.number}
    return translate(title_of(track))


def _on_road(place: Chainage, locale: str) -> str:
    return place.text if place.track is None else f"{place.text} {said_track(place.track, locale)}"
