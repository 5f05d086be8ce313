"""look of each item of a unit, marks of roads by the edition of 2004"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_1853"
down_revision = "20261125_1847"
branch_labels = None
depends_on = None

MARKS = ("deducted_look", "deducted_documents", "score", "investment_wan")


def upgrade() -> None:
    with op.batch_alter_table("works_record") as table:
        table.add_column(
            sa.Column("appearance_sights", sa.Text(), nullable=False, server_default="[]")
        )
        for name in MARKS:
            table.add_column(sa.Column(name, sa.String(32), nullable=True))
    with op.batch_alter_table("works_record") as table:
        table.alter_column("appearance_sights", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("works_record") as table:
        for name in ("appearance_sights", *MARKS):
            table.drop_column(name)
