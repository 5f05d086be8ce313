"""How work after a commit stands."""

from enum import StrEnum


class JobState(StrEnum):
    """Where a job stands. A leased job whose lease ran out is taken up again."""

    QUEUED = "queued"
    LEASED = "leased"
    DONE = "done"
    FAILED = "failed"
