"""the lists of documents an attempt was opened by"""

import sqlalchemy as sa
from alembic import op

from acceptance.persistence.append_only import freeze

revision = "20261125_1921"
down_revision = "20261125_1906"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "frozen_document_lists",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("frozen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frozen_document_lists")),
        sa.UniqueConstraint("digest", name=op.f("uq_frozen_document_lists_digest")),
    )
    for statement in freeze("frozen_document_lists", "id", op.get_context().dialect.name):
        op.execute(statement)
    op.create_table(
        "attempt_documents",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("lists_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_attempt_documents_attempt_id_attempt")
        ),
        sa.ForeignKeyConstraint(
            ["lists_id"],
            ["frozen_document_lists.id"],
            name=op.f("fk_attempt_documents_lists_id_frozen_document_lists"),
        ),
        sa.PrimaryKeyConstraint("attempt_id", name=op.f("pk_attempt_documents")),
    )
    for statement in freeze("attempt_documents", "attempt_id", op.get_context().dialect.name):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("attempt_documents")
    op.drop_table("frozen_document_lists")
