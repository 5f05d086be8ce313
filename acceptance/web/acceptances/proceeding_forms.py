"""The form of an acceptance: the days on which things happened, and who was there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask_babel import lazy_gettext
from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import Length
from wtforms.widgets import CheckboxInput

from acceptance.domain.parties import PROJECT_PARTIES, PartyRole
from acceptance.domain.procedures.proceeding import Recorded
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.queries.proceeding_pages import AcceptanceGroup, ProceedingLine
from acceptance.services.proceedings import RecordEvents
from acceptance.web.acceptances.forms import SeenForm
from acceptance.web.fields import Between, CountField, DayField
from acceptance.web.language import titled
from acceptance.web.wording import gettext

YES, NO = "yes", "no"
MOST_PEOPLE = 99
ROLES = (*PROJECT_PARTIES, PartyRole.OPERATOR, PartyRole.BUREAU)


class ProceedingForm(SeenForm):
    """Everything that an acceptance can have; what its rule does not ask for is left out. Each day
    is called by its event, each number of people by the role of the unit."""

    parts = SelectMultipleField(
        lazy_gettext("工程部位"), coerce=int, choices=[], option_widget=CheckboxInput()
    )
    application = DayField()
    answer = DayField()
    notice = DayField()
    meeting = DayField()
    chair = SelectField(lazy_gettext("组织单位"), default="")
    outside: Any = CountField(lazy_gettext("外单位专家"), [Between(0, MOST_PEOPLE)])
    agree: Any = CountField(lazy_gettext("同意的人数"))
    report = DayField()
    opinion = DayField()
    approved = RadioField(lazy_gettext("结果"), default=YES)
    paper = DayField()
    number = StringField(lazy_gettext("文号或编号"), [Length(max=60)])
    note = StringField(lazy_gettext("说明"), [Length(max=300)])

    def __init__(
        self, group: AcceptanceGroup, line: ProceedingLine | None, events: tuple[Event, ...],
        parties: frozenset[PartyRole],
    ) -> None:  # fmt: skip
        roles = parties | set(group.rule.group) | set(group.rule.chairs)
        super().__init__(data=_starting(group, line, events))
        self.group, self.line, self.events = group, line, events
        self.roles = tuple(role for role in ROLES if role in roles)
        self.approved.choices = [(YES, gettext("同意")), (NO, gettext("有异议"))]
        self.chair.choices = [("", gettext("请选择")),
                              *((role.value, titled(role)) for role in self.roles)]  # fmt: skip
        self.parts.choices = [(each.works_id, each.part) for each in group.lines]
        meets = Event.MEETING in events
        # An expert group is the chairing body's and its experts'; the parties are heard by it.
        sending = roles if group.rule.outside_share is None else set(group.rule.chairs)
        strangers = [role.value for role in ROLES if not meets or role not in sending]
        for name in (*_absent(group, events), *strangers):
            delattr(self, name)
        for word in (*events, *ROLES):
            if word.value in self:
                self[word.value].label.text = titled(word)

    @property
    def people(self) -> Iterator[tuple[PartyRole, Any]]:
        """The numbers of people, by the role of their unit."""
        return ((role, self[role.value]) for role in self.roles if role.value in self)

    def command(self, project_id: int) -> RecordEvents:
        known = self.line.proceeding.events if self.line else {}
        given = ((event, self._recorded(event)) for event in self.events)
        new = tuple(
            (event, recorded)
            for event, recorded in given
            if recorded is not None and not _same(known.get(event), recorded)
        )
        parts = tuple(self.parts.data or ()) if "parts" in self else ()
        return RecordEvents(project_id, self.group.rule.kind, new, parts, self.note.data or "",
                            self.seen.data)  # fmt: skip

    def _recorded(self, event: Event) -> Recorded | None:
        day = self[event.value].data
        if day is None:
            return None
        number = self.number.data or ""
        if event is Event.OPINION:
            return Recorded(day=day, number=number, approved=self.approved.data == YES)
        if event is not Event.MEETING:
            return Recorded(day=day, number=number)
        return Recorded(
            day=day,
            number=number,
            chair=PartyRole(self.chair.data) if self.chair.data else None,
            present=tuple((role, field.data) for role, field in self.people if field.data),
            outside=self.outside.data if "outside" in self else None,
            agree=self.agree.data if "agree" in self else None,
        )


for _role in ROLES:
    setattr(ProceedingForm, _role.value, CountField(validators=[Between(0, MOST_PEOPLE)]))


def _absent(group: AcceptanceGroup, events: tuple[Event, ...]) -> Iterator[str]:
    rule, meets = group.rule, Event.MEETING in events
    yield from (event.value for event in Event if event not in events)
    if rule.level is None:
        yield "parts"
    if Event.OPINION not in events:
        yield "approved"
    if not meets:
        yield "chair"
    if not meets or rule.outside_share is None:
        yield "outside"
    if not meets or group.lines[0].proceeding.procedure.quorum_share is None:
        yield "agree"


def _starting(
    group: AcceptanceGroup, line: ProceedingLine | None, events: tuple[Event, ...]
) -> dict[str, Any]:
    """What is known of the one acceptance; of several at once nothing but that they are meant."""
    if line is None:
        waiting = (each for each in group.open if set(each.proceeding.missing) & set(events))
        return {"chair": group.rule.chairs[0].value,
                "parts": [each.works_id for each in waiting]}  # fmt: skip
    known = line.proceeding.events
    values: dict[str, Any] = {event.value: known[event].day for event in events if event in known}
    values["parts"] = [line.works_id]
    meeting = known.get(Event.MEETING)
    values["chair"] = (meeting and meeting.chair) or group.rule.chairs[0].value
    if meeting is not None:
        values |= {role.value: people for role, people in meeting.present}
        values |= {"outside": meeting.outside, "agree": meeting.agree}
    if Event.OPINION in known:
        values["approved"] = YES if known[Event.OPINION].approved else NO
    return values


def _same(before: Recorded | None, given: Recorded) -> bool:
    """Whether nothing but perhaps the number of the paper differs, which belongs to the new days."""
    if before is None:
        return False
    facts = ("day", "chair", "outside", "agree", "approved")
    return all(getattr(before, name) == getattr(given, name) for name in facts) and (
        sorted(before.present) == sorted(given.present)
    )
