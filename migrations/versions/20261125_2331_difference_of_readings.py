"""cells of the reading in which 整改后合格 counts: only by what it differs from the other"""

from alembic import op

revision = "20261125_2331"
down_revision = "20261125_2323"
branch_labels = None
depends_on = None

PLACE, KIND = ("area_id", "measure", "months"), ("size", "category")
FIRST_SUMS = (
    "first", "first_projects", "first_passed", "first_conditional", "first_abandoned", "first_overturned",
)
LATEST_SUMS = (
    "latest", "latest_projects", "latest_passed", "latest_conditional", "latest_abandoned",
    "latest_overturned", "accepted_graded", "graded_projects", "excellent", "sound",
)
TABLES = (
    ("rate_cell", (*PLACE, "start", *KIND), (*FIRST_SUMS, *LATEST_SUMS)),
    ("overtaken_cell", (*PLACE, "month", "next_month", *KIND), LATEST_SUMS),
)


def upgrade() -> None:
    for table, key, sums in TABLES:
        _add(table, key, sums, "-")
        nothing = " AND ".join(f"{name} = 0" for name in sums)
        op.execute(f"DELETE FROM {table} WHERE conditional_counts AND {nothing}")


def downgrade() -> None:
    for table, key, sums in TABLES:
        _add(table, key, sums, "+")


def _add(table: str, key: tuple[str, ...], sums: tuple[str, ...], sign: str) -> None:
    """Add the sums of the one reading to those of the other, or take them off."""
    raised = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in sums)
    op.execute(
        f"INSERT INTO {table} (conditional_counts, {', '.join((*key, *sums))})"
        f" SELECT TRUE, {', '.join(key)}, {', '.join(f'{sign}{name}' for name in sums)}"
        f" FROM {table} WHERE NOT conditional_counts"
        f" ON CONFLICT ({', '.join((*key, 'conditional_counts'))}) DO UPDATE SET {raised}"
    )
