"""The forms of acceptances: shape only; whether something is possible is said by the process."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext
from wtforms import BooleanField, HiddenField, StringField, TextAreaField
from wtforms.validators import AnyOf, Length, ValidationError
from wtforms.widgets import HiddenInput

from acceptance.services.acts import Act
from acceptance.services.rectifications import Check, ReportDone
from acceptance.web.clock import today
from acceptance.web.fields import CountField, DayField, Filled, UploadField
from acceptance.web.forms import BaseForm
from acceptance.web.wording import gettext
from acceptance.workflow.actions import Action

LONGEST_REASON = 500
# The number of a filing stands in its own column, which is shorter than a reason.
LONGEST_FILING_NUMBER = 60

# These need more than a reason and have a page of their own.
ON_THEIR_OWN_PAGE = frozenset(
    {
        Action.OPEN_ATTEMPT,
        Action.CONCLUDE_PASSED,
        Action.CONCLUDE_CONDITIONAL,
        Action.CONCLUDE_FAILED,
        Action.CONCLUDE_FINAL,
        Action.SEND_BACK,
    }
)
TAKES_A_REASON = tuple(action for action in Action if action not in ON_THEIR_OWN_PAGE)
CLOSE, RETURN = "close", "return"


class HiddenCountField(CountField):
    """A number that the page knows and nobody types."""

    data: Any
    widget = HiddenInput()


class SeenForm(BaseForm):
    """A form that is refused as stale when something happened since it was made. `seen` is the
    newest act of the project that the page showed."""

    seen = HiddenCountField(validators=[Filled()])

    def renew(self, seen: int | None) -> None:
        """What the person has been shown now."""
        self.seen.raw_data = None
        self.seen.data = seen


class ActForm(SeenForm):
    action = HiddenField(validators=[AnyOf([action.value for action in TAKES_A_REASON])])
    reason = TextAreaField(lazy_gettext("理由"), validators=[Length(max=LONGEST_REASON)])

    def validate_reason(self, field: TextAreaField) -> None:
        if self.action.data == Action.FILE:
            Length(max=LONGEST_FILING_NUMBER)(self, field)

    @property
    def wanted(self) -> Action | None:
        """The act that was asked for, if it is one at all."""
        known = {action.value: action for action in Action}
        return known.get(self.action.data or "")

    def command(self, project_id: int, action: Action) -> Act:
        return Act(project_id, action, seen=self.seen.data, reason=self.reason.data or "")


class OpeningForm(SeenForm):
    meeting_on = DayField(lazy_gettext("会议日期"), validators=[Filled()])
    organiser = StringField(lazy_gettext("组织单位"), validators=[Filled(), Length(max=120)])
    understood = BooleanField(lazy_gettext("我知道"))

    def validate_meeting_on(self, field: DayField) -> None:
        if field.data is not None and field.data < today():
            raise ValidationError(gettext("会议日期不能早于今天"))

    def validate_understood(self, field: BooleanField) -> None:
        if not field.data:
            raise ValidationError(gettext("请先勾选“我知道”，再开启"))

    def command(self, project_id: int) -> Act:
        return Act(
            project_id,
            Action.OPEN_ATTEMPT,
            seen=self.seen.data,
            meeting_on=self.meeting_on.data,
            organiser=self.organiser.data or "",
        )


class VoidForm(BaseForm):
    reason = TextAreaField(
        lazy_gettext("作废理由"), validators=[Filled(), Length(max=LONGEST_REASON)]
    )


class ReportForm(BaseForm):
    version = HiddenCountField(validators=[Filled()])
    measure = TextAreaField(lazy_gettext("怎样整改的"), validators=[Length(max=500)])
    after = UploadField(lazy_gettext("整改后的照片"))

    def command(self, rectification_id: int) -> ReportDone:
        return ReportDone(rectification_id, self.version.data or 0, self.measure.data or "")


class CheckForm(BaseForm):
    version = HiddenCountField(validators=[Filled()])
    reason = TextAreaField(lazy_gettext("检查意见"), validators=[Length(max=500)])
    verdict = HiddenField(validators=[AnyOf([CLOSE, RETURN])])

    def command(self, rectification_id: int) -> Check:
        return Check(
            rectification_id,
            self.version.data or 0,
            closed=self.verdict.data == CLOSE,
            reason=self.reason.data or "",
        )


class PhotoForm(BaseForm):
    photo = UploadField(lazy_gettext("照片"), validators=[Filled()])
