"""Loading the catalogue from the command line: what is new is published, what is known stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask import Flask
from sqlalchemy import func, select

from acceptance.app import create_app
from acceptance.cli.catalogue import CHECKLISTS, read_folder
from acceptance.domain.projects import Category
from acceptance.persistence.checklists import ChecklistTemplate
from acceptance.queries.templates import newest, offered
from acceptance.runtime import EXTENSION, Runtime
from acceptance.settings import Settings
from tests.builders.people import load_areas
from tests.builders.shipped_checklists import TEMPLATES


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    with runtime_of(app).write.begin() as session:
        load_areas(session)
    yield app
    runtime_of(app).engine.dispose()


def runtime_of(app: Flask) -> Runtime:
    found: Runtime = app.extensions[EXTENSION]
    return found


def load(app: Flask) -> str:
    result = app.test_cli_runner().invoke(args=["catalogue", "load"])
    assert result.exit_code == 0, result.output
    return result.output.splitlines()[-1]


def test_everything_is_published_once(app: Flask) -> None:
    total = len(list(CHECKLISTS.glob("*.toml")))
    assert f"{total} of them new" in load(app)
    assert "0 of them new" in load(app)
    with runtime_of(app).read() as session:
        assert session.scalar(select(func.count()).select_from(ChecklistTemplate)) == total
        for category in Category:
            assert len(offered(session, category)) >= 3


def test_the_newest_version_is_offered_and_the_old_one_stays(
    app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(app)
    code = "building-rebar-installation"
    text = (CHECKLISTS / f"{code}.toml").read_text(encoding="utf-8")
    shipped = TEMPLATES[code].version
    (tmp_path / "changed.toml").write_text(
        text.replace(f'version = "{shipped}"', 'version = "99"'), encoding="utf-8"
    )
    monkeypatch.setattr("acceptance.cli.catalogue.CHECKLISTS", tmp_path)
    assert "1 of them new" in load(app)
    with runtime_of(app).read() as session:
        found = newest(session, code)
        assert found is not None
        assert found.version == "99"
        versions = select(ChecklistTemplate.version).where(ChecklistTemplate.code == code)
        assert sorted(session.scalars(versions)) == sorted([shipped, "99"])


def test_every_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text("code = 1", encoding="utf-8")
    (tmp_path / "two.toml").write_text("= broken", encoding="utf-8")
    with pytest.raises(click.ClickException) as refused:
        read_folder(tmp_path)
    assert "one.toml" in refused.value.message
    assert "two.toml" in refused.value.message
