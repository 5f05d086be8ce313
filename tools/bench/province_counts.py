"""The statements that count a province: its conclusions, and the cells they are added up in."""

from __future__ import annotations

from acceptance.persistence.rates import FIRST_SUMS, LATEST_SUMS


def counts() -> list[str]:
    """To be run behind those that make projects, attempts, the calendar and the areas above."""
    return [*_conclusions(), *_cells(), *_differences()]


def _conclusions() -> list[str]:
    """What `domain/conclusions` says of attempts of which none is void and none out of order."""
    return [
        "INSERT INTO project_conclusion (project_id, conditional_counts, number, area_id, size,"
        " category, decided_on, outcome, is_first, passed, accepted_graded, excellent, sound,"
        " overtaken_by, unit_works, investment, floor_area, length_km, irrigated_mu)"
        f" SELECT p.id, {reading}, a.number, p.counted_area_id, p.counted_size,"
        f" p.counted_category, a.decided_on, a.result, a.number = 1, {good}, {good},"
        f" {good} AND p.grade = 'excellent', {good},"
        " LEAD(a.decided_on) OVER (PARTITION BY a.project_id ORDER BY a.number), 0,"
        " CAST(p.investment AS BIGINT) * 100, 0,"
        " COALESCE(CAST(p.length_km AS BIGINT), 0) * 1000, 0"
        " FROM attempt a JOIN project p ON p.id = a.project_id"
        for reading, good in (
            ("FALSE", "a.result = 'passed'"),
            ("TRUE", "a.result IN ('passed', 'conditional')"),
        )
    ]


# Of each: how many months, the number of the first one, and which areas keep it.
_STRETCHES = (
    (1, "c.month", ""),
    (3, "c.month - c.month % 3", ""),
    (12, "c.month - c.month % 12", ""),
    (0, "c.ordinal", " AND u.daily"),
)
_PAIRS = ((1, "{}"), (3, "{0} - {0} % 3"), (12, "{0} - {0} % 12"))


def _cells() -> list[str]:
    statements = []
    for measure, weight in (("projects", "1"), ("investment", "investment"),
                            ("length_km", "length_km")):  # fmt: skip
        first, latest = _sums("is_first", weight, "first"), _sums("TRUE", weight, "latest")
        kept = "" if measure == "projects" else f" AND u.weighed AND r.{weight} > 0"
        for months, start, which in _STRETCHES if measure == "projects" else _STRETCHES[:1]:
            statements.append(
                "INSERT INTO rate_cell (area_id, conditional_counts, measure, months, start, size,"
                f" category, {', '.join((*FIRST_SUMS, *LATEST_SUMS))})"
                f" SELECT u.over_id, r.conditional_counts, '{measure}', {months}, {start}, r.size,"
                f" r.category, {first}, {latest} FROM project_conclusion r"
                " JOIN calendar c ON c.day = r.decided_on JOIN above u ON u.area_id = r.area_id"
                f" WHERE TRUE{kept}{which} GROUP BY 1, 2, 3, 4, 5, 6, 7"
            )
        for months, begin in _PAIRS if measure == "projects" else _PAIRS[:1]:
            when = f"{months}, {begin.format('c.month')}, {begin.format('d.month')}"
            statements.append(
                "INSERT INTO overtaken_cell (area_id, conditional_counts, measure, months, month,"
                f" next_month, size, category, {', '.join(LATEST_SUMS)})"
                f" SELECT u.over_id, r.conditional_counts, '{measure}', {when}, r.size, r.category,"
                f" {latest} FROM project_conclusion r JOIN calendar c ON c.day = r.decided_on"
                " JOIN calendar d ON d.day = r.overtaken_by JOIN above u ON u.area_id = r.area_id"
                f" WHERE TRUE{kept} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"
            )
    return statements


def _differences() -> list[str]:
    """Of the reading in which 整改后合格 counts only that is kept by which it differs."""
    statements = []
    for table, when, sums in (("rate_cell", "start", (*FIRST_SUMS, *LATEST_SUMS)),
                              ("overtaken_cell", "month, next_month", LATEST_SUMS)):  # fmt: skip
        key = f"area_id, measure, months, {when}, size, category"
        raised = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in sums)
        statements.append(
            f"INSERT INTO {table} (conditional_counts, {key}, {', '.join(sums)})"
            f" SELECT TRUE, {key}, {', '.join(f'-{name}' for name in sums)} FROM {table}"
            " WHERE NOT conditional_counts"
            f" ON CONFLICT ({key}, conditional_counts) DO UPDATE SET {raised}"
        )
        nothing = " AND ".join(f"{name} = 0" for name in sums)
        statements.append(f"DELETE FROM {table} WHERE conditional_counts AND {nothing}")
    return statements


def _sums(which: str, weight: str, prefix: str) -> str:
    w = "1" if weight == "1" else f"r.{weight}"
    own = "r.is_first" if which == "is_first" else "TRUE"
    bad = f"{own} AND NOT r.passed AND r.outcome"
    parts = [
        (own, w), (own, "1"), (f"{own} AND r.passed", w), (f"{bad} = 'conditional'", w),
        (f"{bad} = 'abandoned'", w), (f"{bad} = 'overturned'", w),
    ]  # fmt: skip
    if prefix == "latest":
        parts += [
            ("r.accepted_graded", w), ("r.accepted_graded", "1"), ("r.excellent", w),
            ("r.sound", w),
        ]  # fmt: skip
    return ", ".join(f"SUM(CASE WHEN {each} THEN {value} ELSE 0 END)" for each, value in parts)
