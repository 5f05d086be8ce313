"""What happens at and after a counted acceptance: conclusions, rectifications, decisions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.cli.demo.filing import file_papers
from acceptance.cli.demo.holding import hold_acceptances
from acceptance.cli.demo.scene import Play, Scene, perform
from acceptance.cli.demo.stories import StoryError, data
from acceptance.domain.attempts import Opinion
from acceptance.domain.indicators import AwardKind
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import SYSTEM, Actor, Role
from acceptance.domain.projects import Grade
from acceptance.domain.rollup.rule_sets import RULES
from acceptance.domain.system_reasons import left_open
from acceptance.i18n.titles import title_of
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.standings import standing_of_works
from acceptance.services import acceptances, awards, photos, rectifications
from acceptance.services.acts import Act
from acceptance.services.attempts import PartyOpinion
from acceptance.services.awards import RecordAward
from acceptance.services.photos import AddPhoto
from acceptance.services.rectifications import AFTER, BEFORE, Check, Problem, ReportDone
from acceptance.workflow.actions import Action
from acceptance.workflow.gates import forward_row
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage

DAYS_TO_PUT_RIGHT = 21
EACH_WITHOUT_PAPERS = 5


def advance(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """Take the next step of the process, or the steps up to a stage (`counted`: the one whose
    attempts count; `end`: the last one), with the papers that each step waits for."""
    process = PROCESSES[play.story.process]
    names = {"counted": process.counted, "end": process.line[-1]}
    wanted = (names.get(words[0]) or Stage(words[0])) if words else None
    while (project := play.project(session)).stage is not wanted:
        row = forward_row(process, project.stage, attempt_open=False)
        if row is None:
            raise StoryError(f"{play.story.name}: no step leads from {project.stage} to {wanted}")
        file_papers(scene, session, play, row.action)
        hold_all(scene, session, play, row.action)
        perform(scene, session, play, _step(play, project, row.action), _who(scene, play, row.role))
        if wanted is None:
            break
    return f"推进到“{title_of(play.project(session).stage)}”"


def open_attempt(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """Open the next counted attempt; the number is the days to its meeting."""
    days = int(words[0]) if words else 0
    meeting = scene.clock.today + timedelta(days=days)
    hold_all(scene, session, play, Action.OPEN_ATTEMPT)
    perform(scene, session, play,
            Act(play.project_id, Action.OPEN_ATTEMPT, meeting_on=meeting))  # fmt: skip
    return f"开启计次验收，会议定于 {meeting}"


def conclude(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """The meeting ends: `passed`, `conditional` or `failed`."""
    action = Action(f"conclude_{words[0]}")
    failed, passed = action is Action.CONCLUDE_FAILED, action is Action.CONCLUDE_PASSED
    perform(
        scene,
        session,
        play,
        Act(
            play.project_id,
            action,
            conclusion=data("problems")["conclusion"][words[0]],
            reason="" if failed else _why_grade(session, play),
            opinions=_opinions(session, play, against=failed),
            problems=() if passed else _problems(scene, play, 2 if failed else 1),
            grade=None if failed else _grade_of(play),
        ),
    )
    if not passed:
        _photograph_problems(scene, session, play, BEFORE)
    return {"passed": "验收合格", "failed": "验收不合格，列出整改项"}.get(
        words[0], "整改后合格，列出整改项"
    )


def abandon(scene: Scene, session: Session, play: Play, _words: Sequence[str]) -> str:
    """The term is over: the system ends what was opened and never concluded."""
    command = Act(play.project_id, Action.ABANDON_ATTEMPT, reason=left_open(90))
    perform(scene, session, play, command, SYSTEM)
    return "验收超期未作结论，系统终结"


def report(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """Report as put right, with photos; `one`: only the first."""
    rows = [row for row in _open_problems(session, play) if row.submitted_at is None]
    rows = rows[:1] if "one" in words else rows
    _photograph_problems(scene, session, play, AFTER, {row.id for row in rows})
    for row in rows:
        done = ReportDone(row.id, row.version, "已按要求整改到位，经监理复查合格")
        rectifications.report_done(session, done, play.inspector, scene.clock.tick())
    return f"整改完成，上报 {len(rows)} 项"


def check(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """Somebody else closes what was reported; `returned` sends it back."""
    rows = [row for row in _open_problems(session, play) if row.submitted_at is not None]
    closed = "returned" not in words
    for row in rows:
        reason = "" if closed else "整改不到位，照片未反映整改部位"
        command = Check(row.id, row.version, closed, reason)
        rectifications.check(session, command, play.partner, scene.clock.tick())
    return f"复查{'销号' if closed else '退回'} {len(rows)} 项"


def approve(scene: Scene, session: Session, play: Play, _words: Sequence[str]) -> str:
    """The approver, who touched nothing, approves; the certificate is issued."""
    command = Act(play.project_id, Action.APPROVE)
    outcome = perform(scene, session, play, command, scene.cast.people["shenpi1"])
    certificate = session.get_one(Certificate, outcome.certificate_id)
    return f"批准，发证 {certificate.number}"


def send_back(scene: Scene, session: Session, play: Play, _words: Sequence[str]) -> str:
    """The approver sends the file back with what is to be put right."""
    command = Act(
        play.project_id,
        Action.SEND_BACK,
        reason="资料与现场不符，补充整改后再报",
        problems=_problems(scene, play, 1),
    )
    perform(scene, session, play, command, scene.cast.people["shenpi1"])
    return "审批退回整改"


def void(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """One asks that the newest attempt be voided, a person of another unit confirms; `asked`:
    nobody has confirmed it yet."""
    reason = "会议记录所附工程名称有误，程序无效"
    acceptances.request_void(session, play.project_id, reason, play.inspector, scene.clock.tick())
    if "asked" in words:
        return "申请作废本次验收"
    command = Act(play.project_id, Action.CONFIRM_VOID, reason=reason)
    perform(scene, session, play, command, scene.cast.people["shenpi2"])
    return "本次验收作废（另一单位确认）"


def revoke(scene: Scene, session: Session, play: Play, _words: Sequence[str]) -> str:
    """The certificate is revoked; the project has to be accepted anew."""
    reason = "投用后复测发现主要指标不符合设计要求"
    command = Act(play.project_id, Action.REVOKE_CERTIFICATE, reason=reason)
    perform(scene, session, play, command, scene.cast.people["shenpi1"])
    return "撤销证书"


def award(scene: Scene, session: Session, play: Play, words: Sequence[str]) -> str:
    """A prize is recorded for the project."""
    kind = AwardKind(words[0])
    title = {AwardKind.LUBAN: "鲁班奖（示例）", AwardKind.FEITIAN: "飞天奖（示例）"}[kind]
    command = RecordAward(kind, scene.clock.today, play.story.area, title, play.code)
    awards.record_award(session, command, scene.cast.people["guanli"], scene.clock.tick())
    return f"登记{title}"


def hold_all(scene: Scene, session: Session, play: Play, action: Action) -> None:
    """What the step asks for was held in time; here and there the 鉴定书 is still not out."""
    hold_acceptances(
        session,
        play.project(session),
        action,
        play.inspector,
        scene.cast.people["shenpi1"],
        scene.clock.tick,
        papers=bool(play.number % EACH_WITHOUT_PAPERS),
    )


def _step(play: Play, project: Project, action: Action) -> Act:
    reason = {
        Action.FILE: f"陇建备〔{project.stage_since.year}〕{play.number:03}号",
        Action.CONFIRM_APPRAISAL: "质量鉴定得分达到合格以上（示例）",
    }.get(action, "")
    if action is Action.CONCLUDE_FINAL:
        score = play.story.score or "86.5"
        grade = Grade.EXCELLENT if int(score.partition(".")[0]) >= 90 else Grade.QUALIFIED
        return Act(play.project_id, action, reason=reason, grade=grade, score=score)
    return Act(play.project_id, action, reason=reason)


def _who(scene: Scene, play: Play, role: Role) -> Actor:
    return scene.cast.people["shenpi1"] if role is Role.APPROVER else play.inspector


def _why_grade(session: Session, play: Play) -> str:
    """The reason for a grade that is not the roll-up's, where the roll-up comes to one."""
    project, grade = play.project(session), _grade_of(play)
    if grade is None or not RULES[project.rule_set].has_grades:
        return ""
    rolled = standing_of_works(session, project).grade
    return "" if rolled is not None and rolled.value == grade.value else "按验收组评议确定"


def _grade_of(play: Play) -> Grade | None:
    # A road that is opened to traffic first gets its grade at the final acceptance.
    return None if play.story.process == "road" else play.grade


def _opinions(session: Session, play: Play, *, against: bool) -> tuple[PartyOpinion, ...]:
    doubtful = {PartyRole.OWNER, PartyRole.SUPERVISOR} if against else set()
    return tuple(
        PartyOpinion(
            party.role,
            party.organisation_id,
            Opinion.DISAGREE if party.role in doubtful else Opinion.AGREE,
            party.leader,
        )
        for party in play.project(session).parties
        if party.role is not PartyRole.TESTER
    )


def _problems(scene: Scene, play: Play, count: int) -> tuple[Problem, ...]:
    due = scene.clock.today + timedelta(days=DAYS_TO_PUT_RIGHT)
    tables = data("problems")[play.story.category.value]
    return tuple(
        Problem(
            table["problem"],
            table["clause"],
            PartyRole(table.get("party", PartyRole.CONTRACTOR)),
            due,
            table["place"],
        )
        for table in (tables[(play.number + n) % len(tables)] for n in range(count))
    )


def _open_problems(session: Session, play: Play) -> list[Rectification]:
    return list(
        session.scalars(
            select(Rectification)
            .where(Rectification.project_id == play.project_id, Rectification.closed_at.is_(None))
            .order_by(Rectification.id)
        )
    )


def _photograph_problems(
    scene: Scene, session: Session, play: Play, slot: str, only: set[int] | None = None
) -> None:
    for row in _open_problems(session, play):
        if only is not None and row.id not in only:
            continue
        kept = scene.picture(f"{play.code} {row.problem} {slot}")
        command = AddPhoto(kept, slot, rectification_id=row.id)
        photos.add(session, command, play.inspector, scene.clock.tick())
