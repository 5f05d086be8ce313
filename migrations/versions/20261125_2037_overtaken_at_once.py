"""indexes that hold all that the sums of overtaken conclusions need"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_2037"
down_revision = "20261125_2023"
branch_labels = None
depends_on = None

TABLE, READING = "project_conclusion", "conditional_counts"
SUMMED = [
    "overtaken_before", "area_id", "size", "category", "passed", "outcome", "accepted_graded",
    "excellent", "sound",
]  # fmt: skip
INDEXES = {
    "ix_project_conclusion_again": ["decided_on", "overtaken_by"],
    "ix_project_conclusion_repeated": ["overtaken_by", "decided_on"],
}
AGAIN = sa.text("overtaken_by IS NOT NULL")


def upgrade() -> None:
    for name, days in INDEXES.items():
        _renew(name, [*days, *SUMMED])


def downgrade() -> None:
    for name, days in INDEXES.items():
        _renew(name, days[:1])


def _renew(name: str, columns: list[str]) -> None:
    op.drop_index(name, TABLE)
    op.create_index(
        name, TABLE, [READING, *columns], sqlite_where=AGAIN, postgresql_where=AGAIN
    )
