"""The forms that end something: concluding an attempt, sending back, the final road acceptance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext
from wtforms import Field, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from acceptance.domain.attempts import Opinion
from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.exact import decimal_text
from acceptance.domain.findings import Finding
from acceptance.domain.projects import Grade
from acceptance.queries.meetings import ConcludingPage, PartyRow
from acceptance.services.acts import Act
from acceptance.services.attempts import PartyOpinion
from acceptance.web.acceptances.forms import LONGEST_REASON, SeenForm
from acceptance.web.acceptances.problem_rows import ProblemsForm
from acceptance.web.fields import Between, ExactDecimalField, Filled
from acceptance.web.language import saying, titled
from acceptance.web.wording import gettext
from acceptance.workflow.actions import Action

# In the order of the page: from the best to the worst.
RESULTS = (Action.CONCLUDE_PASSED, Action.CONCLUDE_CONDITIONAL, Action.CONCLUDE_FAILED)
LONGEST_CONCLUSION = 2000


class SendBackForm(ProblemsForm):
    """Back to rectification, with what has to be put right."""

    reason = TextAreaField(
        lazy_gettext("复核意见"), validators=[Filled(), Length(max=LONGEST_REASON)]
    )

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        fine = super().validate(extra_validators)
        return self.rows_are_whole() and fine

    def command(self, project_id: int) -> Act:
        return Act(
            project_id,
            Action.SEND_BACK,
            seen=self.seen.data,
            reason=self.reason.data or "",
            problems=self.listed(),
        )


class FinalForm(SeenForm):
    """The final acceptance of a road: it ends with a score and a grade."""

    score: Any = ExactDecimalField(
        lazy_gettext("得分"), validators=[Filled(), Between(0, 100)], places=2
    )
    grade = SelectField(lazy_gettext("等级"), validators=[Filled()], default="")
    conclusion = TextAreaField(
        lazy_gettext("验收意见"), validators=[Filled(), Length(max=LONGEST_REASON)]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.grade.choices = grade_choices(gettext("请选择"))

    def command(self, project_id: int) -> Act:
        return Act(
            project_id,
            Action.CONCLUDE_FINAL,
            seen=self.seen.data,
            reason=self.conclusion.data or "",
            grade=Grade(self.grade.data),
            score=decimal_text(self.score.data),
        )


class ConcludingForm(ProblemsForm):
    """The conclusion of an attempt; `concluding_form` adds the fields of the parties."""

    result = RadioField(lazy_gettext("结论"), validators=[Filled()], validate_choice=True)
    conclusion = TextAreaField(
        lazy_gettext("验收意见"), validators=[Filled(), Length(max=LONGEST_CONCLUSION)]
    )
    grade: Any = SelectField(lazy_gettext("等级"), default="")
    grade_reason: Any = TextAreaField(
        lazy_gettext("等级与汇总结果不同的理由"), validators=[Length(max=LONGEST_REASON)]
    )
    score: Any = ExactDecimalField(lazy_gettext("得分"), validators=[Between(0, 100)], places=2)
    parties: tuple[PartyRow, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.result.choices = [(action.value, titled(action)) for action in RESULTS]
        for party in self.parties:
            self._fields[f"opinion_{party.id}"].choices = [
                (opinion.value, titled(opinion)) for opinion in Opinion
            ]
        if self.grade is not None:
            self.grade.choices = grade_choices(gettext("不评定"))

    def opinion_of(self, party: PartyRow) -> Field:
        field: Field = self._fields[f"opinion_{party.id}"]
        return field

    def signer_of(self, party: PartyRow) -> Field:
        field: Field = self._fields[f"signer_{party.id}"]
        return field

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        fine = super().validate(extra_validators)
        checks = [self.rows_are_whole(), self._signed(), self._graded(), self._consistent()]
        return all(checks) and fine

    def refuse(self, *findings: Finding) -> None:
        """What the process says of a role is shown at every organisation in that role."""
        for finding in findings:
            word, _, role = finding.field.partition("-")
            if word != "opinion":
                super().refuse(finding)
                continue
            for party in self.parties:
                if party.role == role and (field := self.opinion_of(party)).data != Opinion.AGREE:
                    field.errors = [*field.errors, saying(finding)]

    def command(self, project_id: int) -> Act:
        return Act(
            project_id,
            Action(self.result.data),
            seen=self.seen.data,
            reason=(self.grade_reason.data or "") if self.grade_reason is not None else "",
            conclusion=self.conclusion.data or "",
            opinions=tuple(self._said(party) for party in self.parties),
            problems=self.listed(),
            grade=Grade(self.grade.data) if self.grade is not None and self.grade.data else None,
            score=self._score(),
        )

    def _score(self) -> str:
        if self.score is None or self.score.data is None:
            return ""
        return decimal_text(self.score.data)

    def _said(self, party: PartyRow) -> PartyOpinion:
        return PartyOpinion(
            party.role,
            party.organisation_id,
            Opinion(self.opinion_of(party).data),
            self.signer_of(party).data or "",
        )

    def _signed(self) -> bool:
        """Whoever was there signed."""
        unsigned = [
            self.signer_of(party)
            for party in self.parties
            if self.opinion_of(party).data in {Opinion.AGREE, Opinion.DISAGREE}
            and not self.signer_of(party).data
        ]
        for field in unsigned:
            field.errors = [*field.errors, gettext("到会的须签字，请填写签字人")]
        return not unsigned

    def _consistent(self) -> bool:
        """A plain pass lists no problems: what was typed must not be dropped silently."""
        if self.result.data != Action.CONCLUDE_PASSED or not self.listed():
            return True
        field = next(row.problem for row in self.rows if not row.is_blank)
        field.errors = [*field.errors, gettext("结论为“合格”时不列整改；要整改的请选“整改后合格”")]
        return False

    def _graded(self) -> bool:
        """What did not pass has no grade."""
        if self.grade is None or not self.grade.data:
            return True
        if self.result.data != Action.CONCLUDE_FAILED:
            return True
        self.grade.errors = [*self.grade.errors, gettext("不合格的不评等级")]
        return False


def concluding_form(page: ConcludingPage) -> ConcludingForm:
    """The form for the parties of this project, and for grades where the standard has them."""
    fields: dict[str, Any] = {"parties": page.parties}
    for party in page.parties:
        fields[f"opinion_{party.id}"] = _opinion_field(party)
        fields[f"signer_{party.id}"] = _signer_field(party)
    if not page.grades:
        fields |= {"grade": None, "score": None}
    if page.rolled is None:
        fields["grade_reason"] = None
    made: ConcludingForm = type("PartiesConcludingForm", (ConcludingForm,), fields)()
    proposed = page.rolled.grade if page.rolled is not None else None
    if proposed not in {None, QualityGrade.UNQUALIFIED} and not made.is_submitted():
        made.grade.data = proposed
    return made


def grade_choices(none: str) -> list[tuple[str, str]]:
    """No grade first: nothing is preset as good."""
    return [("", none), *((grade.value, titled(grade)) for grade in Grade)]


def _opinion_field(party: PartyRow) -> RadioField:
    return RadioField(
        gettext("%(role)s的意见", role=titled(party.role)),
        validators=[Filled(gettext("请选择同意、不同意或缺席"))],
    )


def _signer_field(party: PartyRow) -> StringField:
    return StringField(
        gettext("%(role)s签字人", role=titled(party.role)), validators=[Length(max=60)]
    )
