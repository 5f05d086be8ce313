"""records of the acceptances before and around the counted one"""

import sqlalchemy as sa
from alembic import op

from acceptance.persistence.append_only import freeze

revision = "20261125_1843"
down_revision = "20261125_1921"
branch_labels = None
depends_on = None

TABLE = "proceeding_record"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("works_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("number", sa.String(60), nullable=False),
        sa.Column("note", sa.String(300), nullable=False),
        sa.Column("chair", sa.String(40), nullable=True),
        sa.Column("present", sa.Text(), nullable=False),
        sa.Column("outside", sa.Integer(), nullable=True),
        sa.Column("agree", sa.Integer(), nullable=True),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"],
                                name=op.f("fk_proceeding_record_project_id_project")),
        sa.ForeignKeyConstraint(["works_id"], ["works.id"],
                                name=op.f("fk_proceeding_record_works_id_works")),
        sa.ForeignKeyConstraint(["replaces"], [f"{TABLE}.id"],
                                name=op.f("fk_proceeding_record_replaces_proceeding_record")),
        sa.ForeignKeyConstraint(["recorded_by"], ["user_account.id"],
                                name=op.f("fk_proceeding_record_recorded_by_user_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proceeding_record")),
    )  # fmt: skip
    op.create_index("ix_proceeding_record_project_id", TABLE, ["project_id"])
    for statement in freeze(TABLE, "id", op.get_context().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)
