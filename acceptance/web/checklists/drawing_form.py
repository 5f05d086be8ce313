"""The form by which places are drawn: which fields count follows from the way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from acceptance.domain.chainage import chainage_text
from acceptance.domain.checklists.extents import span_in
from acceptance.domain.checklists.frequency import Extent, Per, Repeated
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.words import Places
from acceptance.domain.places import Lane, Track
from acceptance.domain.sampling.grid import Area, Grid, names_of
from acceptance.domain.sampling.pieces import Named, Pieces
from acceptance.domain.sampling.plan import Plan
from acceptance.services.sampling import LONGEST_REASON, Tracks, along
from acceptance.web.fields import CountField
from acceptance.web.forms import BaseForm

WAYS = {
    "along": _l("沿桩号"),
    "pieces": _l("从一批中按编号抽件"),
    "named": _l("从名单中抽（房间、构件）"),
    "grid": _l("在网格、轴线中取点"),
    "area": _l("在一块面积上按米取点"),
}
TRACKS: dict[str, tuple[Any, Tracks]] = {
    "": (_l("不分"), ()),
    "sides": (_l("左、右两侧各取"), (Track.LEFT, Track.RIGHT)),
    "thirds": (_l("左、中、右各取"), (Track.LEFT, Track.MIDDLE, Track.RIGHT)),
    "lanes2": (_l("2 个车道各取"), (Lane(1), Lane(2))),
    "lanes3": (_l("3 个车道各取"), (Lane(1), Lane(2), Lane(3))),
    "lanes4": (_l("4 个车道各取"), (Lane(1), Lane(2), Lane(3), Lane(4))),
}
LONGEST_LIST = 10_000


class DrawingForm(BaseForm):
    """How many places, and where they may lie."""

    way = RadioField(_l("取点方法"), default="along")
    start = StringField(_l("起点桩号"), [Length(max=20)])
    end = StringField(_l("终点桩号"), [Length(max=20)])
    every = CountField(_l("每多少米"), default="200")
    each = CountField(_l("取几点"), default="2")
    tracks = SelectField(_l("分侧、分车道"), default="")
    lot = CountField(_l("一批共几件"))
    names = TextAreaField(_l("名单，一行一个"), [Length(max=LONGEST_LIST)])
    rows = StringField(_l("行数，或行（轴线）名称"), [Length(max=500)])
    columns = StringField(_l("列数，或列（轴线）名称"), [Length(max=500)])
    along = CountField(_l("长（m）"))
    across = CountField(_l("宽（m）"))
    count = CountField(_l("抽几件（取几点）"))
    reason = TextAreaField(_l("重新抽取的理由"), [Length(max=LONGEST_REASON)])

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.way.choices = list(WAYS.items())
        self.tracks.choices = [(name, said) for name, (said, _tracks) in TRACKS.items()]

    def plan(self) -> Plan:
        """The plan in the fields of the chosen way."""
        count = _whole(self.count)
        if self.way.data == "pieces":
            return Pieces(_whole(self.lot), count)
        if self.way.data == "named":
            lines = (line.strip() for line in (self.names.data or "").splitlines())
            return Named(tuple(line for line in lines if line), count)
        if self.way.data == "grid":
            return self._grid(count)
        if self.way.data == "area":
            return Area(_whole(self.along), _whole(self.across), count)
        ends = (self.start.data or "", self.end.data or "")
        tracks = TRACKS[self.tracks.data or ""][1]
        return along(*ends, _whole(self.every), _whole(self.each), tracks)

    def _grid(self, count: int) -> Grid:
        rows, row_names = _lines(self.rows)
        columns, column_names = _lines(self.columns)
        return Grid(rows, columns, count, row_names, column_names)


def usual(item: Item, extent: Extent, location: str) -> dict[str, str]:
    """What the form begins with: the item's own frequency, and what is known of the part."""
    by_chainage = item.places is Places.CHAINAGE
    found = {"way": "along" if by_chainage else "pieces"}
    span = span_in(location)
    if span is not None:
        found |= {"start": chainage_text(span[0]), "end": chainage_text(span[1])}
    if extent.pieces:
        found["lot"] = str(extent.pieces)
    return found | _of_frequency(item, extent)


def _of_frequency(item: Item, extent: Extent) -> dict[str, str]:
    sample = item.sample
    if sample is None:
        return {}
    found: dict[str, str] = {}
    if sample.per is Per.LENGTH and sample.every == sample.every.to_integral_value():
        found |= {"every": f"{sample.every:f}", "each": str(sample.count)}
    if sample.repeated is Repeated.SIDE:
        found["tracks"] = "sides"
    elif sample.repeated is Repeated.LANE and extent.lanes > 1:
        found["tracks"] = f"lanes{min(extent.lanes, 4)}"
    return found


def _whole(field: CountField) -> int:
    """What was typed; blank is nought, which the plan refuses where it counts."""
    return int(field.data or 0)


def _lines(field: StringField) -> tuple[int, tuple[str, ...]]:
    """How many lines, and their names unless only a number was typed."""
    text = (field.data or "").strip()
    if text.isascii() and text.isdigit():
        return int(Decimal(text[:6])), ()
    names = names_of(text, field.name)
    return len(names), names
