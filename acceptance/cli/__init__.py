"""Commands for the people who run an installation: `flask --app wsgi --help`."""

from flask import Flask

from acceptance.cli import (
    administrator,
    audit,
    catalogue,
    db,
    demo_county,
    demo_job,
    evaluate,
    ledger,
    rates,
    worker,
)

# Each module offers `command`, a click command or group.
MODULES = (
    administrator,
    audit,
    catalogue,
    db,
    demo_county,
    demo_job,
    evaluate,
    ledger,
    rates,
    worker,
)


def register(app: Flask) -> None:
    """Add every command to the application."""
    for module in MODULES:
        app.cli.add_command(module.command)
