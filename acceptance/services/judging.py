"""Judging a submission before anything is locked: what needs the processor needs no writer."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.canonical import canonical
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.services.submission_content import Content, Submit, read


@dataclass(frozen=True, slots=True)
class Judged:
    """A submission, what it says, and what that comes to under this template.

    `record` is the canonical text of the verdict, as it is stored; what cannot be read has neither.
    """

    command: Submit
    template: Template
    content: Content
    verdict: ChecklistVerdict | None
    record: str

    def holds_for(self, command: Submit, digest: str) -> bool:
        """Whether this is the judgement of that submission under the template with that digest."""
        return self.command is command and self.template.digest == digest


def judged(command: Submit, template: Template) -> Judged:
    """Read and judge; a function of its arguments alone, so that it may be done at any time."""
    content = read(command, template)
    if content.problems:
        return Judged(command, template, content, None, "")
    verdict = judge(template, content.answers)
    return Judged(command, template, content, verdict, canonical(verdict.to_document()))
