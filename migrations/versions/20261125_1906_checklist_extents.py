"""how much a checklist covers"""

import sqlalchemy as sa
from alembic import op

from acceptance.persistence.append_only import freeze

revision = "20261125_1906"
down_revision = "20261125_1853"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "checklist_extent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("checklist_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["checklist_id"],
            ["checklist.id"],
            name=op.f("fk_checklist_extent_checklist_id_checklist"),
        ),
        sa.ForeignKeyConstraint(
            ["entered_by"],
            ["user_account.id"],
            name=op.f("fk_checklist_extent_entered_by_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_extent")),
    )
    op.create_index(op.f("ix_checklist_extent_checklist_id"), "checklist_extent", ["checklist_id"])
    for statement in freeze("checklist_extent", "id", op.get_context().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("checklist_extent")
