"""Everything that can go wrong, turned into an answer in one place."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Flask, Response, current_app, g, jsonify, make_response, render_template, request
from flask.globals import request_ctx
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from acceptance.domain.findings import Finding
from acceptance.i18n.catalogs import LOCALES, translator
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError, StaleError
from acceptance.web.error_words import ErrorWords, words_for
from acceptance.web.language import saying
from acceptance.web.wording import gettext

INTERFACE = "/api/v1/"
STATUS_OF: dict[type[Exception], int] = {
    NotFoundError: 404,
    ForbiddenError: 403,
    StaleError: 409,
    StaleDataError: 409,
    IntegrityError: 409,
    OperationalError: 503,
}


def init_app(app: Flask) -> None:
    """Answer every error with a page, or with JSON to those who asked for it."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(RefusedError, _refused)
    app.register_error_handler(Exception, _unforeseen)
    for error, status in STATUS_OF.items():
        app.register_error_handler(error, _told(status))


def wants_json() -> bool:
    """Whether the one who asks is a program."""
    best = request.accept_mimetypes.best_match(["text/html", "application/json"], "text/html")
    return request.path.startswith("/api/") or best == "application/json"


def problem(
    status: int, findings: tuple[Finding, ...] = (), reference: str = "", detail: str = ""
) -> Response:
    """The answer for a status, with the reasons where there are some."""
    words = words_for(status)
    if request.path.startswith(INTERFACE):
        answer: Any = jsonify(error=_error_document(status, words))
    elif wants_json():
        answer = jsonify(
            error=status,
            title=gettext(words.title),
            detail=detail or gettext(words.happened),
            reasons=[_reason(finding) for finding in findings],
            reference=reference or None,
        )
    elif request_ctx.url_adapter is None:
        # The host is not ours: no address can be built, so that no page of ours can be either.
        answer = Response(gettext(words.happened), mimetype="text/plain")
    else:
        answer = render_template(
            "errors/error.html",
            status=status,
            words=words,
            findings=findings,
            reference=reference,
            detail=detail,
        )
    return make_response(answer, status)


def _error_document(status: int, words: ErrorWords) -> dict[str, Any]:
    """An error of the interface in the shape that its evaluations give a wrong input."""
    said = {name: translator(name).gettext(words.happened) for name in LOCALES}
    return {"code": f"http_{status}", "field": "", "message": said}


def _reason(finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "field": finding.field,
        "clause": finding.clause,
        "sentence": saying(finding),
    }


def _http(error: HTTPException) -> Any:
    if error.response is not None:
        return error.response
    status = error.code or 500
    if status < 400:
        return error
    answer = problem(status)
    for name, value in error.get_headers():
        if name.lower() in {"allow", "retry-after"}:
            answer.headers[name] = value
    return answer


def _refused(error: RefusedError) -> Response:
    return problem(422, error.findings)


def _told(status: int) -> Any:
    def handle(error: Exception) -> Response:
        if isinstance(error, SQLAlchemyError):
            g.setdefault("viewer", None)
        current_app.logger.info("%s answered with %s", type(error).__name__, status)
        return problem(status)

    return handle


def _unforeseen(error: Exception) -> Response:
    # Where the database itself fails, nobody is looked up for the page that says so.
    g.setdefault("viewer", None)
    reference = secrets.token_hex(4)
    current_app.logger.error("reference %s", reference, exc_info=error)
    return problem(500, reference=reference)
