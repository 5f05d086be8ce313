"""Trying an act: one transaction that also keeps the refusal, and what to show after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Response, make_response, render_template

from acceptance.queries import acceptances as pages
from acceptance.queries.acceptances import Head
from acceptance.queries.acts import ActLine, acts_since
from acceptance.queries.ledger import newest_of
from acceptance.services import acceptances
from acceptance.services.acts import Act, Outcome
from acceptance.services.certificates import Issuer
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.web.acceptances.forms import SeenForm
from acceptance.web.auth import current_actor
from acceptance.web.clock import now
from acceptance.web.db import reading, runtime, transaction


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of an act. `seen` is the newest act the person can know of after it; `changes` are
    those of others that he had not seen, and then nothing was done."""

    outcome: Outcome
    seen: int | None
    changes: tuple[ActLine, ...] = ()

    @property
    def done(self) -> bool:
        return self.outcome.done and not self.changes


def issuer() -> Issuer:
    """Who issues certificates in this installation."""
    settings = runtime().settings
    return Issuer(settings.office, settings.issuer, settings.public_url)


def try_act(command: Act) -> Tried:
    """Do it, or learn every reason why not. A refusal is committed: it stands in the ledger."""
    try:
        with transaction() as session:
            outcome = acceptances.act(session, command, current_actor(), now(), issuer())
            return Tried(outcome, newest_of(session, command.project_id))
    except RefusedError as refused:
        return Tried(Outcome(refused.findings), command.seen)
    except StaleError:
        changes = acts_since(reading(), command.project_id, command.seen or 0)
        newest = changes[-1].seq if changes else command.seen
        return Tried(Outcome(), newest, changes)


def the_head(project_id: int) -> Head:
    """The head of the project in the address; one of another area is as missing as none."""
    head = pages.head(reading(), current_actor(), project_id)
    if head is None:
        raise NotFoundError
    return head


def not_done(template: str, form: SeenForm, tried: Tried | None = None, **page: Any) -> Response:
    """The same page again with everything typed: the reasons, or what others changed meanwhile."""
    changes: tuple[ActLine, ...] = ()
    if tried is not None:
        changes = tried.changes
        form.refuse(*tried.outcome.findings)
        form.renew(tried.seen)
    html = render_template(template, form=form, changes=changes, failed=True, **page)
    return make_response(html, 409 if changes else 422)
