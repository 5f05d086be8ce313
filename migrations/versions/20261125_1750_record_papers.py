"""papers of quality records"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_1750"
down_revision = "20261125_1740"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "record_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("ordered_by", sa.Integer(), nullable=True),
        sa.Column("ordered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pdf_sha256", sa.String(64), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_record_paper_project_id_project")
        ),
        sa.ForeignKeyConstraint(
            ["ordered_by"], ["user_account.id"], name=op.f("fk_record_paper_ordered_by_user_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_paper")),
        sa.UniqueConstraint("digest", name=op.f("uq_record_paper_digest")),
    )
    op.create_index("ix_record_paper_project_id", "record_paper", ["project_id"])


def downgrade() -> None:
    op.drop_table("record_paper")
