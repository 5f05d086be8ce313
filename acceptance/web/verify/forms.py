"""What a stranger can send: a number with its code, or a PDF file."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import Length

from acceptance.web.fields import Filled, UploadField
from acceptance.web.forms import BaseForm


class NumberForm(BaseForm):
    number = StringField(_l("证书编号"), [Filled(), Length(max=60)])
    code = StringField(_l("验证码"), [Filled(), Length(max=40)])


class PaperForm(BaseForm):
    paper = UploadField(_l("PDF 文件"))
