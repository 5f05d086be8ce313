"""The steps that take nothing but a reason."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.web.acceptances.forms import ActForm
from acceptance.web.acceptances.trying import Tried, not_done, the_head, try_act
from acceptance.web.auth import may, needs
from acceptance.web.language import titled
from acceptance.web.wording import gettext
from acceptance.workflow.actions import Action
from acceptance.workflow.duties import permission_for

ACTING = (Permission.RUN_ACCEPTANCE, Permission.DECIDE)


@needs(*ACTING)
def act(project_id: int) -> ResponseReturnValue:
    """Take a step, or say every reason why it cannot be taken."""
    form = ActForm()
    wanted = form.wanted
    if wanted is not None and not may(permission_for(wanted)):
        abort(403)
    head = the_head(project_id)
    if not form.validate() or wanted is None:
        return not_done("acceptances/act.html", form, head=head, action=wanted)
    tried = try_act(form.command(project_id, wanted))
    if not tried.done:
        return not_done("acceptances/act.html", form, tried, head=head, action=wanted)
    return after(wanted, project_id, tried)


@needs(Permission.DECIDE)
def revoking(project_id: int) -> ResponseReturnValue:
    """What revoking a certificate means, and the reason for it."""
    head = the_head(project_id)
    form = ActForm(action=Action.REVOKE_CERTIFICATE.value, seen=head.seen)
    return render_template(
        "acceptances/act.html", form=form, head=head, action=Action.REVOKE_CERTIFICATE, changes=()
    )


def after(action: Action, project_id: int, tried: Tried) -> ResponseReturnValue:
    """Where a step that was taken leads: to the certificate it made, or back to the project."""
    if tried.outcome.certificate_id is not None:
        flash(gettext("已批准，证书已编号。PDF 正在生成。"))
        certificate = tried.outcome.certificate_id
        return redirect(url_for("certificates.show", certificate_id=certificate), 303)
    flash(gettext("已办理：%(action)s", action=titled(action)))
    return redirect(url_for("acceptances.for_project", project_id=project_id), 303)
