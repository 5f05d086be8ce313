"""count any period

The counts are derived; `db upgrade` makes them anew after this migration.
"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_1600"
down_revision = "20261123_2310"
branch_labels = None
depends_on = None

MOVED = sa.text("overtaken_before IS NOT NULL")
REPEATED = sa.text("overtaken_by IS NOT NULL")
FIRST_SUMS = (
    "first", "first_projects", "first_passed", "first_conditional", "first_abandoned", "first_overturned",
)
LATEST_SUMS = (
    "latest", "latest_projects", "latest_passed", "latest_conditional", "latest_abandoned",
    "latest_overturned", "accepted_graded", "graded_projects", "excellent", "sound",
)


def upgrade() -> None:
    op.drop_table("rate_cell")
    op.drop_table("project_quarter")
    for name in ("responsible_id", "counted_unit_id"):
        # Spelled out, because SQLite takes a key only together with its column.
        op.execute(
            f"ALTER TABLE project ADD COLUMN {name} INTEGER"
            f" CONSTRAINT fk_project_{name}_organisation REFERENCES organisation (id)"
        )
    create_project_conclusion()
    create_cells()


def create_project_conclusion() -> None:
    op.create_table(
        "project_conclusion",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("conditional_counts", sa.Boolean(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("size", sa.String(40), nullable=False),
        sa.Column("category", sa.String(40), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        *(
            sa.Column(name, sa.Boolean(), nullable=False)
            for name in ("is_first", "passed", "accepted_graded", "excellent", "sound")
        ),
        sa.Column("overtaken_by", sa.Date(), nullable=True),
        sa.Column("overtaken_before", sa.Date(), nullable=True),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("unit_works", "investment", "floor_area", "length_km", "irrigated_mu")
        ),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_project_conclusion_area_id_area")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_conclusion_project_id_project")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["organisation.id"], name=op.f("fk_project_conclusion_unit_id_organisation")
        ),
        sa.PrimaryKeyConstraint(
            "project_id", "conditional_counts", "number", name=op.f("pk_project_conclusion")
        ),
    )
    create_indexes()


def create_indexes() -> None:
    table, reading = "project_conclusion", "conditional_counts"
    op.create_index("ix_project_conclusion_day", table, [reading, "decided_on", "project_id"])
    op.create_index(
        "ix_project_conclusion_bad", table, [reading, "decided_on", "project_id"],
        sqlite_where=sa.text("passed = 0"), postgresql_where=sa.text("NOT passed"),
    )
    op.create_index("ix_project_conclusion_area", table, [reading, "area_id", "decided_on"])
    op.create_index("ix_project_conclusion_unit", table, [reading, "unit_id", "decided_on"])
    op.create_index(
        "ix_project_conclusion_moved", table, [reading, "decided_on"],
        sqlite_where=MOVED, postgresql_where=MOVED,
    )
    op.create_index(
        "ix_project_conclusion_again", table, [reading, "decided_on"],
        sqlite_where=REPEATED, postgresql_where=REPEATED,
    )
    op.create_index(
        "ix_project_conclusion_repeated", table, [reading, "overtaken_by"],
        sqlite_where=REPEATED, postgresql_where=REPEATED,
    )


def create_cells() -> None:
    for table, when, sums in (
        ("rate_cell", ("months", "start"), (*FIRST_SUMS, *LATEST_SUMS)),
        ("overtaken_cell", ("month", "next_month"), LATEST_SUMS),
    ):
        op.create_table(
            table,
            sa.Column("area_id", sa.Integer(), nullable=False),
            sa.Column("conditional_counts", sa.Boolean(), nullable=False),
            sa.Column("measure", sa.String(40), nullable=False),
            *(sa.Column(name, sa.Integer(), autoincrement=False, nullable=False) for name in when),
            sa.Column("size", sa.String(40), nullable=False),
            sa.Column("category", sa.String(40), nullable=False),
            *(sa.Column(name, sa.BigInteger(), nullable=False) for name in sums),
            sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f(f"fk_{table}_area_id_area")),
            sa.PrimaryKeyConstraint(
                "area_id", "conditional_counts", "measure", *when, "size", "category",
                name=op.f(f"pk_{table}"),
            ),
        )


def downgrade() -> None:
    for table in ("overtaken_cell", "rate_cell", "project_conclusion"):
        op.drop_table(table)
    for name in ("counted_unit_id", "responsible_id"):
        op.drop_column("project", name)
    flags = ("first_passed", "latest_passed", "accepted_graded", "excellent", "sound")
    kind = ("size", "category")
    op.create_table(
        "project_quarter",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("conditional_counts", sa.Boolean(), nullable=False),
        sa.Column("quarter", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(40), nullable=False) for name in kind),
        *(sa.Column(name, sa.Integer(), nullable=True) for name in ("first", "latest")),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in flags),
        *(
            sa.Column(name, sa.Integer(), nullable=True)
            for name in ("overtaken_by", "overtaken_before")
        ),
        sa.PrimaryKeyConstraint("project_id", "conditional_counts", "quarter"),
    )
    op.create_table(
        "rate_cell",
        sa.Column("conditional_counts", sa.Boolean(), nullable=False),
        sa.Column("quarter", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(40), nullable=False) for name in kind),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("first", "latest", *flags)),
        sa.PrimaryKeyConstraint("conditional_counts", "quarter", "area_id", *kind),
    )
