"""pairs of years, failures by area, and on SQLite cells that lie in the order of their key

The sums of years are added up from those of months, so that nothing has to be counted anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_2258"
down_revision = "20261125_2241"
branch_labels = None
depends_on = None

FIRST_SUMS = (
    "first", "first_projects", "first_passed", "first_conditional", "first_abandoned", "first_overturned",
)
LATEST_SUMS = (
    "latest", "latest_projects", "latest_passed", "latest_conditional", "latest_abandoned",
    "latest_overturned", "accepted_graded", "graded_projects", "excellent", "sound",
)
PLACE, KIND = ("area_id", "conditional_counts", "measure"), ("size", "category")
BAD = "ix_project_conclusion_bad_area"
SPAN, PAIR = ("months", "start"), ("month", "next_month")


def upgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        _lay_in_order("rate_cell", (*PLACE, *SPAN, *KIND), (*FIRST_SUMS, *LATEST_SUMS))
        _lay_in_order("overtaken_cell", (*PLACE, "months", *PAIR, *KIND), LATEST_SUMS, months="1")
    else:
        op.add_column("overtaken_cell", sa.Column("months", sa.Integer(), server_default="1", nullable=False))
        op.alter_column("overtaken_cell", "months", server_default=None)
        _key("months", *PAIR)
    op.create_index(
        BAD, "project_conclusion", ["conditional_counts", "area_id", "decided_on"],
        sqlite_where=sa.text("passed = 0"), postgresql_where=sa.text("NOT passed"),
    )
    names = ", ".join((*PLACE, "months", *PAIR, *KIND, *LATEST_SUMS))
    sums = ", ".join(f"SUM({name})" for name in LATEST_SUMS)
    op.execute(
        f"INSERT INTO overtaken_cell ({names}) SELECT {', '.join(PLACE)}, 12, month - month % 12,"
        f" next_month - next_month % 12, {', '.join(KIND)}, {sums} FROM overtaken_cell"
        " WHERE measure = 'projects' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"
    )


def _key(*when: str) -> None:
    op.drop_constraint("pk_overtaken_cell", "overtaken_cell")
    op.create_primary_key("pk_overtaken_cell", "overtaken_cell", [*PLACE, *when, *KIND])


def _lay_in_order(table: str, key: tuple[str, ...], sums: tuple[str, ...], **given: str) -> None:
    """Make a table anew in the order of its key; `given` is the value of a column that is new."""
    op.rename_table(table, f"{table}_before")
    columns = [
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("conditional_counts", sa.Boolean(), nullable=False),
        sa.Column("measure", sa.String(40), nullable=False),
        *(
            sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)
            for name in key
            if name not in {*PLACE, *KIND}
        ),
        *(sa.Column(name, sa.String(40), nullable=False) for name in KIND),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in sums),
    ]
    op.create_table(
        table,
        *columns,
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f(f"fk_{table}_area_id_area")),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")),
        sqlite_with_rowid=False,
    )
    names = (*key, *sums)
    op.execute(
        f"INSERT INTO {table} ({', '.join(names)})"
        f" SELECT {', '.join(given.get(name, name) for name in names)} FROM {table}_before"
    )
    op.drop_table(f"{table}_before")


def downgrade() -> None:
    op.drop_index(BAD, "project_conclusion")
    op.execute("DELETE FROM overtaken_cell WHERE months = 12")
    if op.get_context().dialect.name == "sqlite":
        _lay_in_order("overtaken_cell", (*PLACE, *PAIR, *KIND), LATEST_SUMS)
    else:
        _key(*PAIR)
        op.drop_column("overtaken_cell", "months")
