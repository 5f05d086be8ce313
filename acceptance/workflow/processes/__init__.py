"""The process tables, by the code a project stores."""

from acceptance.domain.projects import Category
from acceptance.workflow.processes.building import BUILDING, MUNICIPAL
from acceptance.workflow.processes.road import ROAD, ROAD_MERGED
from acceptance.workflow.processes.water import WATER
from acceptance.workflow.table import Process

PROCESSES: dict[str, Process] = {
    process.code: process for process in (BUILDING, MUNICIPAL, ROAD, ROAD_MERGED, WATER)
}

PROCESSES_FOR: dict[Category, tuple[str, ...]] = {
    Category.BUILDING: ("building",),
    Category.MUNICIPAL: ("municipal",),
    Category.RURAL_ROAD: ("road_merged", "road"),
    Category.WATER_SAVING: ("water",),
    Category.OTHER: ("building",),
}
