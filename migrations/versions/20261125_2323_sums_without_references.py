"""sums that refer to no area: the conclusions they are added up from do

Each sum that was new, and each that was raised twice in one transaction, made PostgreSQL look the
area up and lock its row.
"""

from alembic import op

revision = "20261125_2323"
down_revision = "20261125_2312"
branch_labels = None
depends_on = None

TABLES = ("rate_cell", "overtaken_cell")


def upgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table, table_kwargs={"sqlite_with_rowid": False}) as changed:
            changed.drop_constraint(_name(table), type_="foreignkey")


def downgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table, table_kwargs={"sqlite_with_rowid": False}) as changed:
            changed.create_foreign_key(_name(table), "area", ["area_id"], ["id"])


def _name(table: str) -> str:
    return op.f(f"fk_{table}_area_id_area")
