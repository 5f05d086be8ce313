"""A checklist of forty items, submitted over HTTP and judged by the server."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from sqlalchemy import func, select

from acceptance.domain.checklists.template import Template
from acceptance.persistence.checklists import Submission
from acceptance.persistence.engine import make_engine, reading
from acceptance.persistence.ledger import LedgerRow
from acceptance.services.submission_content import Submit
from tests.builders.checklists import FORTY, catalogue_template, good_answers, required_photos
from tools.bench.clients import Browser, Load, RefusedError, ask, load, sign_in
from tools.bench.memory import Watch
from tools.bench.registry import Registry
from tools.bench.stack import Stack, family, processor_seconds, running
from tools.bench.tables import Table, milliseconds, per_second

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
WARM = 40
SIMULTANEOUS = 16


def document(template: Template) -> dict[str, Any]:
    """The answers of a careful inspector: every item, measured points at their limit."""
    return good_answers(template)


def json_body(template: Template, submission_id: str) -> bytes:
    """What a program sends."""
    sent = {
        "submission_id": submission_id,
        "version": 1,
        "answers": document(template),
        "photos": [{"slot": p.slot, "sha256": p.sha256} for p in required_photos(template)],
    }
    return json.dumps(sent, ensure_ascii=False).encode()


def form_body(template: Template, submission_id: str, token: str) -> bytes:
    """What the page sends: every field of every item, most of them blank."""
    pairs = [("csrf_token", token), ("submission_id", submission_id), ("version", "1")]
    pairs += [("base", "{}")]
    pairs += [("photo", f"{p.slot} {p.sha256}") for p in required_photos(template)]
    for code, entry in document(template).items():
        for name, value in entry.items():
            if name == "values":
                for n, point in enumerate(value):
                    pairs.append((f"{code}.values.{n}.place", point["place"]))
                    pairs.append((f"{code}.values.{n}", point["value"]))
            else:
                pairs.append((f"{code}.{name}", value))
        pairs += [(f"{code}.note", "")]
    return urlencode(pairs).encode()


def command(template: Template, checklist_id: int, answers: dict[str, Any]) -> Submit:
    """The same submission as the service takes it."""
    return Submit(str(uuid4()), checklist_id, answers, required_photos(template), 1)


class Supply:
    """Checklists that nobody has submitted yet, each handed out once."""

    def __init__(self, checklists: Sequence[int]) -> None:
        self._left = list(checklists)

    def take(self, count: int) -> list[int]:
        """The next ones."""
        if len(self._left) < count:
            raise RefusedError(f"only {len(self._left)} checklists are left of {count} wanted")
        taken, self._left = self._left[:count], self._left[count:]
        return taken


def posts(browser: Browser, template: Template, ids: list[int], kind: str) -> list[bytes]:
    """Ready requests, each with an id and a checklist of its own."""
    requests = []
    for checklist_id in ids:
        name = str(uuid4())
        json_wanted = kind == JSON
        body = (
            json_body(template, name) if json_wanted else form_body(template, name, browser.token)
        )
        accept = JSON if json_wanted else "text/html"
        path = f"/checklists/{checklist_id}/submissions"
        requests.append(browser.post(path, body, kind, accept))
    return requests


def measure(registry: Registry, name: str, data: Path, sizes: dict[int, int]) -> list[Table]:
    """Rates and times by number of clients, then sixteen posts of one submission."""
    template = catalogue_template(FORTY)
    supply = Supply(registry.checklists)
    table = Table(
        f"Submissions over HTTP, {name}",
        (
            "body, clients",
            "submissions/s",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "server CPU ms",
            "memory MiB",
        ),
    )
    with running(registry.url, data) as stack:
        browser = sign_in(stack.port, "inspector", f"/checklists/{registry.checklists[0]}")
        load(stack.port, posts(browser, template, supply.take(WARM), JSON), 2)
        for clients, count in sizes.items():
            table.add(*_row(stack, browser, template, supply.take(count), clients, JSON))
        form_count = sizes[4] // 2
        table.add(*_row(stack, browser, template, supply.take(form_count), 4, FORM))
        same = _simultaneous(stack, browser, template, supply.take(1)[0])
    table.note(f"{same} {_verified(registry)}")
    table.note("Server CPU is the processor time of all gunicorn processes for one submission.")
    return [table]


def _row(
    stack: Stack, browser: Browser, template: Template, ids: list[int], clients: int, kind: str
) -> tuple[str, ...]:
    requests = posts(browser, template, ids, kind)
    before = processor_seconds(family(stack.server))
    with Watch(stack) as watch:
        found = load(stack.port, requests, clients)
    used = processor_seconds(family(stack.server)) - before
    _refuse_failures(found, kind)
    label = "JSON" if kind == JSON else "form"
    return (
        f"{label}, {clients}",
        per_second(found.rate),
        *(milliseconds(found.percentile(share)) for share in (0.5, 0.95, 0.99)),
        milliseconds(used * 1000 / len(requests)),
        f"{watch.most:.0f}",
    )


def _refuse_failures(found: Load, kind: str) -> None:
    """A wrong answer is not a fast one: nothing is reported when any is not as it should be."""
    for answer in found.answers:
        good = (
            answer.status == 200 and json.loads(answer.body)["verdict"] == "pass"
            if kind == JSON
            else answer.status == 303
        )
        if not good:
            raise RefusedError(f"{answer.status}: {answer.body[:500].decode('utf-8', 'replace')}")


def _simultaneous(stack: Stack, browser: Browser, template: Template, checklist_id: int) -> str:
    """One submission sent sixteen times at once: one record, sixteen equal answers."""
    request = posts(browser, template, [checklist_id], JSON)[0]
    found = load(stack.port, [request] * SIMULTANEOUS, SIMULTANEOUS)
    equal = len({(answer.status, answer.body) for answer in found.answers}) == 1
    good = all(answer.status == 200 for answer in found.answers)
    first = sum(b"Idempotent-Replay" not in answer.head for answer in found.answers)
    if not (equal and good and first == 1):
        statuses = sorted(answer.status for answer in found.answers)
        raise RefusedError(f"sixteen posts of one id: {statuses}, {first} of them first")
    again = ask(stack.port, request)
    if again.body != found.answers[0].body:
        raise RefusedError("a later repetition is answered differently")
    return f"{SIMULTANEOUS} simultaneous posts of one id: one record, {SIMULTANEOUS} equal answers."


def _verified(registry: Registry) -> str:
    """Whether the database holds what was acknowledged: one submission per act in the ledger."""
    engine = make_engine(registry.url)
    with reading(engine)() as session:
        stored = session.scalar(select(func.count()).select_from(Submission))
        acts = session.scalar(
            select(func.count())
            .select_from(LedgerRow)
            .where(LedgerRow.action == "checklist.submitted")
        )
    engine.dispose()
    if stored != acts:
        raise RefusedError(f"{stored} submissions, but {acts} acts in the ledger")
    return f"Afterwards the database holds {stored} submissions and as many acts in the ledger."
