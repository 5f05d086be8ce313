"""reports of the very area, and of projects for which nobody answers"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_2023"
down_revision = "20261125_1843"
branch_labels = None
depends_on = None

ASKED = ("without_unit", "only")


def upgrade() -> None:
    with op.batch_alter_table("report") as table:
        for name in ASKED:
            table.add_column(
                sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
            )
    with op.batch_alter_table("report") as table:
        for name in ASKED:
            table.alter_column(name, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("report") as table:
        for name in ASKED:
            table.drop_column(name)
