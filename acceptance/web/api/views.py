"""Evaluations for other systems: the same objects as on the command line."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, jsonify, request
from flask.typing import ResponseReturnValue

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.doors import evaluated, parsed
from acceptance.domain.evaluation.method import Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.schema import schema_of
from acceptance.i18n.catalogs import LOCALES, translator
from acceptance.i18n.evaluation_titles import METHOD_TITLES
from acceptance.i18n.evaluations import error_document, result_document
from acceptance.web.api.openapi import openapi_document
from acceptance.web.auth import public

bp = Blueprint("api", __name__, url_prefix="/api/v1")


@bp.get("/openapi.json")
@public
def openapi() -> ResponseReturnValue:
    """The description for machines."""
    return jsonify(openapi_document())


@bp.get("/evaluations")
@public
def methods() -> ResponseReturnValue:
    """Every method with the schema of its input."""
    return jsonify(methods=[_described(method) for method in METHODS.values()])


@bp.post("/evaluations/<method>")
@public
def evaluate(method: str) -> ResponseReturnValue:
    """The result for one input. Nothing is stored, nobody is signed in by it."""
    if method not in METHODS:
        return _wrong(InputError("input_method_unknown", "method"), 404)
    if request.mimetype != "application/json":
        abort(415)
    try:
        return jsonify(result_document(evaluated(method, parsed(request.get_data()))))
    except InputError as error:
        return _wrong(error, 422)


def _wrong(error: InputError, status: int) -> ResponseReturnValue:
    answer: Response = jsonify(error=error_document(error.finding))
    return answer, status


def _described(method: Method[Any]) -> dict[str, Any]:
    title = METHOD_TITLES[method.name]
    return {
        "method": method.name,
        "field": method.field.value,
        "title": {locale: translator(locale).gettext(title) for locale in LOCALES},
        "input": schema_of(method.given),
    }
