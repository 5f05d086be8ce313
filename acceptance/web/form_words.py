"""The form library's own messages, said our way and in the reader's language."""

from __future__ import annotations

from acceptance.i18n.marker import N_
from acceptance.web.wording import gettext

# The library's English message -> ours. A test compares the keys with the library's catalogue.
WORDS: dict[str, str] = {
    "This field is required.": N_("请填写"),
    "Not a valid choice.": N_("请从列表中选一项"),
    "Choices cannot be None.": N_("请从列表中选一项"),
    "Invalid Choice: could not coerce.": N_("请从列表中选一项"),
    "Invalid choice(s): one or more data inputs could not be coerced.": N_("请从列表中选择"),
    "Not a valid date value.": N_("请按 2026-11-12 的样子填写日期"),
    "Not a valid datetime value.": N_("请填写日期和时刻"),
    "Not a valid time value.": N_("请按 09:30 的样子填写时刻"),
    "Not a valid decimal value.": N_("请填写数字，例如 12.5"),
    "Not a valid float value.": N_("请填写数字，例如 12.5"),
    "Not a valid integer value.": N_("请填写整数，例如 12"),
    "Number must be at least %(min)s.": N_("不能小于 %(min)s"),
    "Number must be at most %(max)s.": N_("不能大于 %(max)s"),
    "Number must be between %(min)s and %(max)s.": N_("应在 %(min)s 到 %(max)s 之间"),
    "Field must be at least %(min)d character long.": N_("至少 %(min)d 字"),
    "Field cannot be longer than %(max)d character.": N_("最多 %(max)d 字"),
    "Field must be exactly %(max)d character long.": N_("应为 %(max)d 字"),
    "Field must be between %(min)d and %(max)d characters long.": N_("应为 %(min)d 到 %(max)d 字"),
    "Field must be equal to %(other_name)s.": N_("两次填写的不一样"),
    "Invalid input.": N_("格式不对"),
    "Invalid URL.": N_("网址格式不对"),
    "Invalid email address.": N_("邮箱格式不对"),
    "Invalid IP address.": N_("地址格式不对"),
    "Invalid Mac address.": N_("地址格式不对"),
    "Invalid UUID.": N_("编号格式不对"),
    "Invalid value, must be one of: %(values)s.": N_("只能填：%(values)s"),
    "Invalid value, can't be any of: %(values)s.": N_("不能填：%(values)s"),
    "Invalid field name '%s'.": N_("没有“%s”这一项"),
    "Invalid CSRF Token.": N_("页面已过期，请再提交一次"),
    "CSRF failed.": N_("页面已过期，请再提交一次"),
    "CSRF token expired.": N_("页面已过期，请再提交一次"),
    "CSRF token missing.": N_("页面已过期，请再提交一次"),
}


class FormWords:
    """What the form library asks for translations."""

    def gettext(self, text: str) -> str:
        return gettext(WORDS[text]) if text in WORDS else text

    def ngettext(self, singular: str, plural: str, _n: int) -> str:
        return self.gettext(singular if singular in WORDS else plural)
