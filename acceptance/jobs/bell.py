"""Redis as a bell: RQ carries numbers of jobs, and whatever else lies there is not run.

The database is the truth. What Redis loses is rung again; what somebody else puts there is dropped.
"""

from __future__ import annotations

import json
import logging
import zlib
from collections.abc import Iterable
from typing import Any

from redis import Redis
from rq import Queue, SimpleWorker
from rq.exceptions import NoSuchJobError
from rq.job import Job

log = logging.getLogger(__name__)

QUEUE = "acceptance"
CARRIED = "acceptance.jobs.run.run_job"
PATIENCE = 180  # seconds that RQ lets one job take
_ELSE = ("success_callback_name", "failure_callback_name", "stopped_callback_name", "webhooks")


class Ring(Job):
    """A message that names one of our jobs; any other message is treated as not there."""

    def restore(self, raw_data: Any) -> Any:
        if not is_ours({_text(name): value for name, value in dict(raw_data).items()}):
            log.error("a message in Redis is not one of ours and was dropped")
            raise NoSuchJobError("not one of ours")
        return super().restore(raw_data)


class CarefulWorker(SimpleWorker):
    """Runs in its own process and does not fork: what is large and dangerous runs in the press."""

    job_class = Ring


def is_ours(fields: dict[str, Any]) -> bool:
    """Whether a message calls the one function it may call, with one number, and nothing more."""
    if any(fields.get(name) for name in _ELSE):
        return False
    data = fields.get("data", b"")
    try:
        called = json.loads(zlib.decompress(data))
    except (ValueError, TypeError, zlib.error):
        return False
    if not isinstance(called, list) or len(called) != 4:
        return False
    name, instance, arguments, words = called
    number = arguments[0] if isinstance(arguments, list) and len(arguments) == 1 else None
    return name == CARRIED and not instance and not words and type(number) is int


def bell(connection: Redis) -> Queue:
    """The queue that carries the numbers, in JSON."""
    return Queue(QUEUE, connection=connection, serializer="json", job_class=Ring)


def ring(queue: Queue, job_ids: Iterable[int]) -> int:
    """Send the numbers that are not under way in Redis already; how many were sent."""
    lying = set(queue.job_ids)
    sent = 0
    for job_id in job_ids:
        name = f"job-{job_id}"
        if name in lying:
            continue
        queue.enqueue_call(
            CARRIED,
            args=(job_id,),
            job_id=name,
            timeout=PATIENCE,
            result_ttl=0,
            failure_ttl=3600,
        )
        sent += 1
    return sent


def careful_worker(connection: Redis) -> CarefulWorker:
    """A worker for the bell that notices soon when a colleague has died."""
    return CarefulWorker(
        [bell(connection)],
        connection=connection,
        serializer="json",
        worker_ttl=60,
        maintenance_interval=30,
        job_monitoring_interval=10,
        job_class=Ring,
    )


def _text(name: Any) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
