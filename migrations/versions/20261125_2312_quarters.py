"""quarters beside months and years, added up from the months"""

from alembic import op

revision = "20261125_2312"
down_revision = "20261125_2258"
branch_labels = None
depends_on = None

FIRST_SUMS = (
    "first", "first_projects", "first_passed", "first_conditional", "first_abandoned", "first_overturned",
)
LATEST_SUMS = (
    "latest", "latest_projects", "latest_passed", "latest_conditional", "latest_abandoned",
    "latest_overturned", "accepted_graded", "graded_projects", "excellent", "sound",
)
TABLES = (
    ("rate_cell", ("start",), (*FIRST_SUMS, *LATEST_SUMS)),
    ("overtaken_cell", ("month", "next_month"), LATEST_SUMS),
)


def upgrade() -> None:
    for table, when, sums in TABLES:
        place, kind = ["area_id", "conditional_counts", "measure"], ["size", "category"]
        key = [*place, "3", *(f"{month} - {month} % 3" for month in when), *kind]
        names = ", ".join([*place, "months", *when, *kind, *sums])
        numbers = ", ".join(str(number + 1) for number in range(len(key)))
        op.execute(
            f"INSERT INTO {table} ({names})"
            f" SELECT {', '.join([*key, *(f'SUM({name})' for name in sums)])} FROM {table}"
            f" WHERE measure = 'projects' AND months = 1 GROUP BY {numbers}"
        )


def downgrade() -> None:
    for table, *_rest in TABLES:
        op.execute(f"DELETE FROM {table} WHERE months = 3")
