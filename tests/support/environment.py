"""What bin/test prepares, and what is said when it is not there."""

import os


class NotPreparedError(RuntimeError):
    """A part of the tests lacks its server; that is a failure, never a quiet skip."""


def required(variable: str, part: str) -> str:
    """The value of an environment variable that bin/test sets."""
    value = os.environ.get(variable, "")
    if not value:
        raise NotPreparedError(
            f"{variable} is not set. Run the tests by bin/test, or leave this part out: "
            f"bin/test --without {part} (with pytest alone: -m 'not {part}')"
        )
    return value
