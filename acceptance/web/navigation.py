"""The menu: where a person can go, in the order of a working day."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app, request, url_for

from acceptance.domain.people import Permission
from acceptance.i18n.marker import N_
from acceptance.web.auth import may


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the product: its blueprint's `index` page, its title and its icon."""

    blueprint: str
    title: str
    icon: str
    permission: Permission
    in_bottom_bar: bool = True

    @property
    def endpoint(self) -> str:
        return f"{self.blueprint}.index"

    @property
    def is_here(self) -> bool:
        blueprint = str(request.blueprint)
        return self.blueprint == BELONGS.get(blueprint, blueprint)


PLACES = (
    Place("tasks", N_("待办"), "tasks", Permission.OWN_ACCOUNT),
    Place("projects", N_("项目"), "folder", Permission.SEE_PROJECTS),
    Place("certificates", N_("证书"), "certificate", Permission.SEE_PROJECTS),
    Place("targets", N_("达标"), "target", Permission.SEE_TARGETS),
    Place("calculators", N_("计算"), "sums", Permission.OWN_ACCOUNT, in_bottom_bar=False),
    Place("admin", N_("管理"), "gear", Permission.ADMINISTER, in_bottom_bar=False),
)
ACCOUNT = Place("account", N_("我的"), "person", Permission.OWN_ACCOUNT)
# Blueprints whose pages belong to another one's place in the menu.
BELONGS = {
    "standards": "calculators",
    "works": "projects",
    "checklists": "projects",
    "acceptances": "projects",
    "organisations": "admin",
    "areas": "admin",
    "limits": "admin",
}


def menu() -> list[Place]:
    """The places this person may go to."""
    return [
        place
        for place in PLACES
        if may(place.permission) and place.endpoint in current_app.view_functions
    ]


def bottom_bar() -> list[Place]:
    """The five links at the thumb on a phone."""
    return [*(place for place in menu() if place.in_bottom_bar), ACCOUNT]


def verify_address() -> str:
    """Where everybody can verify a certificate; empty while there is no such page."""
    return url_for("verify.index") if "verify.index" in current_app.view_functions else ""


def init_app(app: Flask) -> None:
    """Let the base page draw the menu."""
    app.jinja_env.globals.update(menu=menu, bottom_bar=bottom_bar, verify_address=verify_address)
