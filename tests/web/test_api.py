"""The interface for other systems: the same JSON as the command line, errors never as a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest
from flask.testing import FlaskClient

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.runtime import Runtime
from acceptance.web.evaluation_examples import EXAMPLES
from tests.support.statements import counting_statements
from tests.support.worked_cases import answer, worked_cases

LOT = {"rule_set": "GB/T 50107-2010", "design": 30, "groups": ["30.1", "40.0"]}
ADDRESS = "/api/v1/evaluations/concrete-strength"
FIRST = list({c["method"]: c for c in worked_cases() if c["method"] in METHODS}.values())


@pytest.mark.parametrize("case", FIRST, ids=lambda case: str(case["method"]))
def test_a_method_answers_as_on_the_command_line(case: dict[str, Any], client: FlaskClient) -> None:
    body = json.dumps(case["input"], default=str)
    found = client.post(
        f"/api/v1/evaluations/{case['method']}", data=body, content_type="application/json"
    )
    expected = answer(case["method"], json.loads(body, parse_float=str))
    assert found.get_json() == json.loads(json.dumps(expected))
    assert found.status_code == (422 if "error" in expected else 200)


def test_numbers_stay_exact(client: FlaskClient) -> None:
    body = '{"rule_set": "GB/T 50107-2010", "design": 30, "groups": [0.1, 0.2]}'
    found = client.post(ADDRESS, data=body, content_type="application/json").get_json()
    assert found["figures"]["mean"] == "0.15"
    assert found["basis"]["input"]["groups"] == ["0.1", "0.2"]


@pytest.mark.parametrize(
    ("address", "body", "kind", "status", "code", "field"),
    [
        (ADDRESS, "{", "application/json", 422, "input_not_json", ""),
        (ADDRESS, b"\xff", "application/json", 422, "input_not_json", ""),
        (ADDRESS, "[]", "application/json", 422, "input_object_wanted", ""),
        (ADDRESS, '{"rule_set": "x"}', "application/json", 422, "input_word_unknown", "rule_set"),
        (ADDRESS, '{"design": 30, "design": 20}', "application/json", 422, "input_repeated",
         "design"),
        ("/api/v1/evaluations/no", "{}", "application/json", 404, "input_method_unknown", "method"),
        ("/api/v1/no", "{}", "application/json", 404, "http_404", ""),
        (ADDRESS, "{}", "text/plain", 415, "http_415", ""),
        (ADDRESS, "a=1", "application/x-www-form-urlencoded", 415, "http_415", ""),
        ("/api/v1/evaluations/excellence-rate",
         json.dumps({"groups": [{"excellent": 1, "graded": 2}] * 1001, "target": 75}),
         "application/json", 422, "input_too_many", "groups"),
        (ADDRESS, " " * 1_048_577, "application/json", 413, "http_413", ""),
    ],
)  # fmt: skip
def test_an_error_is_json_and_says_where(
    address: str,
    body: str | bytes,
    kind: str,
    status: int,
    code: str,
    field: str,
    client: FlaskClient,
) -> None:
    found = client.post(address, data=body, content_type=kind, headers={"Accept": "text/html"})
    assert (found.status_code, found.mimetype) == (status, "application/json")
    error = found.get_json()["error"]
    assert (error["code"], error["field"]) == (code, field)
    assert error["message"]["zh"] != error["message"]["en"]


def test_a_wrong_verb_is_told_in_json(client: FlaskClient) -> None:
    found = client.get(ADDRESS, headers={"Accept": "text/html"})
    assert found.status_code == 405
    assert found.get_json()["error"]["code"] == "http_405"


def test_no_database_is_touched(runtime: Runtime, client: FlaskClient) -> None:
    with counting_statements(runtime.engine) as statements:
        assert client.post(ADDRESS, json=LOT).status_code == 200
    assert len(statements) == 0


def test_every_method_is_listed_with_its_inputs(client: FlaskClient) -> None:
    listed = client.get("/api/v1/evaluations").get_json()["methods"]
    assert [each["method"] for each in listed] == list(METHODS)
    concrete = next(each for each in listed if each["method"] == "concrete-strength")
    assert concrete["input"]["required"] == ["rule_set", "design"]
    assert "GBJ 107-1987" in concrete["input"]["properties"]["rule_set"]["enum"]


def test_the_description_names_every_address_and_only_what_it_has(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    assert document["openapi"].startswith("3.1")
    posts = {path for path, verbs in document["paths"].items() if "post" in verbs}
    assert posts == {f"/api/v1/evaluations/{name}" for name in METHODS}


def described(client: FlaskClient) -> dict[str, Any]:
    return cast("dict[str, Any]", client.get("/api/v1/openapi.json").get_json())


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for each in value.values():
            yield from references(each)
    elif isinstance(value, list):
        for each in value:
            yield from references(each)


def test_every_reference_of_the_description_leads_somewhere(client: FlaskClient) -> None:
    document = described(client)
    assert set(references(document)) == {
        f"#/components/schemas/{name}" for name in document["components"]["schemas"]
    }
    operations = [each for path in document["paths"].values() for each in path.values()]
    assert len({each["operationId"] for each in operations}) == len(operations)
    tags = {tag["name"] for tag in document["tags"]}
    assert {tag for each in operations for tag in each.get("tags", ())} == tags


def test_the_description_speaks_both_languages(client: FlaskClient) -> None:
    document = described(client)
    concrete = document["paths"][ADDRESS]["post"]
    assert concrete["summary"] == "混凝土抗压强度评定 · Compressive strength of concrete"
    fields = concrete["requestBody"]["content"]["application/json"]["schema"]["properties"]
    assert fields["rule_set"]["title"].endswith(" · Standard")
    rows = fields["summary"]["anyOf"][0]["properties"]
    assert rows["deviation"]["title"] == "标准差 · Standard deviation"
    said = [concrete["responses"][status]["description"] for status in ("404", "413", "415", "422")]
    assert all(" · " in each for each in said)


@pytest.mark.parametrize("method", METHODS)
def test_an_example_is_answered_as_it_is_written(method: str, client: FlaskClient) -> None:
    address = f"/api/v1/evaluations/{method}"
    post = described(client)["paths"][address]["post"]
    given = post["requestBody"]["content"]["application/json"]
    good, bad = (post["responses"][s]["content"]["application/json"] for s in ("200", "422"))
    answered = client.post(address, json=given["example"])
    assert (answered.status_code, answered.get_json()) == (200, good["example"])
    wanted = set(given["schema"]["required"])
    assert wanted <= given["example"].keys() <= given["schema"]["properties"].keys()
    refused = client.post(address, json={})
    assert (refused.status_code, refused.get_json()) == (422, bad["example"])


def test_there_is_an_example_of_every_method() -> None:
    assert list(EXAMPLES) == list(METHODS)
