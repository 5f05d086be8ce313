"""The process that sets papers: `python -m acceptance.jobs.press`, driven through its pipes.

Only this process loads WeasyPrint, so that the worker stays small while there is nothing to do;
and only its limits hold for what a paper may cost.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from datetime import datetime
from typing import BinaryIO

from acceptance.documents.agreement import render_agreement
from acceptance.documents.certificate import render_certificate
from acceptance.documents.record import render_record
from acceptance.documents.report import render_report
from acceptance.domain.agreements import SignedAgreement
from acceptance.domain.certificates import CertificateFacts
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.records import from_document
from acceptance.domain.reports import ReportFacts
from acceptance.jobs.pipes import receive, send

MEMORY = 2 * 1024**3  # bytes of address space
LARGEST_FILE = 64 * 1024**2  # bytes
SECONDS = 60  # of processor time for one paper
PRINTED, FAILED = b"P", b"E"


def main() -> None:
    """Answer each message with a paper or with the reason why there is none, until nobody asks."""
    # What a library prints must not get between the messages.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while (message := receive(sys.stdin.buffer)) is not None:
        _answer(answers, message)


def _answer(answers: BinaryIO, message: bytes) -> None:
    _allow_processor_time()
    try:
        paper = _print(message)
    except Exception as error:  # noqa: BLE001 - whatever went wrong is told to who asked
        send(answers, FAILED + f"{type(error).__name__}: {error}".encode())
    else:
        send(answers, PRINTED + paper)


def _print(message: bytes) -> bytes:
    asked = json.loads(message)
    if "report" in asked:
        return render_report(ReportFacts.from_document(asked["report"]), asked["digest"])
    if "agreement" in asked:
        signed = from_document(SignedAgreement, asked["agreement"])
        return render_agreement(signed, datetime.fromisoformat(asked["signed_at"]))
    if "record" in asked:
        ordered_at = datetime.fromisoformat(asked["ordered_at"])
        return render_record(RecordFacts.from_document(asked["record"]), ordered_at)
    facts = CertificateFacts.from_document(asked["facts"])
    return render_certificate(facts, datetime.fromisoformat(asked["issued_at"]))


def _allow_processor_time() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
