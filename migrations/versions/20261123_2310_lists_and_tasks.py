"""lists and tasks"""

import sqlalchemy as sa
from alembic import op

revision = "20261123_2310"
down_revision = "20261123_2300"
branch_labels = None
depends_on = None

MISSED = sa.text("result <> 'passed' OR overturned_at IS NOT NULL")
STILL_OPEN = sa.text("closed_at IS NULL")


def upgrade() -> None:
    op.drop_index("ix_project_sort", "project")
    op.create_index(
        "ix_project_search", "project", ["updated_at", "id", "area_id", "code", "name", "place"]
    )
    op.create_index(
        "ix_attempt_missed",
        "attempt",
        ["project_id"],
        sqlite_where=MISSED,
        postgresql_where=MISSED,
    )
    op.create_index(
        "ix_rectification_open_due_on",
        "rectification",
        ["due_on", "project_id"],
        sqlite_where=STILL_OPEN,
        postgresql_where=STILL_OPEN,
    )
    op.create_index("ix_touch_user_id_project_id", "touch", ["user_id", "project_id"])


def downgrade() -> None:
    op.drop_index("ix_touch_user_id_project_id", "touch")
    op.drop_index("ix_rectification_open_due_on", "rectification")
    op.drop_index("ix_attempt_missed", "attempt")
    op.drop_index("ix_project_search", "project")
    op.create_index("ix_project_sort", "project", ["updated_at", "id"])
