"""Whether a certificate is genuine: four answers, and the facts to compare with the paper."""

from __future__ import annotations

import hmac

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.canonical import sha256
from acceptance.queries.verification import WINDOW, Verification, by_code, code_of, is_throttled
from acceptance.services.verifications import note_miss
from acceptance.web.auth import public
from acceptance.web.clock import now
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.verify.forms import NumberForm, PaperForm
from acceptance.web.wording import gettext as _

bp = Blueprint("verify", __name__, url_prefix="/v")
LONGEST_CODE = 64


@bp.after_request
def keep_private(response: Response) -> Response:
    """No search engine keeps the page, and no other site is told its address."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Type a number and its code."""
    return render_template("verify/index.html", form=NumberForm())


@bp.post("")
@public
def by_number() -> ResponseReturnValue:
    """Find a certificate by its number and the code printed beside it."""
    form = NumberForm()
    if not form.validate():
        return render_template("verify/index.html", form=form, failed=True), 422
    if _is_throttled():
        return _wait()
    code = code_of(reading(), str(form.number.data), str(form.code.data))
    return _unknown() if code is None else redirect(url_for(".show", code=code), 303)


@bp.get("/<code>")
@public
def show(code: str) -> ResponseReturnValue:
    """The answer for a code, as the square code on the paper asks it."""
    if _is_throttled():
        return _wait()
    found = _find(code)
    return _unknown() if found is None else _answer(found)


@bp.post("/<code>/paper")
@public
def compare(code: str) -> ResponseReturnValue:
    """Whether a PDF file is, byte for byte, the one that was issued."""
    if _is_throttled():
        return _wait()
    found = _find(code)
    if found is None:
        return _unknown()
    form, file = PaperForm(), request.files.get("paper")
    if not form.validate() or file is None or not file.filename:
        return _answer(found, message=_("请选择要核对的 PDF 文件"), status=422)
    digest = sha256(file.read())
    same = found.pdf_sha256 is not None and hmac.compare_digest(digest, found.pdf_sha256)
    return _answer(found, digest=digest, same=same)


def _find(code: str) -> Verification | None:
    return by_code(reading(), code[:LONGEST_CODE])


def _answer(
    found: Verification,
    digest: str = "",
    same: bool | None = None,  # noqa: FBT001
    message: str = "",
    status: int = 200,
) -> ResponseReturnValue:
    page = render_template(
        "verify/show.html",
        found=found,
        moment=now(),
        form=PaperForm(formdata=None),
        digest=digest,
        same=same,
        message=message,
    )
    return page, status


def _unknown() -> ResponseReturnValue:
    with transaction() as session:
        note_miss(session, _address(), now())
    return render_template("verify/unknown.html"), 404


def _wait() -> ResponseReturnValue:
    minutes = int(WINDOW.total_seconds()) // 60
    page = render_template("verify/wait.html", minutes=minutes)
    return page, 429, {"Retry-After": str(minutes * 60)}


def _is_throttled() -> bool:
    return is_throttled(reading(), _address(), now())


def _address() -> str:
    """The address of who asks, not readable in the table."""
    key = runtime().settings.secret_key.encode()
    return hmac.new(key, (request.remote_addr or "").encode(), "sha256").hexdigest()
