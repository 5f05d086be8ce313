"""The rule of one kind of acceptance, and the procedure of a standard that is made of such rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Level
from acceptance.domain.standards.edition import Edition


class Event(StrEnum):
    """What happens in an acceptance, in the order in which it may happen."""

    APPLICATION = "application"  # 验收申请
    ANSWER = "answer"  # 答复申请
    NOTICE = "notice"  # 通知质量监督机构
    MEETING = "meeting"  # 验收（会议）
    REPORT = "report"  # 报送
    OPINION = "opinion"  # 质量监督机构核备、核定
    PAPER = "paper"  # 鉴定书印发


PRECEDING: Mapping[Event, tuple[Event, ...]] = {
    Event.APPLICATION: (),
    Event.ANSWER: (Event.APPLICATION,),
    Event.NOTICE: (),
    Event.MEETING: (Event.NOTICE, Event.ANSWER, Event.APPLICATION),
    Event.REPORT: (Event.MEETING,),
    Event.OPINION: (Event.REPORT, Event.MEETING),
    Event.PAPER: (Event.MEETING,),
}
"""What cannot have happened after it: a later one is of another acceptance than the earlier."""


@dataclass(frozen=True, slots=True)
class AcceptanceRule:
    """One kind of acceptance: of the project, or of each part of a `level`.

    One of `chairs` holds it; of `group` every unit that is in the project is represented, by at
    most `per_party` people (不超过; None where no bound is known). `parts` are words of names: the
    rule is for parts called so, for every part where there are none. `answer_days` bound the answer
    to the application, `notice_days` the least notice ahead to the supervision body, `report_days`
    the way to the body that is told and `filing_days` the opinion of supervision, `certificate_days`
    the 鉴定书; they are working days unless `calendar_days`. `objection_days` are calendar days in
    which the body told may object. `by_supervision` is what the supervision body does: 核备 records,
    核定 decides. `outside_share` of the group are experts of other units. What is recorded in
    another place of the system stands in `elsewhere`. A rule that is not `verified` is from memory.
    """

    kind: str
    title: str
    clause: str
    chairs: tuple[PartyRole, ...]
    papers: tuple[str, ...] = ()
    group: tuple[PartyRole, ...] = ()
    level: Level | None = None
    parts: tuple[str, ...] = ()
    per_party: int | None = None
    outside_share: Fraction | None = None
    answer_days: int | None = None
    notice_days: int | None = None
    report_days: int | None = None
    filing_days: int | None = None
    certificate_days: int | None = None
    objection_days: int | None = None
    by_supervision: str = ""
    calendar_days: bool = False
    elsewhere: tuple[Event, ...] = ()
    verified: bool = True

    @property
    def events(self) -> tuple[Event, ...]:
        """What belongs to such an acceptance, in its order."""
        asked = {
            Event.APPLICATION: self.answer_days is not None,
            Event.ANSWER: self.answer_days is not None,
            Event.NOTICE: self.notice_days is not None,
            Event.MEETING: True,
            Event.REPORT: self.report_days is not None or self.objection_days is not None,
            Event.OPINION: bool(self.by_supervision),
            Event.PAPER: self.certificate_days is not None,
        }
        return tuple(event for event in Event if asked[event])

    def concerns(self, level: Level, name: str) -> bool:
        """Whether this rule is one for a part of this level and name."""
        return level is self.level and (not self.parts or any(word in name for word in self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure(Edition):
    """The acceptances that a standard knows. `quorum_share` of a group must agree, where the
    standard asks for a share; else all agree in another way."""

    acceptances: tuple[AcceptanceRule, ...]
    quorum_share: Fraction | None = None

    def carries(self, agree: int, members: int) -> bool:
        """Whether so many of the members make a conclusion; nobody makes none."""
        if self.quorum_share is None:
            return members > 0
        return members > 0 and Fraction(agree, members) >= self.quorum_share

    def rule(self, kind: str) -> AcceptanceRule:
        """The rule of one kind of acceptance; KeyError where there is none."""
        return {each.kind: each for each in self.acceptances}[kind]

    def rule_for(self, level: Level, name: str) -> AcceptanceRule | None:
        """The rule by which a part is accepted: the first that names it, else the general one."""
        return next((each for each in self.acceptances if each.concerns(level, name)), None)
