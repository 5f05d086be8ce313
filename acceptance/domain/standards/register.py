"""Every edition of a standard that the house knows: a new one is entered here."""

from __future__ import annotations

from typing import TypeVar

from acceptance.domain.standards.completion_171 import COMPLETION_171
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.gb_50203 import GB_50203_2002_MORTAR, GB_50203_2011_MORTAR
from acceptance.domain.standards.gb_50300 import GB_50300_2001, GB_50300_2013
from acceptance.domain.standards.gb_50300_points import POINT_RATES_2013
from acceptance.domain.standards.gb_50300_procedure import GB_50300_2013_PROCEDURE
from acceptance.domain.standards.gb_50300_sampling import SAMPLING_2013
from acceptance.domain.standards.gb_t_50107 import GB_T_50107_2010, GBJ_107_1987
from acceptance.domain.standards.gb_t_50363 import GB_T_50363_2006, GB_T_50363_2018
from acceptance.domain.standards.gb_t_50375 import GB_T_50375_2006, GB_T_50375_2016
from acceptance.domain.standards.gb_t_50769 import GB_T_50769_2012
from acceptance.domain.standards.highway_acceptance import HIGHWAY_ACCEPTANCE_2004
from acceptance.domain.standards.highway_procedure import HIGHWAY_PROCEDURE_2004
from acceptance.domain.standards.jtg_f80_1 import JTG_F80_1_2004, JTG_F80_1_2017
from acceptance.domain.standards.jtg_flexural import FLEXURAL_2004, FLEXURAL_2017
from acceptance.domain.standards.jtg_levels import JTG_F80_1_2004_LEVELS, JTG_F80_1_2017_LEVELS
from acceptance.domain.standards.jtg_strength import (
    JTG_CONCRETE_2004,
    JTG_CONCRETE_2017,
    JTG_MORTAR_2017,
)
from acceptance.domain.standards.rebar_cover import REBAR_COVER_2015
from acceptance.domain.standards.site_cured import SITE_CURED_2015
from acceptance.domain.standards.sl_176 import (
    SL_176_2007,
    SL_176_2007_APPEARANCE,
    SL_176_2007_REWORK,
)
from acceptance.domain.standards.sl_176_blocks import CONCRETE_BLOCKS_2007, MORTAR_BLOCKS_2007
from acceptance.domain.standards.sl_176_confirmation import SL_176_2007_CONFIRMATION
from acceptance.domain.standards.sl_223 import SL_223_2008
from acceptance.domain.standards.sl_631 import (
    SL_631_2012,
    SL_632_2012,
    SL_633_2012,
    SL_634_2012,
    SL_634_2012_DREDGING,
    SL_635_2012,
)
from acceptance.domain.standards.sl_703 import SL_703_2015, SL_703_2015_REWORK, SL_703_2015_WORKS
from acceptance.domain.standards.sl_t_223_2025 import SL_T_223_2025
from acceptance.domain.standards.specialty_codes import SPECIALTY_CODES
from acceptance.domain.standards.specimens import BEAM_GROUP_2017, CUBE_GROUP_2010
from acceptance.domain.standards.water_accidents import ORDER_9_1999_LARGE, ORDER_9_1999_SMALL

Table = TypeVar("Table", bound=Edition)

EDITIONS: tuple[Edition, ...] = (
    GB_50300_2001,
    GB_50300_2013,
    POINT_RATES_2013,
    SAMPLING_2013,
    GB_50300_2013_PROCEDURE,
    COMPLETION_171,
    *SPECIALTY_CODES,
    GB_T_50107_2010,
    GBJ_107_1987,
    GB_50203_2011_MORTAR,
    GB_50203_2002_MORTAR,
    REBAR_COVER_2015,
    SITE_CURED_2015,
    CUBE_GROUP_2010,
    BEAM_GROUP_2017,
    GB_T_50375_2006,
    GB_T_50375_2016,
    JTG_F80_1_2017,
    JTG_F80_1_2004,
    JTG_F80_1_2017_LEVELS,
    JTG_F80_1_2004_LEVELS,
    JTG_CONCRETE_2017,
    JTG_CONCRETE_2004,
    JTG_MORTAR_2017,
    FLEXURAL_2017,
    FLEXURAL_2004,
    HIGHWAY_ACCEPTANCE_2004,
    HIGHWAY_PROCEDURE_2004,
    SL_176_2007,
    SL_176_2007_APPEARANCE,
    SL_176_2007_REWORK,
    CONCRETE_BLOCKS_2007,
    MORTAR_BLOCKS_2007,
    SL_176_2007_CONFIRMATION,
    SL_223_2008,
    SL_631_2012,
    SL_632_2012,
    SL_633_2012,
    SL_634_2012,
    SL_634_2012_DREDGING,
    SL_635_2012,
    SL_703_2015,
    SL_703_2015_WORKS,
    SL_703_2015_REWORK,
    SL_T_223_2025,
    GB_T_50769_2012,
    GB_T_50363_2018,
    GB_T_50363_2006,
    ORDER_9_1999_LARGE,
    ORDER_9_1999_SMALL,
)


def named(kind: type[Table]) -> dict[str, Table]:
    """The editions of one kind of table by their name, in the order of choice."""
    return {each.name: each for each in EDITIONS if type(each) is kind}


def by_code(code: str) -> Edition | None:
    """The table that the records call so; None where there is none."""
    return next((each for each in EDITIONS if each.code == code), None)
