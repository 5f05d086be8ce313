"""All pages around the acceptance of a project, with their addresses."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from acceptance.i18n.acts import say_act
from acceptance.i18n.conditions import say_met
from acceptance.web.acceptances import (
    acting,
    meetings,
    proceedings,
    rectifications,
    review,
    timeline,
    voids,
    words,
)
from acceptance.web.language import locale
from acceptance.web.wording import gettext
from acceptance.workflow.actions import Action
from acceptance.workflow.gates import Met

bp = Blueprint("acceptances", __name__)
PROJECT = "/projects/<int:project_id>"
RECTIFICATION = "/rectifications/<int:rectification_id>"
LOOK, SEND, BOTH = ("GET",), ("POST",), ("GET", "POST")

PAGES: tuple[tuple[str, str, Callable[..., ResponseReturnValue], tuple[str, ...]], ...] = (
    (f"{PROJECT}/acceptance", "for_project", timeline.timeline, LOOK),
    (f"{PROJECT}/acts", "act", acting.act, SEND),
    (f"{PROJECT}/acceptance/opening", "opening", meetings.opening, BOTH),
    (f"{PROJECT}/acceptance/conclusion", "concluding", meetings.concluding, BOTH),
    (f"{PROJECT}/acceptance/final", "final", meetings.final, BOTH),
    (f"{PROJECT}/acceptance/void", "voiding", voids.voiding, BOTH),
    (f"{PROJECT}/acceptance/revocation", "revoking", acting.revoking, LOOK),
    (f"{PROJECT}/proceedings", "proceedings", proceedings.proceedings, LOOK),
    (f"{PROJECT}/proceedings/<kind>", "recording", proceedings.recording, BOTH),
    (f"{PROJECT}/proceedings/<kind>/opinion", "opinion", proceedings.opinion, BOTH),
    (f"{PROJECT}/review", "review", review.review, LOOK),
    (f"{PROJECT}/review/sending-back", "sending_back", review.sending_back, BOTH),
    (f"{PROJECT}/rectifications", "rectifications", rectifications.rectifications, LOOK),
    (RECTIFICATION, "rectification", rectifications.rectification, LOOK),
    (f"{RECTIFICATION}/report", "report", rectifications.report, SEND),
    (f"{RECTIFICATION}/before", "before", rectifications.before, SEND),
    (f"{RECTIFICATION}/check", "check", rectifications.checking, SEND),
)
for rule, endpoint, view, methods in PAGES:
    bp.add_url_rule(rule, endpoint, view, methods=methods)

bp.app_template_global()(proceedings.acceptance_title)
bp.app_template_global()(proceedings.opinion_title)

# Where a step leads that needs more than a button and a reason.
_STEP_PAGES = {
    Action.OPEN_ATTEMPT: "acceptances.opening",
    Action.CONCLUDE_PASSED: "acceptances.concluding",
    Action.CONCLUDE_FINAL: "acceptances.final",
    Action.APPROVE: "acceptances.review",
    Action.CONFIRM_VOID: "acceptances.voiding",
    Action.REVOKE_CERTIFICATE: "acceptances.revoking",
}


@bp.app_template_global()
def step_page(action: Action, project_id: int) -> str:
    """The page of a step that has one."""
    return url_for(_STEP_PAGES[action], project_id=project_id)


@bp.app_template_global()
def act_word(tag: str) -> str:
    """What an act of the ledger is called."""
    return say_act(tag, locale())


@bp.app_template_global()
def met_sentence(met: Met) -> str:
    """A condition that holds, as a sentence."""
    return say_met(met, locale())


@bp.app_template_global()
def touch_word(act: str) -> str:
    """What taking part in a project is called: a step, or a piece of work."""
    if act not in words.PARTS:
        return act_word(f"stage.{act}")
    word: str = gettext(words.PARTS[act])
    return word


@bp.app_template_global()
def reason_word(action: Action) -> str:
    """What is asked for where a step takes a reason."""
    word: str = gettext(words.REASONS.get(action, words.REASON))
    return word
