"""What is entered to confirm the signing of an agreement."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from acceptance.services.agreements import SignAgreement
from acceptance.web.fields import DayField, Filled
from acceptance.web.forms import BaseForm


class SigningForm(BaseForm):
    """The day on which both offices signed."""

    signed_on = DayField(_l("签订日期"), [Filled()])

    def command(self, agreement_id: int, issuer: str) -> SignAgreement:
        """What was entered, for the service."""
        entered: dict[str, Any] = self.data
        return SignAgreement(agreement_id, entered["signed_on"], issuer)
