"""What a person enters about himself."""

from __future__ import annotations

import unicodedata
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import Length

from acceptance.domain.passwords import LONGEST, weaknesses
from acceptance.services.accounts import login_reasons
from acceptance.services.activation import Founding
from acceptance.services.passwords import hashed
from acceptance.web.fields import Filled
from acceptance.web.forms import BaseForm

LARGEST_CARRIED = 3 * 1024 * 1024


def plain(password: str | None) -> str:
    """A password in one spelling, whatever the keyboard composed."""
    return unicodedata.normalize("NFC", password or "")


class SignInForm(BaseForm):
    login = StringField(_l("账号"), [Filled(), Length(max=80)])
    password = PasswordField(_l("密码"), [Filled(), Length(max=LONGEST * 2)])
    next = HiddenField()
    carried = HiddenField(validators=[Length(max=LARGEST_CARRIED)])
    carried_to = HiddenField()

    @property
    def typed_login(self) -> str:
        return unicodedata.normalize("NFKC", self.login.data or "").strip().lower()

    @property
    def typed_password(self) -> str:
        return plain(self.password.data)


class LanguageForm(BaseForm):
    next = HiddenField()


def new_password() -> PasswordField:
    """The field of a new password, typed once and shown on demand."""
    return PasswordField(
        _l("新密码"),
        [Filled()],
        description=_l("至少 10 位。几个不相干的词连在一起既好记又安全。"),
        render_kw={"autocomplete": "new-password"},
    )


class NewPasswordForm(BaseForm):
    """A form with a new password, which each form declares at its own place."""

    password: PasswordField

    def owner(self) -> str:
        """The login of the person whose password this becomes."""
        raise NotImplementedError

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        if self.password.errors:
            return fine
        reasons = weaknesses(plain(self.password.data), self.owner())
        self.refuse(*reasons)
        return fine and not reasons

    def hash(self) -> str:
        """The new password as it is stored."""
        return hashed(plain(self.password.data))


class ActivationForm(NewPasswordForm):
    """The password of an invited person; he sees his login and cannot change it."""

    password = new_password()
    invited = ""

    def owner(self) -> str:
        return self.invited


class FoundingForm(NewPasswordForm):
    """The first administrator and his bureau."""

    organisation = StringField(_l("单位名称"), [Filled(), Length(max=120)])
    name = StringField(_l("姓名"), [Filled(), Length(max=60)], render_kw={"autocomplete": "name"})
    login = StringField(
        _l("账号"),
        [Filled(), Length(max=40)],
        description=_l("3 到 40 个小写字母、数字、点、横线，登录时用。"),
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = new_password()

    def owner(self) -> str:
        return (self.login.data or "").lower()

    def validate(self, extra_validators: Any = None) -> bool:
        fine = super().validate(extra_validators)
        reasons = () if self.login.errors else login_reasons(self.owner())
        self.refuse(*reasons)
        return fine and not reasons

    def command(self, county_code: str) -> Founding:
        return Founding(
            login=self.owner(),
            name=self.name.data or "",
            organisation=self.organisation.data or "",
            county_code=county_code,
            password_hash=self.hash(),
        )


class PasswordForm(NewPasswordForm):
    """Another password for the person who is signed in."""

    current_password = PasswordField(
        _l("现在的密码"), [Filled()], render_kw={"autocomplete": "current-password"}
    )
    password = new_password()
    login = ""

    def owner(self) -> str:
        return self.login

    @property
    def typed_current(self) -> str:
        return plain(self.current_password.data)
