"""What the interface and the list of limits say of editions; for a process of its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from acceptance.app import create_app
from acceptance.domain.people import SYSTEM
from acceptance.queries.limits import limits_page
from acceptance.runtime import EXTENSION
from acceptance.settings import Environment, read_settings

LOT = {"design": "10", "groups": ["11.5", "11.5", "11.5"]}


def asked(database: str, editions: Sequence[str]) -> dict[str, Any]:
    """The choice of the method, the result by each edition, and the limits to be checked."""
    environ = {**os.environ, "DATABASE_URL": database}
    app = create_app(read_settings(environ, Environment.TESTING, Path.cwd()))
    client = app.test_client()
    listed = client.get("/api/v1/evaluations").get_json()["methods"]
    with app.extensions[EXTENSION].read() as session:
        doubtful = limits_page(session, SYSTEM).doubtful
    return {
        "choices": {each["method"]: _choice(each) for each in listed},
        "results": [
            client.post(
                "/api/v1/evaluations/mortar-strength", json={"rule_set": name, **LOT}
            ).get_json()
            for name in editions
        ],
        "doubtful": [[line.table.code, line.name] for line in doubtful],
    }


def _choice(method: dict[str, Any]) -> list[str]:
    schema = next(value for value in method.values() if isinstance(value, dict))
    return list(schema.get("properties", {}).get("rule_set", {}).get("enum", []))
