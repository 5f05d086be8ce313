"""The account pages."""

from __future__ import annotations

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import Unauthorized

from acceptance.domain.people import Permission, Role
from acceptance.i18n import LOCALES
from acceptance.queries import accounts as account_pages
from acceptance.services import own_password, sessions
from acceptance.services.passwords import matches
from acceptance.web import auth, carried
from acceptance.web import language as languages
from acceptance.web.account.entering import Refusal, enter, remember_browser
from acceptance.web.account.forms import LanguageForm, PasswordForm, SignInForm
from acceptance.web.account.interrupted import (
    ask_to_sign_in,
    continue_page,
    sign_in_form,
    sign_in_page,
    token_expired,
)
from acceptance.web.auth import needs, public, the_viewer
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.forms import BaseForm, only_a_button
from acceptance.web.local import local_path
from acceptance.web.wording import gettext as _

bp = Blueprint("account", __name__)
bp.app_errorhandler(Unauthorized)(ask_to_sign_in)
bp.app_errorhandler(CSRFError)(token_expired)


@bp.get("/")
@public
def home() -> ResponseReturnValue:
    """Where a person begins: leaders with the figures, everybody else with what waits for him."""
    viewer = auth.current_viewer()
    if viewer is None:
        return redirect(url_for(".sign_in"))
    wanted = "targets.index" if viewer.role is Role.LEADER else "tasks.index"
    first = wanted if wanted in current_app.view_functions else "account.index"
    return redirect(url_for(first))


@bp.get("/healthz")
@public
def health() -> ResponseReturnValue:
    """Whether this process answers."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/account/sign-in")
@public
def sign_in() -> ResponseReturnValue:
    """The sign-in page."""
    target = local_path(request.args.get("next"), "")
    if auth.current_viewer() is not None:
        return redirect(target or url_for(".home"))
    return sign_in_page(sign_in_form(target, None), 200)


@bp.post("/account/sign-in")
@public
def sign_in_now() -> ResponseReturnValue:
    """Sign in, then go on where the person was stopped."""
    form = SignInForm()
    kept = carried.from_text(form.carried_to.data, form.carried.data)
    if not form.validate():
        return sign_in_page(form, 422, kept=kept)
    entered = enter(form.typed_login, form.typed_password)
    if isinstance(entered, Refusal):
        return _refused(form, entered, kept)
    if kept is not None:
        answer = continue_page(kept)
    else:
        answer = make_response(redirect(local_path(form.next.data, url_for(".home")), 303))
    return remember_browser(answer, entered)


@bp.post("/account/sign-out")
@needs(Permission.OWN_ACCOUNT)
def sign_out() -> ResponseReturnValue:
    """End the session in this browser."""
    only_a_button()
    viewer = the_viewer()
    with transaction() as session:
        sessions.end(session, viewer.session_id, viewer.user_id)
    auth.sign_out()
    flash(_("已退出登录。"))
    return redirect(url_for(".sign_in"), 303)


@bp.get("/account/")
@needs(Permission.OWN_ACCOUNT)
def index() -> ResponseReturnValue:
    """My account: who I am here, and where I am signed in."""
    viewer = the_viewer()
    browsers = account_pages.sessions_of(reading(), viewer.user_id, now())
    return render_template("account/index.html", browsers=browsers)


@bp.post("/account/sessions/<int:session_id>/end")
@needs(Permission.OWN_ACCOUNT)
def end_session(session_id: int) -> ResponseReturnValue:
    """Sign another browser of mine out."""
    only_a_button()
    with transaction() as session:
        sessions.end(session, session_id, the_viewer().user_id)
    flash(_("已让那个浏览器退出登录。"))
    return redirect(url_for(".index"), 303)


@bp.get("/account/password")
@needs(Permission.OWN_ACCOUNT)
def password() -> ResponseReturnValue:
    """The page for another password."""
    return render_template("account/password.html", form=PasswordForm())


@bp.post("/account/password")
@needs(Permission.OWN_ACCOUNT)
def change_password() -> ResponseReturnValue:
    """Put another password in the place of the present one."""
    viewer, form = the_viewer(), PasswordForm()
    form.login = viewer.login
    if not form.validate():
        return render_template("account/password.html", form=form, failed=True), 422
    stored = account_pages.credentials(reading(), viewer.login)
    old_hash = stored.password_hash if stored else None
    if old_hash is None or not matches(old_hash, form.typed_current):
        form.current_password.errors = [_("现在的密码不对")]
        return render_template("account/password.html", form=form, failed=True), 403
    new_hash = form.hash()
    with transaction() as session:
        own_password.change(session, viewer.actor, old_hash, new_hash, viewer.session_id, now())
    flash(_("密码已修改，其他浏览器都已退出登录。"))
    return redirect(url_for(".index"), 303)


@bp.get("/account/read-in/<code>")
@public
def read_in(code: str) -> ResponseReturnValue:
    """Another language in this browser."""
    if code not in LOCALES:
        abort(404)
    target = local_path(request.args.get("next"), url_for(".home"))
    return languages.remember(make_response(redirect(target)), code)


@bp.post("/account/language/<code>")
@needs(Permission.OWN_ACCOUNT)
def language(code: str) -> ResponseReturnValue:
    """Another language for this person, wherever he signs in."""
    if code not in LOCALES:
        abort(404)
    form = LanguageForm()
    with transaction() as session:
        own_password.remember_language(session, the_viewer().actor, code)
    target = local_path(form.next.data, url_for(".home"))
    return languages.remember(make_response(redirect(target, 303)), code)


def _refused(form: BaseForm, refusal: Refusal, kept: carried.Carried | None) -> Response:
    if not refusal.minutes:
        return sign_in_page(form, 401, kept=kept, wrong=_("账号或密码不对。"))
    said = _("错误次数太多，请 %(minutes)s 分钟后再试。", minutes=refusal.minutes)
    answer = sign_in_page(form, 429, kept=kept, wrong=said)
    answer.headers["Retry-After"] = str(refusal.minutes * 60)
    return answer
