"""What people record of a part of the works beside its checklists, and its quality accidents."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.rollup.words import Documents, Treatment
from acceptance.persistence.base import Base, PrimaryKey, words


class WorksRecord(Base):
    """The quality record of one part.

    The `appearance_…` counts are points found 好, 一般 and 差 (GB 50300); `appearance_rate` is the
    score rate in percent (SL 176) of the items in `appearance_items`; `appearance_sights` are the
    points of each item of H.0.1-4, whose sums the counts are (both canonical JSON). `deducted_…` and
    `score` are marks out of 100 of a road (JTG F80/1-2004), `investment_wan` in 10⁴ yuan weighs its
    unit works. `entity_test`
    is the number of the report that stands for missing documents. The `defect_…` columns are the
    filing of a quality defect (质量缺陷备案); it is on file when it has a number and a date.
    """

    __tablename__ = "works_record"
    __table_args__ = (
        CheckConstraint("(defect_number = '') = (defect_filed_on IS NULL)", name="defect_on_file"),
    )

    id: Mapped[PrimaryKey]
    works_id: Mapped[int] = mapped_column(ForeignKey("works.id"), unique=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    documents: Mapped[Documents | None] = mapped_column(words(Documents))
    entity_test: Mapped[str] = mapped_column(String(60), default="")
    functions_passed: Mapped[bool | None]
    monitoring_passed: Mapped[bool] = mapped_column(default=True)
    materials_passed: Mapped[bool] = mapped_column(default=True)
    blocks_grade: Mapped[QualityGrade | None] = mapped_column(words(QualityGrade))
    blocks_groups: Mapped[int | None]
    appearance_good: Mapped[int | None]
    appearance_fair: Mapped[int | None]
    appearance_poor: Mapped[int | None]
    appearance_items: Mapped[str] = mapped_column(Text, default="[]")
    appearance_rate: Mapped[Decimal | None]
    appearance_sights: Mapped[str] = mapped_column(Text, default="[]")
    deducted_look: Mapped[Decimal | None]
    deducted_documents: Mapped[Decimal | None]
    score: Mapped[Decimal | None]
    investment_wan: Mapped[Decimal | None]
    treatment: Mapped[Treatment | None] = mapped_column(words(Treatment))
    treatment_basis: Mapped[str] = mapped_column(String(300), default="")
    defect_feature: Mapped[str] = mapped_column(String(300), default="")
    defect_cause: Mapped[str] = mapped_column(String(300), default="")
    defect_effect: Mapped[str] = mapped_column(String(300), default="")
    defect_opinions: Mapped[str] = mapped_column(String(300), default="")
    defect_number: Mapped[str] = mapped_column(String(60), default="")
    defect_filed_on: Mapped[date | None]
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class QualityAccident(Base):
    """A quality accident in a part. `loss_wan` is the direct loss in 10⁴ yuan, `accident` the class
    that follows from it and the kind of works (水利部令第9号); it is treated when it has a date."""

    __tablename__ = "quality_accident"

    id: Mapped[PrimaryKey]
    works_id: Mapped[int] = mapped_column(ForeignKey("works.id"), index=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    happened_on: Mapped[date]
    kind: Mapped[str] = mapped_column(String(40))
    loss_wan: Mapped[Decimal]
    accident: Mapped[str] = mapped_column(String(20))
    what: Mapped[str] = mapped_column(String(300))
    treated_on: Mapped[date | None]
    treated_how: Mapped[str] = mapped_column(String(300), default="")
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    recorded_at: Mapped[datetime]
