"""What must hold before a step. Each guard is a sentence that is true, or the reasons why not.

A dry request asks what is missing before anybody has typed anything, so the guards that look at
what was typed are silent in it.
"""

from __future__ import annotations

from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.document_lists import NOTICE, Document
from acceptance.domain.evaluation.methods.water_procedure import Vote, quorum
from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.workflow.facts import Facts, Request

Reasons = tuple[Finding, ...]

_CORE_PARTIES = (
    PartyRole.OWNER,
    PartyRole.DESIGNER,
    PartyRole.CONTRACTOR,
    PartyRole.SUPERVISOR,
)
# Where all must agree, these sign if they are in the project (GB 50300-2013 6.0.6).
SIGNING = (*_CORE_PARTIES, PartyRole.SURVEYOR)


def core_parties_named(facts: Facts, _request: Request) -> Reasons:
    """Owner, designer, contractor and supervisor are named (GB 50300-2013 6.0.6)."""
    return tuple(
        Finding.of("party_missing", party=role, role=role)
        for role in _CORE_PARTIES
        if role not in facts.parties
    )


def works_divided(facts: Facts, _request: Request) -> Reasons:
    """The works are divided before they start (GB 50300-2013 4.0.7; SL 176-2007 3.3)."""
    if facts.leaves.total:
        return ()
    return (Finding.of("works_not_divided", "GB 50300-2013 4.0.7", PartyRole.CONTRACTOR),)


def all_works_inspected_and_passed(facts: Facts, _request: Request) -> Reasons:
    """Every lowest work has a newest checklist that passed (GB 50300-2013 5.0.2 to 5.0.4)."""
    leaves = facts.leaves
    clause = "GB 50300-2013 5.0.2" if facts.process in {"building", "municipal"} else ""
    reasons = (
        ("works_not_inspected", leaves.blank),
        ("checklists_in_draft", leaves.drafts),
        ("works_failed", leaves.failed),
    )
    missing = tuple(
        Finding.of(code, clause, PartyRole.CONTRACTOR, count=count, total=leaves.total)
        for code, count in reasons
        if count
    )
    return works_divided(facts, _request) + missing


def photos_arrived(facts: Facts, _request: Request) -> Reasons:
    """Every photo announced by a submission has arrived."""
    if not facts.leaves.photos_missing:
        return ()
    return (Finding.of("photos_missing", count=facts.leaves.photos_missing),)


def papers_on_file(facts: Facts, request: Request) -> Reasons:
    """The papers this step waits for are recorded or do not apply, one reason for each that is
    open. The notice has a guard of its own."""
    return tuple(
        _missing(document)
        for document in facts.papers.before(request.action)
        if document.code != NOTICE and not facts.papers.settled(document)
    )


def notice_given_in_time(facts: Facts, request: Request) -> Reasons:
    """The supervision station was told 7 working days before (建质〔2013〕171号 第六条（三）)."""
    clause = "建质〔2013〕171号 第六条（三）"
    if facts.earliest_meeting is None:
        return (Finding.of("notice_missing", clause, PartyRole.OWNER),)
    meeting = facts.today if request.meeting_on is None else request.meeting_on
    if meeting >= facts.earliest_meeting:
        return ()
    earliest = facts.earliest_meeting.isoformat()
    if years := facts.calendar.missing_years(facts.today, facts.earliest_meeting):
        return (Finding.of("notice_too_short_weekends", clause, PartyRole.OWNER, earliest=earliest,
                           years="、".join(map(str, years))),)  # fmt: skip
    return (Finding.of("notice_too_short", clause, PartyRole.OWNER, earliest=earliest),)


def no_attempt_open(facts: Facts, _request: Request) -> Reasons:
    """One counted acceptance at a time."""
    if facts.attempt is None or not facts.attempt.is_open:
        return ()
    return (Finding.of("attempt_already_open", number=facts.attempt.number),)


def attempt_open(facts: Facts, _request: Request) -> Reasons:
    """There is an opened attempt to conclude."""
    if facts.attempt is not None and facts.attempt.is_open:
        return ()
    return (Finding.of("no_attempt_open"),)


def attempt_stands(facts: Facts, _request: Request) -> Reasons:
    """The newest attempt ended with a pass, with or without conditions."""
    standing = (AttemptResult.PASSED, AttemptResult.CONDITIONAL)
    if facts.attempt is not None and facts.attempt.result in standing:
        return ()
    return (Finding.of("no_passed_attempt"),)


def rectifications_closed(facts: Facts, _request: Request) -> Reasons:
    """Everything that had to be put right is put right and closed."""
    if not facts.rectifications_open:
        return ()
    count = facts.rectifications_open
    return (Finding.of("rectifications_open", "", PartyRole.CONTRACTOR, count=count),)


def problems_listed(_facts: Facts, request: Request) -> Reasons:
    """Who passes with conditions, fails or sends back says what must be put right."""
    if request.problems or request.dry:
        return ()
    return (Finding.of("problems_not_listed", field="problems"),)


def reason_given(_facts: Facts, request: Request) -> Reasons:
    """A reason in words stands in the record."""
    if request.reason.strip() or request.dry:
        return ()
    return (Finding.of("reason_missing", field="reason"),)


def parties_agree(facts: Facts, request: Request) -> Reasons:
    """Each party that must sign was there and agrees (GB 50300-2013 6.0.6)."""
    if request.dry:
        return ()
    # Two organisations may share a role: a road of two contractors is signed by both.
    said = {
        role: {opinion for party, opinion in request.opinions if party is role}
        for role in _signing(facts)
    }
    return tuple(
        Finding.of("party_does_not_agree", party=role, field=f"opinion-{role}", role=role)
        for role, opinions in said.items()
        if opinions != {Opinion.AGREE}
    )


def two_thirds_agree(facts: Facts, request: Request) -> Reasons:
    """At least two thirds of the members agree (SL 223-2008; 水利部令第30号)."""
    if request.dry:
        return ()
    agree = sum(1 for _role, opinion in request.opinions if opinion is Opinion.AGREE)
    return quorum(Vote(members=len(request.opinions), agree=agree), facts.editions).findings


def not_own_work(facts: Facts, request: Request) -> Reasons:
    """Nobody decides what he entered, edited, photographed or rectified (architecture law 9)."""
    if request.actor.id is None or request.actor.id not in facts.touched_by:
        return ()
    return (Finding.of("own_work"),)


def void_requested_by_another_unit(facts: Facts, request: Request) -> Reasons:
    """Voiding takes a second person of another unit (indicators.md, counting rule 3)."""
    attempt = facts.attempt
    if attempt is None or attempt.void_requested_by is None or attempt.result is AttemptResult.VOID:
        return (Finding.of("void_not_requested"),)
    if attempt.void_requested_unit == request.actor.organisation_id:
        return (Finding.of("void_needs_other_unit"),)
    return ()


def certificate_in_force(facts: Facts, _request: Request) -> Reasons:
    """There is a certificate to revoke."""
    return () if facts.certificate_in_force else (Finding.of("no_certificate_in_force"),)


def grade_is_known(facts: Facts, request: Request) -> Reasons:
    """A grade is recorded only under a rule set that has grades."""
    if request.grade is None or facts.grades:
        return ()
    return (Finding.of("rule_set_has_no_grades", field="grade"),)


def score_given(_facts: Facts, request: Request) -> Reasons:
    """The final road acceptance ends with a score (公路工程竣（交）工验收办法 第二十三条)."""
    return () if request.dry or request.score else (Finding.of("score_missing", field="score"),)


def _missing(document: Document) -> Finding:
    """The names go along, so that a list of an earlier day is said as it was."""
    code = "paper_missing" if document.verified else "paper_missing_to_check"
    return Finding.of(
        code, document.clause, document.party,
        paper=document.code, title=document.title, title_en=document.title_en,
    )  # fmt: skip


def _signing(facts: Facts) -> tuple[PartyRole, ...]:
    return tuple(role for role in SIGNING if role in facts.parties)
