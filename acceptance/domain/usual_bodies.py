"""Who usually organises, approves and files, by category; a person can always write otherwise.

The law leaves these to the body concerned (buildings: 建设单位 organises and the construction bureau
files; roads and water works: their own authorities), so they are fields and not rules.
"""

from __future__ import annotations

from acceptance.domain.projects import Category

_ORGANISERS = {
    Category.BUILDING: "建设单位",
    Category.MUNICIPAL: "建设单位",
    Category.RURAL_ROAD: "项目法人",
    Category.WATER_SAVING: "竣工验收主持单位",
    Category.OTHER: "建设单位",
}


def usual_bodies(category: Category, issuer: str) -> dict[str, str]:
    """The first values of a new project's form."""
    return {
        "organiser": _ORGANISERS[category],
        "approving_body": issuer,
        "filing_body": issuer,
    }
