"""The parties of a project, a row for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, Form, FormField, SelectField, StringField
from wtforms.validators import Length
from wtforms.widgets import HiddenInput

from acceptance.domain.parties import PROJECT_PARTIES, PartyRole
from acceptance.queries.projects import PartyLine
from acceptance.services.parties import Party
from acceptance.web.fields import CountField, Filled
from acceptance.web.form_words import FormWords
from acceptance.web.forms import BaseForm, tidy
from acceptance.web.language import titled
from acceptance.web.wording import gettext

ROLES = (*PROJECT_PARTIES, PartyRole.OPERATOR)
SPARE_ROWS = 2


class PartyRow(Form):
    """One party. A row without an organisation and a leader is no party."""

    class Meta:
        """The library's own messages are said our way in the rows too."""

        def get_translations(self, _form: Any) -> FormWords:
            """Our words."""
            return FormWords()

    role = SelectField(_l("角色"))
    organisation = StringField(_l("单位"), [Length(max=120)], filters=[tidy])
    leader = StringField(_l("负责人"), [Length(max=60)], filters=[tidy])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.role.choices = [("", gettext("请选择")), *((r.value, titled(r)) for r in ROLES)]

    @property
    def is_blank(self) -> bool:
        return not (self.organisation.data or self.leader.data)


class PartiesForm(BaseForm):
    """All rows at once, so that one save is one act in the ledger."""

    version = CountField(validators=[Filled()], widget=HiddenInput())
    parties = FieldList(FormField(PartyRow), max_entries=60)

    def read(self, organisations: Mapping[str, int]) -> tuple[Party, ...] | None:
        """The parties with their organisations found by name; None when a row needs a person."""
        found, fine = [], True
        for entry in self.parties:
            row = entry.form
            if row.is_blank:
                continue
            organisation_id = organisations.get(row.organisation.data or "")
            if organisation_id is None:
                row.organisation.errors = [gettext("请从名单中选择单位")]
                fine = False
            elif row.role.data not in set(PartyRole):
                row.role.errors = [gettext("请选择角色")]
                fine = False
            else:
                role = PartyRole(row.role.data)
                found.append(Party(role, organisation_id, row.leader.data or ""))
        return tuple(found) if fine else None


def party_rows(parties: Sequence[PartyLine]) -> list[dict[str, str]]:
    """The rows a form begins with: who is named, the roles nobody is in, and some to spare."""
    named = {party.role for party in parties}
    rows = [
        {"role": party.role.value, "organisation": party.organisation, "leader": party.leader}
        for party in parties
    ]
    blank = {"organisation": "", "leader": ""}
    rows.extend({"role": role.value, **blank} for role in PROJECT_PARTIES if role not in named)
    rows.extend({"role": "", **blank} for _ in range(SPARE_ROWS))
    return rows
