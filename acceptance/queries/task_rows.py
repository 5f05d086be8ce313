"""What a task is, and the columns that every task takes from its project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement

from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project
from acceptance.workflow.stages import Stage


class TaskKind(StrEnum):
    """What is to be done."""

    RECTIFICATION = "rectification"  # 整改到期
    CHECK = "check"  # 复查整改
    DRAFT = "draft"  # 检查表草稿
    REINSPECTION = "reinspection"  # 不合格，须再检查
    CONCLUSION = "conclusion"  # 验收已开启，须作结论
    NEXT_STEP = "next_step"  # 可以进入下一步
    APPROVAL = "approval"  # 复核批准
    VOID = "void"  # 作废须确认
    OPINION = "opinion"  # 质量监督机构的意见待登记
    CERTIFICATE = "certificate"  # 证书制作失败


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits for the viewer. `object_id` is the checklist, the part of the works,
    the rectification or the certificate it is about; `detail` names it; `due` is the last day, if there is one."""

    kind: TaskKind
    project_id: int
    project: str
    code: str
    category: Category
    size_class: SizeClass
    area: str
    stage: Stage
    detail: str = ""
    object_id: int | None = None
    number: int = 0
    since: date | None = None
    due: date | None = None
    reason: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class TaskGroups:
    """Tasks by their deadline; within a group the earliest first."""

    late: tuple[Task, ...] = ()
    today: tuple[Task, ...] = ()
    week: tuple[Task, ...] = ()
    other: tuple[Task, ...] = ()

    @property
    def total(self) -> int:
        return len(self.late) + len(self.today) + len(self.week) + len(self.other)


@dataclass(frozen=True, slots=True)
class TasksPage:
    """What waits for the viewer, and what he cannot do himself."""

    groups: TaskGroups
    counts: Mapping[TaskKind, int] = field(default_factory=dict)
    barred: tuple[Task, ...] = ()


PROJECT_COLUMNS: tuple[Any, ...] = (
    Project.id.label("project_id"),
    Project.name.label("project"),
    Project.code,
    Project.category,
    Project.size_class,
    Area.name.label("area"),
    Project.stage,
)


def task(kind: TaskKind, row: Any, **more: Any) -> Task:
    """A task from a row that begins with the columns of its project."""
    return Task(
        kind,
        row.project_id,
        row.project,
        row.code,
        row.category,
        row.size_class,
        row.area,
        row.stage,
        **more,
    )


def by_deadline(tasks: Iterable[Task], today: date) -> TaskGroups:
    """Late, today, within the seven days that begin today, and the rest."""
    ordered = sorted(tasks, key=_urgency)
    week = today + timedelta(days=7)
    return TaskGroups(
        late=tuple(t for t in ordered if t.due is not None and t.due < today),
        today=tuple(t for t in ordered if t.due == today),
        week=tuple(t for t in ordered if t.due is not None and today < t.due < week),
        other=tuple(t for t in ordered if t.due is None or t.due >= week),
    )


def _urgency(one: Task) -> tuple[date, date, str, str]:
    far = date.max
    return (one.due or far, one.since or far, one.code, one.kind)


Condition = ColumnElement[bool]
