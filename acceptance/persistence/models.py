"""Every table, so that the metadata is complete wherever this is imported."""

from acceptance.persistence import (
    agreements,
    areas,
    attempts,
    certificates,
    checklists,
    jobs,
    ledger,
    organisations,
    projects,
    rate_checks,
    rates,
    records,
    rectifications,
    reports,
    sampling,
    specimen_reports,
    standards,
    targets,
    users,
    works,
    works_records,
)
from acceptance.persistence.base import Base

METADATA = Base.metadata

__all__ = [
    "METADATA",
    "agreements",
    "areas",
    "attempts",
    "certificates",
    "checklists",
    "jobs",
    "ledger",
    "organisations",
    "projects",
    "rate_checks",
    "rates",
    "records",
    "rectifications",
    "reports",
    "sampling",
    "specimen_reports",
    "standards",
    "targets",
    "users",
    "works",
    "works_records",
]
