"""The interface described for machines: OpenAPI 3.1, made from the declared inputs."""

from __future__ import annotations

from typing import Any

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.method import Method
from acceptance.domain.evaluation.result import EvaluationVerdict, QualityGrade
from acceptance.domain.evaluation.schema import schema_of
from acceptance.i18n.evaluation_titles import METHOD_TITLES

_TEXT = {"type": "string"}
_BOTH = {"type": "object", "properties": {"zh": _TEXT, "en": _TEXT}, "required": ["zh", "en"]}
_ERROR = {
    "type": "object",
    "properties": {
        "error": {
            "type": "object",
            "properties": {"code": _TEXT, "field": _TEXT, "message": _BOTH},
            "required": ["code", "field", "message"],
        }
    },
    "required": ["error"],
}
_FINDING = {
    "type": "object",
    "properties": {"code": _TEXT, "clause": _TEXT, "message": _BOTH, "data": {"type": "object"}},
}
_RESULT = {
    "type": "object",
    "properties": {
        "verdict": {"enum": [*(word.value for word in EvaluationVerdict), None]},
        "grade": {"enum": [*(word.value for word in QualityGrade), None]},
        "figures": {"type": "object"},
        "findings": {"type": "array", "items": _FINDING},
        "basis": {"type": "object"},
    },
    "required": ["verdict", "grade", "figures", "findings", "basis"],
}
_FAILURES = {
    "404": "No such method",
    "413": "The body is too large",
    "415": "The body is not application/json",
    "422": "The input is wrong; the error names the field",
}


def openapi_document() -> dict[str, Any]:
    """Every address of the interface with what it takes and answers."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Evaluations", "version": "1"},
        "paths": {
            "/api/v1/evaluations": {"get": _listing()},
            **{f"/api/v1/evaluations/{n}": {"post": _evaluation(m)} for n, m in METHODS.items()},
        },
        "components": {"schemas": {"Result": _RESULT, "Error": _ERROR}},
    }


def _listing() -> dict[str, Any]:
    answer = _content({"type": "object", "properties": {"methods": {"type": "array"}}})
    return {
        "operationId": "methods",
        "summary": "The methods and their inputs",
        "responses": {"200": {"description": "All methods", "content": answer}},
    }


def _evaluation(method: Method[Any]) -> dict[str, Any]:
    result, error = ({"$ref": f"#/components/schemas/{name}"} for name in ("Result", "Error"))
    failures = {
        status: {"description": said, "content": _content(error)}
        for status, said in _FAILURES.items()
    }
    return {
        "operationId": method.name,
        "summary": METHOD_TITLES[method.name],
        "tags": [method.field.value],
        "requestBody": {"required": True, "content": _content(schema_of(method.given))},
        "responses": {
            "200": {"description": "The result", "content": _content(result)},
            **failures,
        },
    }


def _content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
