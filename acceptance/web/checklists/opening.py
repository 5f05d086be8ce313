"""The small form by which an inspection begins."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import Length

from acceptance.services.checklists import LONGEST_REASON
from acceptance.web.fields import Filled
from acceptance.web.forms import BaseForm


class OpeningForm(BaseForm):
    """Which template, and why a leaf that has passed is inspected again."""

    template_code = HiddenField(_l("检查表"), [Filled(), Length(max=60)])
    reason = TextAreaField(_l("再次检查的理由"), [Length(max=LONGEST_REASON)])
