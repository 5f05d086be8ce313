"""room on the pages of the sums, so that raising one needs no new entry in its index"""

from alembic import op

revision = "20261125_2241"
down_revision = "20261125_2237"
branch_labels = None
depends_on = None

TABLES = ("rate_cell", "overtaken_cell")


def upgrade() -> None:
    _set("SET (fillfactor = 80)")


def downgrade() -> None:
    _set("RESET (fillfactor)")


def _set(change: str) -> None:
    # For pages that are filled from now on; what is full already comes by its room with VACUUM FULL.
    if op.get_context().dialect.name == "postgresql":
        for table in TABLES:
            op.execute(f"ALTER TABLE {table} {change}")
