"""target responsibility agreements"""

import sqlalchemy as sa
from alembic import op

from acceptance.persistence.append_only import freeze

revision = "20261125_1650"
down_revision = "20261125_1640"
branch_labels = None
depends_on = None

FROZEN = (
    ("agreement", "id"),
    ("agreement_target", "id"),
    ("agreement_signature", "agreement_id"),
    ("agreement_paper", "agreement_id"),
    ("agreement_assessment", "id"),
)


def upgrade() -> None:
    create_agreement()
    create_what_hangs_on_it()
    dialect = op.get_bind().dialect.name
    for table, key in FROZEN:
        for statement in freeze(table, key, dialect):
            op.execute(statement)


def create_agreement() -> None:
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("terms_sha256", sa.String(length=64), nullable=False),
        sa.Column("drawn_by", sa.Integer(), nullable=True),
        sa.Column("drawn_for", sa.Integer(), nullable=True),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_agreement_area_id_area")),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["organisation.id"], name=op.f("fk_agreement_unit_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["drawn_by"], ["user_account.id"], name=op.f("fk_agreement_drawn_by_user_account")
        ),
        sa.ForeignKeyConstraint(
            ["drawn_for"], ["organisation.id"], name=op.f("fk_agreement_drawn_for_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint(
            "holder", "year", "version", name=op.f("uq_agreement_holder_year_version")
        ),
    )
    op.create_index(op.f("ix_agreement_area_id"), "agreement", ["area_id"])


def create_what_hangs_on_it() -> None:
    op.create_table(
        "agreement_target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=10), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        of_agreement("agreement_target"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_target")),
        sa.UniqueConstraint(
            "agreement_id", "indicator", name=op.f("uq_agreement_target_agreement_id_indicator")
        ),
    )
    op.create_table(
        "agreement_signature",
        sa.Column("agreement_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signed_by", sa.Integer(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        of_agreement("agreement_signature"),
        by_person("agreement_signature", "signed_by"),
        sa.PrimaryKeyConstraint("agreement_id", name=op.f("pk_agreement_signature")),
    )
    op.create_table(
        "agreement_paper",
        sa.Column("agreement_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        of_agreement("agreement_paper"),
        sa.PrimaryKeyConstraint("agreement_id", name=op.f("pk_agreement_paper")),
    )
    op.create_table(
        "agreement_assessment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agreement_id", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("assessed_by", sa.Integer(), nullable=True),
        sa.Column("assessed_at", sa.DateTime(timezone=True), nullable=False),
        of_agreement("agreement_assessment"),
        by_person("agreement_assessment", "assessed_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_assessment")),
    )
    op.create_index(
        op.f("ix_agreement_assessment_agreement_id"), "agreement_assessment", ["agreement_id"]
    )


def of_agreement(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["agreement_id"], ["agreement.id"], name=op.f(f"fk_{table}_agreement_id_agreement")
    )


def by_person(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], ["user_account.id"], name=op.f(f"fk_{table}_{column}_user_account")
    )


def downgrade() -> None:
    for table, _key in reversed(FROZEN):
        op.drop_table(table)
