"""quality records and accidents of the works"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_1640"
down_revision = "20261125_1620"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "works_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("works_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("documents", sa.String(40), nullable=True),
        sa.Column("entity_test", sa.String(60), nullable=False),
        sa.Column("functions_passed", sa.Boolean(), nullable=True),
        sa.Column("monitoring_passed", sa.Boolean(), nullable=False),
        sa.Column("materials_passed", sa.Boolean(), nullable=False),
        sa.Column("blocks_grade", sa.String(40), nullable=True),
        sa.Column("blocks_groups", sa.Integer(), nullable=True),
        sa.Column("appearance_good", sa.Integer(), nullable=True),
        sa.Column("appearance_fair", sa.Integer(), nullable=True),
        sa.Column("appearance_poor", sa.Integer(), nullable=True),
        sa.Column("appearance_items", sa.Text(), nullable=False),
        sa.Column("appearance_rate", sa.String(32), nullable=True),
        sa.Column("treatment", sa.String(40), nullable=True),
        sa.Column("treatment_basis", sa.String(300), nullable=False),
        sa.Column("defect_feature", sa.String(300), nullable=False),
        sa.Column("defect_cause", sa.String(300), nullable=False),
        sa.Column("defect_effect", sa.String(300), nullable=False),
        sa.Column("defect_opinions", sa.String(300), nullable=False),
        sa.Column("defect_number", sa.String(60), nullable=False),
        sa.Column("defect_filed_on", sa.Date(), nullable=True),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(defect_number = '') = (defect_filed_on IS NULL)",
            name=op.f("ck_works_record_defect_on_file"),
        ),
        sa.ForeignKeyConstraint(
            ["works_id"], ["works.id"], name=op.f("fk_works_record_works_id_works")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_works_record_project_id_project")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"],
            ["user_account.id"],
            name=op.f("fk_works_record_recorded_by_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_works_record")),
        sa.UniqueConstraint("works_id", name=op.f("uq_works_record_works_id")),
    )
    op.create_index(op.f("ix_works_record_project_id"), "works_record", ["project_id"])
    op.create_table(
        "quality_accident",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("works_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("loss_wan", sa.String(32), nullable=False),
        sa.Column("accident", sa.String(20), nullable=False),
        sa.Column("what", sa.String(300), nullable=False),
        sa.Column("treated_on", sa.Date(), nullable=True),
        sa.Column("treated_how", sa.String(300), nullable=False),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["works_id"], ["works.id"], name=op.f("fk_quality_accident_works_id_works")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_quality_accident_project_id_project")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"],
            ["user_account.id"],
            name=op.f("fk_quality_accident_recorded_by_user_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quality_accident")),
    )
    op.create_index(op.f("ix_quality_accident_works_id"), "quality_accident", ["works_id"])
    op.create_index(op.f("ix_quality_accident_project_id"), "quality_accident", ["project_id"])


def downgrade() -> None:
    op.drop_table("quality_accident")
    op.drop_table("works_record")
