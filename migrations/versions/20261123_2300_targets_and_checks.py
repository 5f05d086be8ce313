"""targets and checks"""

import sqlalchemy as sa
from alembic import op

revision = "20261123_2300"
down_revision = "20261123_2242"
branch_labels = None
depends_on = None

VOIDED = sa.text("voided_at IS NOT NULL")
OVERTAKEN = sa.text("overtaken_by IS NOT NULL OR overtaken_before IS NOT NULL")


def upgrade() -> None:
    # Plain ADD COLUMN: copying a table on SQLite would lose its triggers.
    op.add_column("project", sa.Column("counted_graded", sa.Boolean(), nullable=True))
    op.add_column("target", sa.Column("since", sa.Integer(), nullable=True))
    op.add_column(
        "project",
        sa.Column("counted_decided", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index(
        "ix_project_still_due",
        "project",
        ["acceptance_due", "area_id"],
        sqlite_where=sa.text("counted_decided = 0"),
        postgresql_where=sa.text("NOT counted_decided"),
    )
    op.create_index(
        "ix_attempt_voided_at",
        "attempt",
        ["voided_at"],
        sqlite_where=VOIDED,
        postgresql_where=VOIDED,
    )
    op.create_table(
        "rate_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("differences", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rate_check")),
    )
    op.create_table(
        "verification_miss",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address_hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verification_miss")),
    )
    op.create_index(
        "ix_verification_miss_address_at", "verification_miss", ["address_hash", "at"]
    )
    create_project_quarter()
    create_rate_cell()


def create_project_quarter() -> None:
    op.create_table(
        "project_quarter",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("conditional_counts", sa.Boolean(), nullable=False),
        sa.Column("quarter", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("size", sa.String(40), nullable=False),
        sa.Column("category", sa.String(40), nullable=False),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("first_passed", sa.Boolean(), nullable=False),
        sa.Column("latest", sa.Integer(), nullable=True),
        sa.Column("latest_passed", sa.Boolean(), nullable=False),
        sa.Column("accepted_graded", sa.Boolean(), nullable=False),
        sa.Column("excellent", sa.Boolean(), nullable=False),
        sa.Column("sound", sa.Boolean(), nullable=False),
        sa.Column("overtaken_by", sa.Integer(), nullable=True),
        sa.Column("overtaken_before", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_project_quarter_area_id_area")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_quarter_project_id_project")
        ),
        sa.PrimaryKeyConstraint(
            "project_id", "conditional_counts", "quarter", name=op.f("pk_project_quarter")
        ),
    )
    op.create_index(
        "ix_project_quarter_list",
        "project_quarter",
        ["conditional_counts", "quarter", "project_id"],
    )
    op.create_index(
        "ix_project_quarter_overtaken",
        "project_quarter",
        ["conditional_counts", "quarter"],
        sqlite_where=OVERTAKEN,
        postgresql_where=OVERTAKEN,
    )


def create_rate_cell() -> None:
    sums = (
        "first", "first_passed", "latest", "latest_passed", "accepted_graded", "excellent", "sound",
    )  # fmt: skip
    op.create_table(
        "rate_cell",
        sa.Column("conditional_counts", sa.Boolean(), nullable=False),
        sa.Column("quarter", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("size", sa.String(40), nullable=False),
        sa.Column("category", sa.String(40), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in sums),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_rate_cell_area_id_area")),
        sa.PrimaryKeyConstraint(
            "conditional_counts", "quarter", "area_id", "size", "category",
            name=op.f("pk_rate_cell"),
        ),
    )  # fmt: skip


def downgrade() -> None:
    op.drop_table("rate_cell")
    op.drop_table("project_quarter")
    op.drop_table("verification_miss")
    op.drop_table("rate_check")
    op.drop_index("ix_attempt_voided_at", table_name="attempt")
    op.drop_index("ix_project_still_due", table_name="project")
    op.drop_column("target", "since")
    op.drop_column("project", "counted_decided")
    op.drop_column("project", "counted_graded")
