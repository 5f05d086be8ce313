"""The contracts of import-linter speak of the rooms that are there."""

import tomllib

from tests.support.sources import own_modules, source

CONTRACTS = {
    contract["name"].split(":")[0]: contract
    for contract in tomllib.loads(source("pyproject.toml"))["tool"]["importlinter"]["contracts"]
}


def folders_of(place: str) -> set[str]:
    """The packages directly inside a package."""
    return {
        name.removeprefix(place).split("/")[0]
        for name in own_modules(place)
        if "/" in name.removeprefix(place)
    }


def members(layers: list[str]) -> set[str]:
    return {name.strip(" ()") for layer in layers for name in layer.split("|")}


def test_every_blueprint_is_kept_from_the_others() -> None:
    listed = members(CONTRACTS["Blueprints do not know one another"]["layers"])
    assert folders_of("acceptance/web/") <= listed


def test_every_room_has_its_place() -> None:
    listed = members(CONTRACTS["Rooms"]["layers"])
    assert folders_of("acceptance/") <= listed
    assert CONTRACTS["Rooms"]["exhaustive"] is True


def test_catalogue_is_data() -> None:
    assert own_modules("acceptance/catalogue/") == []
