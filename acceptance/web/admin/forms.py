"""What an administrator enters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from acceptance.domain.people import ACCOUNT_ROLES, Role
from acceptance.queries.areas import AreaChoice
from acceptance.queries.organisations import OrganisationChoice
from acceptance.services.accounts import NewAccount, Post, login_reasons
from acceptance.services.areas import NewArea
from acceptance.services.organisations import OrganisationFacts, code_reasons
from acceptance.web.fields import DayField, Filled
from acceptance.web.forms import BaseForm
from acceptance.web.language import titled
from acceptance.web.wording import gettext as _

INDENT = "\u3000"
Choices = dict[str, str]


def blank() -> Choices:
    """What a list shows before anything is chosen."""
    return {"": _("请选择")}


def role_choices() -> Choices:
    """The roles an account can have."""
    return {role.value: titled(role) for role in ACCOUNT_ROLES}


def area_choices(areas: Sequence[AreaChoice]) -> Choices:
    """Areas, set in by their depth in the tree."""
    top = min((area.path.count("/") for area in areas), default=0)
    return {str(area.id): INDENT * (area.path.count("/") - top) + area.name for area in areas}


class LoginForm(BaseForm):
    """The login of a new person, which stands first on the page."""

    login = StringField(
        _l("账号"),
        [Filled(), Length(max=40)],
        description=_l("3 到 40 个小写字母、数字、点、横线，例如姓名全拼。以后不能改。"),
        render_kw={"autocapitalize": "none", "spellcheck": "false"},
    )

    @property
    def typed_login(self) -> str:
        return unicodedata.normalize("NFKC", self.login.data or "").lower()

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        reasons = () if self.login.errors else login_reasons(self.typed_login)
        self.refuse(*reasons)
        return fine and not reasons


class PersonForm(BaseForm):
    """Name and post of a person; the login of an existing one cannot be changed."""

    name = StringField(_l("姓名"), [Filled(), Length(max=60)])
    role = SelectField(_l("岗位"), [Filled()])
    organisation_id = SelectField(_l("单位"), [Filled()])
    area_id = SelectField(
        _l("负责区域"), [Filled()], description=_l("只能看到这个区域和它下面各处的项目。")
    )

    def __init__(
        self,
        *args: Any,
        organisations: Sequence[OrganisationChoice],
        areas: Sequence[AreaChoice],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.role.choices = {**blank(), **role_choices()}
        self.organisation_id.choices = {
            **blank(),
            **{str(one.id): one.name for one in organisations},
        }
        self.area_id.choices = {**blank(), **area_choices(areas)}

    def post(self) -> Post:
        return Post(Role(self.role.data), int(self.organisation_id.data), int(self.area_id.data))


class NewPersonForm(LoginForm, PersonForm):
    """A person who is not known here yet."""

    def command(self) -> NewAccount:
        return NewAccount(login=self.typed_login, name=self.name.data or "", post=self.post())


class OrganisationForm(BaseForm):
    name = StringField(_l("单位名称"), [Filled(), Length(max=120)])
    credit_code = StringField(
        _l("统一社会信用代码"),
        [Length(max=40)],
        description=_l("18 位，见营业执照。"),
        render_kw={"autocapitalize": "characters", "spellcheck": "false"},
    )
    credit_code_reason = TextAreaField(
        _l("代码与校验位不符仍然保存的理由"),
        [Length(max=200)],
        description=_l("早期试点发过校验位不符的真代码。核对执照原件后，在这里写明。"),
        render_kw={"rows": "2"},
    )
    area_id = SelectField(_l("所在地"), [Filled()])
    is_authority = BooleanField(_l("主管部门或质量监督机构"))

    def __init__(self, *args: Any, areas: Sequence[AreaChoice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.area_id.choices = {**blank(), **area_choices(areas)}

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        reasons = code_reasons(self.credit_code.data or "", self.credit_code_reason.data or "")
        self.refuse(*reasons)
        return fine and not reasons

    def command(self) -> OrganisationFacts:
        return OrganisationFacts(
            name=self.name.data or "",
            area_id=int(self.area_id.data),
            credit_code=self.credit_code.data or "",
            reason=self.credit_code_reason.data or "",
            is_authority=bool(self.is_authority.data),
        )


class NewAreaForm(BaseForm):
    parent_id = SelectField(_l("上级区域"), [Filled()])
    code = StringField(
        _l("区划代码"),
        [Filled(), Length(max=12)],
        description=_l("省、市、县 6 位，乡镇 9 位。"),
        render_kw={"inputmode": "numeric"},
    )
    name = StringField(_l("名称"), [Filled(), Length(max=60)])
    valid_from = DayField(_l("启用日期"))

    def __init__(self, *args: Any, areas: Sequence[AreaChoice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parent_id.choices = {**blank(), **area_choices(areas)}

    def command(self) -> NewArea:
        code = unicodedata.normalize("NFKC", self.code.data or "")
        return NewArea(int(self.parent_id.data), code, self.name.data or "", self.valid_from.data)


class AreaNameForm(BaseForm):
    name = StringField(_l("新名称"), [Filled(), Length(max=60)])
    valid_from = DayField(_l("从哪天起用新名称"), [Filled()])

    @property
    def day(self) -> date:
        return cast("date", self.valid_from.data)
