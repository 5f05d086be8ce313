"""The rows of 建市〔2007〕171号: (medium from, large from) by kind of works and index."""

from __future__ import annotations

from collections.abc import Mapping

_CONTRACT = {"contract_wan": ("300", "3000")}
_MUNICIPAL = {"contract_wan": ("1000", "3000")}
_PLANT = {"daily_t": ("30000", "50000"), **_MUNICIPAL}
_PIPE = {"diameter_mm": ("800", "1500"), **_MUNICIPAL}
_SMALL_CONTRACT = {"contract_wan": ("100", "1000")}

BUILDINGS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "building": {
        "floors": ("5", "25"),
        "height_m": ("15", "100"),
        "span_m": ("15", "30"),
        "area_m2": ("3000", "30000"),
    },
    "building_group": {"group_area_m2": ("3000", "100000")},
    "other_building": _CONTRACT,
    "cooling_tower": {"area_m2": ("2000", "3500")},
    "chimney": {"height_m": ("25", "120")},
    "other_tall_structure": _CONTRACT,
    "foundation_of_building": {"floors": ("5", "25")},
    "foundation_of_structure": {"height_m": ("25", "100")},
    "foundation_pit": {"depth_m": ("3", "8")},
    "soft_ground": {"depth_m": ("4", "13")},
    "other_foundation": _SMALL_CONTRACT,
    "earthworks": {"capacity_m3": ("150000", "600000")},
    "other_earthworks": _CONTRACT,
    "garden_building": {"area_m2": ("200", "800")},
    "steel": {"span_m": ("10", "30"), "weight_t": ("300", "1000")},
    "decoration": _SMALL_CONTRACT,
    # A curtain wall is never small.
    "curtain_wall": {"height_m": ("0", "60"), "area_m2": ("0", "6000")},
}

MUNICIPAL: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "road_base": {"length_km": ("2", "5"), **_MUNICIPAL},
    "road_surface": {"area_m2": ("50000", "100000"), **_MUNICIPAL},
    "plaza": {"area_m2": ("20000", "50000"), **_MUNICIPAL},
    "bridge": {"span_m": ("20", "40"), **_MUNICIPAL},
    # The length of one bore only makes a tunnel large; below it the diameter decides.
    "tunnel": {"diameter_mm": ("3000", "5000"), "length_km": ("1", "1"), **_MUNICIPAL},
    "water_plant": _PLANT,
    "water_pipe": _PIPE,
    "sewage_plant": _PLANT,
    "sewer": _PIPE,
    "heating_pipe": {"diameter_mm": ("200", "500"), **_MUNICIPAL},
    "landfill": {"daily_t": ("400", "800"), **_MUNICIPAL},
    "landscaping": {"contract_wan": ("100", "500")},
}

ROADS_AND_WATER: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "highway": {"contract_wan": ("500", "3000")},
    "reservoir": {"capacity_m3": ("100000", "100000000")},
    "irrigation": {"area_mu": ("5000", "500000")},
    "hydropower": {"power_mw": ("10", "300")},
    "sluice": {"flow_m3s": ("20", "1000")},
    # The reference gives no limit between medium and small.
    "pumping_station": {"flow_m3s": ("0", "50"), "power_mw": ("0", "10")},
    "dike": {"level": ("4", "2"), "contract_wan": ("200", "3000")},
    "other_water": {"contract_wan": ("200", "3000")},
}

ROWS: Mapping[str, Mapping[str, tuple[str, str]]] = {**BUILDINGS, **MUNICIPAL, **ROADS_AND_WATER}

_ALL = frozenset({"*"})
UNVERIFIED: Mapping[str, frozenset[str]] = {
    "steel": _ALL,
    **dict.fromkeys(("sewage_plant", "sewer", "heating_pipe", "landfill", "landscaping"), _ALL),
    **dict.fromkeys(ROADS_AND_WATER, _ALL),
}
"""Kinds whose limits are from memory; `*` means every index."""
