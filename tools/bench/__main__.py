"""`bin/bench`: fill the databases, measure what was asked for, print it as Markdown."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.support.databases import address, administering, drop
from tools.bench import (
    evaluations,
    floors,
    memory,
    pages,
    papers,
    province,
    rates,
    starting,
    submissions,
)
from tools.bench.registry import Registry, fill, sqlite_url
from tools.bench.stack import ROOT
from tools.bench.tables import Table

DOCUMENT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
FULL = {1: 600, 4: 2000, 16: 2000}
QUICK = {1: 150, 4: 400, 16: 400}
SPARE = 1500
PARTS = ("submit", "lists", "certificate", "startup", "memory", "evaluate", "rates")
PROVINCE, SMALL_PROVINCE = 1_000_000, 50_000
ALONE = {"certificate", "evaluate", "rates"}
Measure = Callable[[Registry, str, Path], list[Table]]


def main() -> None:
    """Measure, print, and with --write put it into the document."""
    asked = _arguments()
    parts = asked.parts or list(PARTS)
    chosen = {
        part: url
        for part, url in {
            "SQLite": "",
            "PostgreSQL": os.environ.get("BENCH_POSTGRESQL_URL", ""),
        }.items()
        if part == "SQLite" or url
    }
    with tempfile.TemporaryDirectory(prefix="bench.") as place:
        tables = list(_tables(parts, chosen, Path(place), quick=asked.quick))
    text = "\n".join((about(), *(table.markdown() for table in tables)))
    print(text)
    if asked.write:
        _write(text)


def _tables(
    parts: list[str], chosen: dict[str, str], place: Path, *, quick: bool
) -> Iterator[Table]:
    if "submit" in parts:
        yield floors.judging()
    if "evaluate" in parts:
        yield from evaluations.measure()
    if set(parts) - ALONE:
        for name, server in chosen.items():
            yield from _measured(name, server, place, parts, quick=quick)
    if "certificate" in parts:
        yield from papers.measure()
    if "rates" in parts:
        for name, server in chosen.items():
            yield from _of_province(name, server, place, quick=quick)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help="what to measure (all)")
    parser.add_argument("--quick", action="store_true", help="smaller numbers, less exact")
    parser.add_argument("--write", action="store_true", help="into docs/performance.md")
    return parser.parse_args()


def _measured(name: str, server: str, place: Path, parts: list[str], *, quick: bool) -> list[Table]:
    data = place / name
    data.mkdir()
    sizes = QUICK if quick else FULL
    with new_database(server, data, f"bench_{os.getpid()}") as url:
        _say(f"Filling {name}")
        count = sum(sizes.values()) + SPARE if "submit" in parts else 120
        registry = fill(url, 10_000, count)
        tables = []
        for part, measure in _measures(sizes):
            if part in parts:
                _say(f"Measuring {name}: {part}")
                tables += measure(registry, name, data)
    return tables


def _of_province(name: str, server: str, place: Path, *, quick: bool) -> list[Table]:
    _say(f"Filling a province, {name}")
    data = place / f"province-{name}"
    data.mkdir()
    with new_database(server, data, f"province_{os.getpid()}") as url:
        filled = province.fill(url, SMALL_PROVINCE if quick else PROVINCE)
        _say(f"Measuring {name}: rates")
        return rates.measure(filled, name, data)


@contextmanager
def new_database(server: str, data: Path, database: str) -> Iterator[str]:
    """The address of an empty database, which is gone afterwards."""
    if not server:
        yield sqlite_url(data)
        return
    with administering(server) as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {database}")
    try:
        yield address(server, database)
    finally:
        drop(server, database)


def _measures(sizes: dict[int, int]) -> list[tuple[str, Measure]]:
    def submitting(registry: Registry, name: str, data: Path) -> list[Table]:
        return [
            *submissions.measure(registry, name, data, sizes),
            *floors.measure(registry, name, data),
        ]

    return [
        ("startup", starting.measure),
        ("memory", memory.measure),
        ("lists", pages.measure),
        ("submit", submitting),
    ]


def about() -> str:
    """When, where and with what these numbers came about."""
    commit = _said("git", "rev-parse", "--short=12", "HEAD")
    changed = " with changes not committed" if _said("git", "status", "--porcelain", "-uno") else ""
    one, five, _fifteen = os.getloadavg()
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC at commit {commit}{changed}, on "
        f"{os.cpu_count()} processors ({_processor()}), {memory_gib:.0f} GiB, "
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}. "
        f"Load of the machine before: {LOAD[0]:.1f} over one minute, {LOAD[1]:.1f} over five; "
        f"after: {one:.1f}, {five:.1f}.\n"
    )


LOAD = os.getloadavg()


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _said(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def _write(text: str) -> None:
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
