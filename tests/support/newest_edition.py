"""A process of its own that knows one edition more: the line that a newcomer adds to the register
stands here, before anything has read it. Prints what the doors of the house say of it.

    python -m tests.support.newest_edition DATABASE_URL
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from importlib import import_module

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards import register
from acceptance.domain.standards.gb_50203 import GB_50203_2011_MORTAR

NEW = replace(
    GB_50203_2011_MORTAR,
    name="GB 50203-2031",
    mean_factor=exact("1.20"),
    unverified=frozenset({"mean_factor"}),
)


def main(database: str) -> None:
    """Enter the edition, and only then load the application, which reads the register once."""
    register.EDITIONS = (*register.EDITIONS, NEW)
    doors = import_module("tests.support.doors_of_editions")
    said = doors.asked(database, [GB_50203_2011_MORTAR.name, NEW.name])
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1])
