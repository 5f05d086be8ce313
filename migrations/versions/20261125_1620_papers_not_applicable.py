"""papers that do not apply"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_1620"
down_revision = "20261125_1600"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("project_paper") as table:
        table.add_column(
            sa.Column("not_applicable", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("project_paper") as table:
        table.alter_column("not_applicable", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("project_paper") as table:
        table.drop_column("not_applicable")
