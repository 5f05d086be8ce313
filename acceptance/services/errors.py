"""What a service says instead of an outcome. The web maps each to a page, once."""

from __future__ import annotations

from acceptance.domain.findings import Finding


class AcceptanceError(Exception):
    """Something a person can be told."""


class NotFoundError(AcceptanceError):
    """There is no such thing for this person: missing and foreign are the same."""


class ForbiddenError(AcceptanceError):
    """This role may not do this at all."""


class StaleError(AcceptanceError):
    """Somebody else changed it since this person looked."""


class RefusedError(AcceptanceError):
    """What was asked is not possible; every reason is in `findings`."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings
