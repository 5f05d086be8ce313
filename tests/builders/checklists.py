"""Templates of the real catalogue, opened on a leaf, and answers that pass."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.cli.demo.lots import lot_entry
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.limits import limits_of
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.toml import read_template
from acceptance.domain.checklists.words import ItemKind, ItemOutcome, PhotoRule, Places
from acceptance.domain.exact import decimal_text
from acceptance.domain.people import Role
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.services.checklists import OpenChecklist, open_checklist
from acceptance.services.submission_content import AnnouncedPhoto, Submit
from acceptance.services.templates import publish
from acceptance.workflow.stages import Stage
from tests.builders.people import make_organisation, make_person
from tests.builders.projects import County, add_works, make_project

CATALOGUE = Path(__file__).resolve().parents[2] / "acceptance/catalogue/checklists"
REBAR = "building-rebar-installation"
FORTY = "building-completion-check"


@dataclass
class Lot:
    """A leaf of a project under construction, its template, and the checklist opened on it."""

    project: Project
    works: Works
    template: Template
    checklist_id: int


def settled_county(session: Session, now: datetime) -> County:
    """A county where the areas of the catalogue are in the database already."""
    areas = {
        code: session.scalars(select(Area).where(Area.code == code)).one()
        for code in ("621122", "621122100", "621122101")
    }
    county, *townships = areas.values()
    bureau = make_organisation(session, "示例县建设局")
    people = {
        "inspector": (Role.INSPECTOR, county),
        "colleague": (Role.INSPECTOR, county),
        "approver": (Role.APPROVER, county),
        "administrator": (Role.ADMINISTRATOR, county),
        "neighbour": (Role.INSPECTOR, townships[1]),
    }
    actors = {
        login: make_person(session, now, role, login, area.code).actor
        for login, (role, area) in people.items()
    }
    return County(session, now, county, townships, bureau, bureau, actors)


def fields_of(document: Mapping[str, Any]) -> dict[str, str]:
    """A document as the fields of the sheet send it."""
    fields = {}
    for code, entry in document.items():
        for name, content in entry.items():
            if name != "values":
                fields[f"{code}.{name}"] = content
                continue
            for number, point in enumerate(content):
                for part, text in point.items():
                    fields[f"{code}.values.{number}{'' if part == 'value' else f'.{part}'}"] = text
    return fields


def catalogue_template(code: str) -> Template:
    return read_template((CATALOGUE / f"{code}.toml").read_text(encoding="utf-8"))


def make_lot(
    county: County,
    code: str = REBAR,
    project_code: str = "LX-001",
    template: Template | None = None,
) -> Lot:
    template = template or catalogue_template(code)
    code = template.code
    publish(county.session, [template], county.actor("administrator"), county.now)
    project = make_project(county, stage=Stage.UNDER_CONSTRUCTION, code=project_code)
    works = add_works(county, project, leaves=1)[0]
    works.template_code = code
    county.session.flush()
    command = OpenChecklist(works.id, code)
    opened = open_checklist(county.session, command, county.actor("inspector"), county.now)
    return Lot(project, works, template, opened.checklist_id)


def good_answers(template: Template) -> dict[str, Any]:
    """A complete document in which everything is as it should be."""
    return {item.code: good_entry(item) for item in template.items}


def good_entry(item: Item) -> dict[str, Any]:
    if item.kind is ItemKind.YES_NO:
        return {"answer": "yes"}
    if item.kind is ItemKind.COUNT:
        return {"checked": str(item.minimum_points), "failed": "0"}
    if item.kind is ItemKind.STATISTICAL:
        lot = Answers({item.code: lot_entry(item, ItemOutcome.PASSED)})
        return dict(lot.to_document()[item.code])
    entry: dict[str, Any] = {}
    design = None
    if item.needs_design:
        design = item.plausible_low if item.plausible_low is not None else Decimal(100)
        design = max(design, Decimal(0)) + 10
        if item.plausible_high is not None and design >= item.plausible_high:
            design = item.plausible_high / 2
        entry["design"] = decimal_text(design)
    limits = limits_of(item, design)
    value = limits.tolerated.high if limits.tolerated.high is not None else limits.tolerated.low
    assert value is not None
    points = max(item.minimum_points, 1)
    entry["values"] = [
        {"place": _place(item, n), "value": decimal_text(value)} for n in range(1, points + 1)
    ]
    return entry


def _place(item: Item, number: int) -> str:
    return f"K0+{number:03}" if item.places is Places.CHAINAGE else f"测点{number}"


def bad_entry() -> dict[str, Any]:
    return {"answer": "no", "reason": "示例问题：2 轴漏放一根"}


def required_photos(template: Template) -> tuple[AnnouncedPhoto, ...]:
    """An announced photo for each item that must have one."""
    return tuple(
        AnnouncedPhoto(item.code, "ab" * 32)
        for item in template.items
        if item.photo is PhotoRule.REQUIRED or item.photo_on_failure
    )


def complete(lot: Lot, submission_id: str = "", **changed: Any) -> Submit:
    """A submission with nothing missing; `changed` replaces entries by item code."""
    codes = {code.replace("_", "-"): entry for code, entry in changed.items()}
    answers = good_answers(lot.template) | codes
    return Submit(
        submission_id or str(uuid4()),
        lot.checklist_id,
        answers,
        required_photos(lot.template),
    )


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **options: Any) -> bytes:
    """A small picture of one colour."""
    target = io.BytesIO()
    Image.new("RGB", size, (90, 120, 60)).save(target, kind, **options)
    return target.getvalue()
