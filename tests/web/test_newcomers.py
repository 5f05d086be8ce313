"""What docs/architecture.md promises a newcomer: a template and an edition, and nothing beside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.cli.catalogue import CHECKLISTS
from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.works import Works
from acceptance.runtime import Runtime
from acceptance.workflow.stages import Stage
from tests.builders.checklists import settled_county
from tests.builders.people import Somebody
from tests.builders.projects import add_works, make_project
from tests.support.pages import text_of, token_of

ROOT = Path(__file__).resolve().parents[2]
CODE = "building-our-own-rebar"


def copied(folder: Path) -> None:
    """A shipped file under a new code and title, as somebody in the bureau writes it."""
    text = (CHECKLISTS / "building-rebar-installation.toml").read_text(encoding="utf-8")
    lines = text.splitlines()
    lines[lines.index('code = "building-rebar-installation"')] = f'code = "{CODE}"'
    at = next(n for n, line in enumerate(lines) if line.startswith("title = "))
    lines[at] = 'title = "本局钢筋检查"'
    (folder / f"{CODE}.toml").write_text("\n".join(lines), encoding="utf-8")


def test_a_copied_template_is_loaded_and_a_checklist_opened_with_it(
    app: Flask,
    runtime: Runtime,
    browser_of: Callable[[Somebody], FlaskClient],
    clock: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copied(tmp_path)
    monkeypatch.setattr("acceptance.cli.catalogue.CHECKLISTS", tmp_path)
    loaded = app.test_cli_runner().invoke(args=["catalogue", "load"])
    assert f"published {CODE} " in loaded.output

    with runtime.write.begin() as session:
        county = settled_county(session, clock())
        project = make_project(county, stage=Stage.UNDER_CONSTRUCTION)
        leaf = add_works(county, project, leaves=1)[0]
        works, inspector = leaf.id, county.actor("inspector")
    browser = browser_of(Somebody(inspector.id or 0, "inspector", inspector))
    offered = browser.get(f"/works/{works}/checklists")
    assert "本局钢筋检查" in text_of(offered)
    sent = browser.post(
        f"/works/{works}/checklists", data={"template_code": CODE, "csrf_token": token_of(browser)}
    )
    assert "本局钢筋检查" in text_of(browser.get(sent.location))
    with runtime.read() as session:
        opened = session.execute(
            select(ChecklistTemplate.code)
            .join(Checklist, Checklist.template_id == ChecklistTemplate.id)
            .join(Works, Works.id == Checklist.works_id)
            .where(Works.id == works)
        ).scalars()
        assert list(opened) == [CODE]


def test_an_edition_entered_in_the_register_is_chosen_judged_by_and_listed(
    sqlite_url: str,
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.newest_edition", sqlite_url],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert "GB 50203-2031" in said["choices"]["mortar-strength"]
    assert "GB 50203-2031" not in said["choices"]["concrete-strength"]
    before, after = said["results"]
    assert (before["verdict"], after["verdict"]) == ("pass", "fail")
    assert (after["basis"]["standard"], after["basis"]["edition"]) == ("GB 50203", "2031")
    assert after["basis"]["unverified"] == ["mean_factor"]
    assert ["GB 50203-2031 mortar", "mean_factor"] in said["doubtful"]
