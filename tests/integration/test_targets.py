"""The targets page, its explanations and its goals on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from acceptance.app import create_app
from acceptance.domain.indicators import AwardKind, IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.rate_checks import RateCheck
from acceptance.persistence.rates import ProjectConclusion
from acceptance.persistence.targets import Target
from acceptance.queries.ask import Ask
from acceptance.queries.certificates import certificate_list, certificate_page
from acceptance.queries.explain import explain_page
from acceptance.queries.listing import Part
from acceptance.queries.rates import targets_page
from acceptance.queries.recounting import differences
from acceptance.queries.verification import by_code, code_of
from acceptance.services import targets
from acceptance.services.awards import RecordAward, record_award
from acceptance.services.certificates import Issuer, issue, short_code
from acceptance.services.errors import ForbiddenError, NotFoundError
from acceptance.services.targets import SetTarget, load_defaults, set_target
from acceptance.settings import Environment, Settings
from tests.builders.lives import live_through, step
from tests.builders.registry import TOWNSHIPS, Registry, at, make_registry

TODAY = date(2015, 6, 15)
TEXT = (Path(targets.__file__).resolve().parents[1] / "catalogue" / "targets.toml").read_text(
    encoding="utf-8"
)
ISSUER = Issuer("陇建验", "示例县建设局", "https://yanshou.example")


@pytest.fixture
def registry(session: Session) -> Registry:
    made = make_registry(session)
    load_defaults(session, TEXT, made.administrator, at(TODAY))
    live_through(made)
    session.commit()
    return made


@pytest.mark.parametrize("period", ["2015", "2015-Q2", "2011..2015"])
def test_every_list_equals_its_tile(registry: Registry, period: str) -> None:
    session, ask = registry.session, Ask(Period.parse(period), "", TODAY, False)
    page = targets_page(session, registry.leader, ask)
    assert page is not None
    for tile in page.tiles:
        for part, count in (
            (Part.PASSED, tile.rate.passed),
            (Part.NOT_PASSED, tile.rate.failed),
            (Part.UNDER_WAY, tile.under_way),
            (Part.VOIDED, tile.voids),
            (Part.NOT_GRADED, tile.not_graded),
        ):
            found = explain_page(session, registry.leader, ask, tile.code, part)
            assert found is not None
            assert (len(found.lines), found.counts[part]) == (count, count), (tile.code, part)


def test_the_two_counts_agree_and_a_difference_is_named(registry: Registry) -> None:
    session = registry.session
    award = RecordAward(AwardKind.FEITIAN, date(2015, 2, 1), "621122", "示例工程")
    record_award(session, award, registry.administrator, at(TODAY))
    assert list(differences(session, conditional_counts=False)) == []
    row = session.scalars(
        select(ProjectConclusion)
        .where(
            ProjectConclusion.is_first,
            ~ProjectConclusion.passed,
            ~ProjectConclusion.conditional_counts,
        )
        .order_by(ProjectConclusion.decided_on)
    ).first()
    assert row is not None
    row.passed = True
    session.flush()
    found = list(differences(session, conditional_counts=False))
    assert {one.what for one in found} == {"figure", "numerator"}
    assert {one.period for one in found} == {"2015", "2015-Q1"}


def test_the_command_keeps_what_it_found(
    registry: Registry, database_url: str, tmp_path: Path
) -> None:
    settings = Settings(
        Environment.TESTING, "only for these tests, nothing else at all", database_url, tmp_path,
        secure_cookies=False,
    )  # fmt: skip
    app = create_app(settings, lambda: at(TODAY))
    runner = app.test_cli_runner()
    assert isinstance(runner, CliRunner)
    fine = runner.invoke(args=["rates", "check"])
    assert (fine.exit_code, "agree" in fine.output) == (0, True)
    registry.session.execute(update(ProjectConclusion).values(sound=False))
    registry.session.commit()
    wrong = runner.invoke(args=["rates", "check"])
    assert wrong.exit_code == 1
    assert "standards_met numerator: LX-0001" in wrong.output
    assert runner.invoke(args=["rates", "count"]).exit_code == 0
    assert runner.invoke(args=["rates", "check"]).exit_code == 0
    session = registry.session
    session.rollback()
    checks = session.scalars(select(RateCheck.differences).order_by(RateCheck.id)).all()
    assert [checks[0], checks[1] > 0, checks[2]] == [0, True, 0]
    ask = Ask(Period.year(2015), "", TODAY, False)
    page = explain_page(session, registry.leader, ask, IndicatorCode.STANDARDS_MET)
    assert page is not None
    assert page.check is not None
    assert page.check.differences == 0
    app.extensions["acceptance"].engine.dispose()


def test_defaults_never_overwrite_what_a_bureau_has_set(registry: Registry) -> None:
    session = registry.session
    goal = SetTarget(IndicatorCode.FIRST_TIME_OTHER, 2015, "621122", "95", source="示例文号")
    set_target(session, goal, registry.administrator, at(TODAY))
    assert load_defaults(session, TEXT, registry.administrator, at(TODAY)) == 0
    row = session.scalars(
        select(Target).where(Target.year == 2015, Target.indicator == "first_time_other")
    ).one()
    assert (row.value, row.source) == ("95", "示例文号")
    act = session.scalars(select(LedgerRow).order_by(LedgerRow.seq.desc())).first()
    assert act is not None
    assert act.action == "target.set"
    assert '"before":"90"' in act.payload


def test_only_an_administrator_sets_goals_and_only_in_his_area(registry: Registry) -> None:
    session, now = registry.session, at(TODAY)
    goal = SetTarget(IndicatorCode.FIRST_TIME_OTHER, 2016, "621122", "90")
    award = RecordAward(AwardKind.LUBAN, TODAY, "621122", "示例工程")
    for actor in (registry.inspector, registry.approver, registry.leader):
        with pytest.raises(ForbiddenError):
            set_target(session, goal, actor, now)
        with pytest.raises(ForbiddenError):
            record_award(session, award, actor, now)
    local = registry.actor_in(registry.administrator, TOWNSHIPS[0])
    with pytest.raises(NotFoundError):
        set_target(session, goal, local, now)
    with pytest.raises(NotFoundError):
        record_award(session, award, local, now)


def test_certificates_are_found_by_those_who_may(registry: Registry) -> None:
    session = registry.session
    project = registry.project(Category.BUILDING)
    step(registry, project, "pass", date(2015, 5, 3))
    made = issue(session, project, registry.approver, at(TODAY), ISSUER)
    foreign = replace(registry.leader, area_path=registry.areas[TOWNSHIPS[2]].path)
    assert [line.id for line in certificate_list(session, registry.leader).lines] == [made.id]
    assert certificate_list(session, foreign).lines == ()
    assert certificate_page(session, registry.leader, made.id) is not None
    assert certificate_page(session, foreign, made.id) is None
    found = by_code(session, made.code)
    assert found is not None
    assert found.agrees
    assert code_of(session, made.number, short_code(made.code)) == made.code
    assert code_of(session, made.number, "") is None
