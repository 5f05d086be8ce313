"""Lines of problems to put right: as many as wanted, added one by one without a script."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext
from wtforms import Field, FieldList, Form, FormField, SelectField, StringField, SubmitField
from wtforms.validators import Length

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PROJECT_PARTIES, PartyRole
from acceptance.services.rectifications import Problem
from acceptance.web.acceptances.forms import SeenForm
from acceptance.web.clock import today
from acceptance.web.fields import DayField
from acceptance.web.forms import BaseForm
from acceptance.web.language import saying, titled
from acceptance.web.wording import gettext

FEWEST, MOST = 3, 40


class ProblemRow(Form):
    """One line. A line in which nothing was typed is no problem."""

    class Meta(BaseForm.Meta):
        """The tidy fields and our words, without a token of its own."""

        csrf = False

    problem = StringField(lazy_gettext("问题"), validators=[Length(max=500)])
    place = StringField(lazy_gettext("部位"), validators=[Length(max=120)])
    clause = StringField(lazy_gettext("条款"), validators=[Length(max=120)])
    party = SelectField(lazy_gettext("责任单位"))
    due_on = DayField(lazy_gettext("整改期限"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.party.choices = [(role.value, titled(role)) for role in PROJECT_PARTIES]
        if self.party.data is None:
            self.party.data = PartyRole.CONTRACTOR.value

    @property
    def is_blank(self) -> bool:
        typed: tuple[Field, ...] = (self.problem, self.place, self.clause, self.due_on)
        # A date that cannot be read has no value, but somebody typed it.
        return not any(field.data or any(field.raw_data or ()) for field in typed)

    def check(self) -> bool:
        """Whether a line that was begun is whole."""
        wanted: tuple[Field, ...] = (self.problem, self.clause, self.due_on)
        for field in wanted:
            if not field.data and not field.errors:
                field.errors = [gettext("请填写")]
        if self.due_on.data is not None and self.due_on.data < today():
            late = Finding.of("deadline_in_the_past")
            self.due_on.errors = [*self.due_on.errors, saying(late)]
        return not any(field.errors for field in self)

    def problem_listed(self) -> Problem:
        return Problem(
            problem=self.problem.data or "",
            clause=self.clause.data or "",
            party=PartyRole(self.party.data),
            # Only whole lines are asked for; a line without a deadline never gets here.
            due_on=self.due_on.data or today(),
            place=self.place.data or "",
        )


class ProblemsForm(SeenForm):
    """A form with lines of problems; `more` asks for another line and keeps everything."""

    problems = FieldList(FormField(ProblemRow), min_entries=FEWEST, max_entries=MOST)
    more = SubmitField(lazy_gettext("再加一行"))

    @property
    def rows(self) -> list[ProblemRow]:
        return [entry.form for entry in self.problems]

    def add_a_row(self) -> None:
        """One more empty line, up to the most there can be."""
        if len(self.problems) < MOST:
            self.problems.append_entry()

    def listed(self) -> tuple[Problem, ...]:
        """The problems in the lines that were filled."""
        return tuple(row.problem_listed() for row in self.rows if not row.is_blank)

    def rows_are_whole(self) -> bool:
        """Whether every line that was begun is whole; all messages are found at once."""
        checked = [row.check() for row in self.rows if not row.is_blank]
        return all(checked)

    def refuse(self, *findings: Finding) -> None:
        """A missing list is said at its first line."""
        for finding in findings:
            if finding.field == "problems":
                first = self.rows[0].problem
                first.errors = [*first.errors, saying(finding)]
            else:
                super().refuse(finding)
