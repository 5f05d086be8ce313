"""test reports named in submitted checklists"""

import sqlalchemy as sa
from alembic import op

from acceptance.persistence.append_only import freeze

revision = "20261125_1847"
down_revision = "20261125_1750"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "specimen_report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("checklist_id", sa.Integer(), nullable=False),
        sa.Column("item_code", sa.String(60), nullable=False),
        sa.Column("point", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(60), nullable=False),
        sa.Column("key", sa.String(240), nullable=False),
        sa.Column("laboratory", sa.String(100), nullable=False),
        sa.ForeignKeyConstraint(
            ["checklist_id"],
            ["checklist.id"],
            name=op.f("fk_specimen_report_checklist_id_checklist"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_specimen_report")),
        sa.UniqueConstraint(
            "checklist_id",
            "item_code",
            "point",
            name=op.f("uq_specimen_report_checklist_id_item_code_point"),
        ),
    )
    op.create_index(op.f("ix_specimen_report_key"), "specimen_report", ["key"])
    for statement in freeze("specimen_report", "id", op.get_context().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("specimen_report")
