"""targets and checks"""

import sqlalchemy as sa
from alembic import op

revision = "20261123_2300"
down_revision = "20261123_2242"
branch_labels = None
depends_on = None

VOIDED = sa.text("voided_at IS NOT NULL")


def upgrade() -> None:
    # Plain ADD COLUMN: copying a table on SQLite would lose its triggers.
    op.add_column("project", sa.Column("counted_graded", sa.Boolean(), nullable=True))
    op.add_column("target", sa.Column("since", sa.Integer(), nullable=True))
    op.create_index("ix_project_acceptance_due", "project", ["acceptance_due"])
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


def downgrade() -> None:
    op.drop_table("verification_miss")
    op.drop_table("rate_check")
    op.drop_index("ix_attempt_voided_at", table_name="attempt")
    op.drop_index("ix_project_acceptance_due", table_name="project")
    op.drop_column("target", "since")
    op.drop_column("project", "counted_graded")
