"""Commands for the people who run an installation: `flask --app wsgi --help`."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from click import Command, Context
from flask import Flask
from flask.cli import AppGroup

# The module of each command; it offers `command`, a click command or group.
MODULES = {
    "administrator-link": "administrator",
    "audit": "audit",
    "catalogue": "catalogue",
    "db": "db",
    "demo": "demo_job",
    "demo-county": "demo_county",
    "evaluate": "evaluate",
    "ledger": "ledger",
    "rates": "rates",
    "worker": "worker",
}


class Commands(AppGroup):
    """Loads a command when it is asked for, by its name in the table: the web processes are asked
    for none, and would keep migrations, workbooks and the demonstration in memory all their life.
    """

    def list_commands(self, ctx: Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *MODULES})

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        module = MODULES.get(cmd_name)
        if module is None:
            return super().get_command(ctx, cmd_name)
        return cast("Command", import_module(f"{__name__}.{module}").command)


def register(app: Flask) -> None:
    """Give the application its commands."""
    app.cli = Commands(app.name)
