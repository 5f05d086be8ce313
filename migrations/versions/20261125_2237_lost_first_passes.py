"""the index of lost first passes, in the place of that of missed attempts"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_2237"
down_revision = "20261125_2037"
branch_labels = None
depends_on = None

MISSED = sa.text("result <> 'passed' OR overturned_at IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_project_conclusion_lost",
        "project_conclusion",
        ["conditional_counts", "project_id"],
        sqlite_where=sa.text("is_first = 1 AND passed = 0"),
        postgresql_where=sa.text("is_first AND NOT passed"),
    )
    op.drop_index("ix_attempt_missed", "attempt")


def downgrade() -> None:
    op.create_index(
        "ix_attempt_missed",
        "attempt",
        ["project_id"],
        sqlite_where=MISSED,
        postgresql_where=MISSED,
    )
    op.drop_index("ix_project_conclusion_lost", "project_conclusion")
