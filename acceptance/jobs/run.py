"""Doing one job: the same for the dispatcher and for RQ, which only carries the number."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass

from acceptance.jobs.leases import Heartbeat, Lease, LeaseLostError, finish, give_back, take
from acceptance.jobs.papers import print_agreement, print_certificate, print_record
from acceptance.jobs.printing import Press
from acceptance.jobs.reports import make_report
from acceptance.jobs.workshop import Workshop
from acceptance.queries.agreement_pages import KIND as AGREEMENT_PDF
from acceptance.queries.reports import KIND as RATES_REPORT
from acceptance.runtime import Runtime
from acceptance.services.certificates import CERTIFICATE_PDF
from acceptance.services.record_papers import RECORD_PDF

log = logging.getLogger(__name__)

KINDS: Mapping[str, Callable[[Workshop, int], None]] = {
    CERTIFICATE_PDF: print_certificate,
    AGREEMENT_PDF: print_agreement,
    RATES_REPORT: make_report,
    RECORD_PDF: print_record,
}


@dataclass(frozen=True, slots=True)
class Worker:
    """What a worker process has: its connections and its press."""

    runtime: Runtime
    press: Press


# RQ calls a function by its name and hands it a number; the process says beforehand who works.
WORKER: ContextVar[Worker] = ContextVar("worker")


def run_job(job_id: int) -> bool:
    """Do the job with this number, unless it is done, held by another, or not yet due."""
    return work_once(WORKER.get(), job_id)


def work_once(worker: Worker, job_id: int | None = None) -> bool:
    """Take one job and do it; False when there was none to take."""
    runtime = worker.runtime
    with runtime.write.begin() as session:
        lease = take(session, runtime.clock(), job_id)
    if lease is None:
        return False
    try:
        with Heartbeat(runtime.write, runtime.clock, lease):
            KINDS[lease.kind](Workshop(runtime, worker.press, lease), lease.subject_id)
        with runtime.write.begin() as session:
            finish(session, lease, runtime.clock())
    except LeaseLostError:
        log.warning("job %s was taken over by another worker", lease.job_id)
    except Exception as error:
        log.exception("job %s failed at try %s", lease.job_id, lease.tries)
        _give_back(worker, lease, error)
    return True


def _give_back(worker: Worker, lease: Lease, error: Exception) -> None:
    try:
        with worker.runtime.write.begin() as session:
            give_back(session, lease, worker.runtime.clock(), f"{type(error).__name__}: {error}")
    except LeaseLostError:
        log.warning("job %s was taken over by another worker", lease.job_id)
