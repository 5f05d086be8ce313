"""What can be done to a project."""

from enum import StrEnum


class Action(StrEnum):
    """An act that may move a project. The same word stands in the ledger as `stage.<action>`."""

    START_CONSTRUCTION = "start_construction"
    REPORT_COMPLETION = "report_completion"
    CONFIRM_SELF_INSPECTION = "confirm_self_inspection"
    CONFIRM_PRE_ACCEPTANCE = "confirm_pre_acceptance"
    RETURN_TO_CONSTRUCTION = "return_to_construction"
    CONFIRM_VERIFICATION = "confirm_verification"
    CONFIRM_UNIT_WORKS = "confirm_unit_works"
    CONFIRM_CONTRACT_COMPLETION = "confirm_contract_completion"
    CONFIRM_OWNER_CHECK = "confirm_owner_check"
    CONFIRM_TECHNICAL_PRE_ACCEPTANCE = "confirm_technical_pre_acceptance"
    OPEN_ATTEMPT = "open_attempt"
    CONCLUDE_PASSED = "conclude_passed"
    CONCLUDE_CONDITIONAL = "conclude_conditional"
    CONCLUDE_FAILED = "conclude_failed"
    ABANDON_ATTEMPT = "abandon_attempt"
    FINISH_RECTIFICATION = "finish_rectification"
    FINISH_CORRECTION = "finish_correction"
    APPROVE = "approve"
    SEND_BACK = "send_back"
    CONFIRM_VOID = "confirm_void"
    REVOKE_CERTIFICATE = "revoke_certificate"
    FILE = "file"
    END_TRIAL = "end_trial"
    CONFIRM_APPRAISAL = "confirm_appraisal"
    CONCLUDE_FINAL = "conclude_final"
    ARCHIVE = "archive"


class Effect(StrEnum):
    """What a move brings with it, done by the service in the same transaction."""

    OPEN_ATTEMPT = "open_attempt"
    CONCLUDE_ATTEMPT = "conclude_attempt"
    VOID_ATTEMPT = "void_attempt"
    ISSUE_CERTIFICATE = "issue_certificate"
    REVOKE_CERTIFICATE = "revoke_certificate"
    LIST_RECTIFICATIONS = "list_rectifications"
    RECORD_GRADE = "record_grade"


CONCLUSIONS = frozenset(
    {Action.CONCLUDE_PASSED, Action.CONCLUDE_CONDITIONAL, Action.CONCLUDE_FAILED}
)
