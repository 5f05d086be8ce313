"""limits of standards, proposed and decided"""

import sqlalchemy as sa
from alembic import op

from acceptance.persistence.append_only import freeze

revision = "20261125_1740"
down_revision = "20261125_1730"
branch_labels = None
depends_on = None

FROZEN = (("limit_proposal", "id"), ("limit_decision", "id"))


def upgrade() -> None:
    op.create_table(
        "limit_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(80), nullable=False),
        sa.Column("field", sa.String(60), nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.Column("before", sa.String(40), nullable=False),
        sa.Column("seen", sa.String(200), nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposed_by"],
            ["user_account.id"],
            name=op.f("fk_limit_proposal_proposed_by_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_limit_proposal")),
    )
    op.create_index("ix_limit_proposal_edition_field", "limit_proposal", ["edition", "field"])
    op.create_table(
        "limit_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "confirmed OR reason <> ''", name=op.f("ck_limit_decision_declined_with_reason")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["limit_proposal.id"],
            name=op.f("fk_limit_decision_proposal_id_limit_proposal"),
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"],
            ["user_account.id"],
            name=op.f("fk_limit_decision_decided_by_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_limit_decision")),
        sa.UniqueConstraint("proposal_id", name=op.f("uq_limit_decision_proposal_id")),
    )
    dialect = op.get_bind().dialect.name
    for table, key in FROZEN:
        for statement in freeze(table, key, dialect):
            op.execute(statement)


def downgrade() -> None:
    op.drop_table("limit_decision")
    op.drop_table("limit_proposal")
