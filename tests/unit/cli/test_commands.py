"""The table of commands: each stands in the module that is named, under the name it is called by."""

from __future__ import annotations

import pkgutil

from click import Command, Context
from flask import Flask

from acceptance import cli


def group() -> tuple[Command, Context]:
    app = Flask("acceptance")
    cli.register(app)
    return app.cli, Context(app.cli)


def test_each_command_of_the_table_calls_itself_so() -> None:
    commands, context = group()
    assert isinstance(commands, cli.Commands)
    found = {name: commands.get_command(context, name) for name in commands.list_commands(context)}
    assert {name: command.name if command else None for name, command in found.items()} == {
        name: name for name in cli.MODULES
    }


def test_each_module_with_a_command_is_in_the_table() -> None:
    modules = {module.name for module in pkgutil.iter_modules(cli.__path__) if not module.ispkg}
    assert modules - set(cli.MODULES.values()) == {"running"}


def test_a_name_that_is_not_in_the_table_is_no_command() -> None:
    commands, context = group()
    assert isinstance(commands, cli.Commands)
    assert commands.get_command(context, "running") is None
