"""The interface described for machines: OpenAPI 3.1, made from the declared inputs."""

from __future__ import annotations

from functools import cache
from typing import Any

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.doors import evaluated
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import EvaluationVerdict, QualityGrade
from acceptance.domain.evaluation.schema import schema_of
from acceptance.i18n.evaluation_titles import METHOD_TITLES
from acceptance.i18n.evaluations import error_document, result_document
from acceptance.i18n.marker import N_
from acceptance.i18n.titles import TITLES
from acceptance.web.api.words import in_both, with_titles
from acceptance.web.evaluation_examples import EXAMPLES

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
    "404": N_("没有这种计算"),
    "413": N_("正文超过 1 MB"),
    "415": N_("正文不是 application/json"),
    "422": N_("输入有误；error 写明是哪一项、错在哪里"),
}


@cache
def openapi_document() -> dict[str, Any]:
    """Every address of the interface with what it takes and answers."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": in_both(N_("标准计算和评定")),
            "description": in_both(
                N_(
                    "每种计算收一个 JSON 对象，给出结论、数值、理由和依据。不用登录，什么也不保存。"
                    "数字可写成 JSON 数字或十进制文本；结果里的测量值和计算值是十进制文本，个数是整数。"
                )
            ),
            "version": "1",
        },
        "tags": [
            {"name": field.value, "description": in_both(TITLES[Field][field])} for field in Field
        ],
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
        "summary": in_both(N_("所有计算及其输入")),
        "responses": {"200": {"description": in_both(N_("所有计算")), "content": answer}},
    }


def _evaluation(method: Method[Any]) -> dict[str, Any]:
    result, error = ({"$ref": f"#/components/schemas/{name}"} for name in ("Result", "Error"))
    example = EXAMPLES[method.name]
    failures = {
        status: {"description": in_both(said), "content": _content(error)}
        for status, said in _FAILURES.items()
    }
    failures["422"]["content"] = _content(error, {"error": _error_of(method)})
    return {
        "operationId": method.name,
        "summary": in_both(METHOD_TITLES[method.name]),
        "tags": [method.field.value],
        "requestBody": {
            "required": True,
            "content": _content(with_titles(schema_of(method.given), method.name), example),
        },
        "responses": {
            "200": {
                "description": in_both(N_("结果")),
                "content": _content(result, result_document(evaluated(method.name, example))),
            },
            **failures,
        },
    }


def _error_of(method: Method[Any]) -> dict[str, Any]:
    """What is answered to an empty object: the first field that is missing."""
    try:
        method.of({})
    except InputError as error:
        return error_document(error.finding)
    raise TypeError(method.name)


def _content(schema: dict[str, Any], example: dict[str, Any] | None = None) -> dict[str, Any]:
    shown = {} if example is None else {"example": example}
    return {"application/json": {"schema": schema, **shown}}
