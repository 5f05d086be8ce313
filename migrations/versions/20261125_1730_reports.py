"""reports of the rates"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_1730"
down_revision = "20261125_1720"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(25), nullable=False),
        sa.Column("today", sa.Date(), nullable=False),
        sa.Column("conditional_counts", sa.Boolean(), nullable=False),
        sa.Column("size", sa.String(40), nullable=True),
        sa.Column("category", sa.String(40), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("ordered_by", sa.Integer(), nullable=False),
        sa.Column("ordered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("facts_sha256", sa.String(64), nullable=True),
        sa.Column("pdf_sha256", sa.String(64), nullable=True),
        sa.Column("xlsx_sha256", sa.String(64), nullable=True),
        sa.Column("ledger_seq", sa.Integer(), nullable=True),
        sa.Column("ledger_hash", sa.String(64), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name="fk_report_area_id_area"),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["organisation.id"], name="fk_report_unit_id_organisation"
        ),
        sa.ForeignKeyConstraint(
            ["ordered_by"], ["user_account.id"], name="fk_report_ordered_by_user_account"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
    )
    op.create_index("ix_report_area_id_id", "report", ["area_id", "id"])


def downgrade() -> None:
    op.drop_table("report")
