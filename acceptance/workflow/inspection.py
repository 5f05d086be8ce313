"""When lots may be inspected: from the start of construction until the file goes for approval."""

from acceptance.workflow.stages import Stage

# What is found after that belongs to a rectification, which brings the project back here first.
CLOSED = frozenset(
    {
        Stage.REGISTERED,
        Stage.APPROVAL,
        Stage.FILING,
        Stage.FILED,
        Stage.HANDED_OVER,
        Stage.ARCHIVED,
    }
)


def inspection_is_open(stage: Stage) -> bool:
    """Whether a new checklist may be opened in a project at this stage."""
    return stage not in CLOSED
