"""Judging a submission before anything is locked: what needs the processor needs no writer."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.canonical import canonical
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.standards.editions import Editions
from acceptance.services.submission_content import Content, Submit, read


@dataclass(frozen=True, slots=True)
class Judged:
    """A submission, what it says, and what that comes to under this template by these editions.

    `record` is the canonical text of the verdict, as it is stored; what cannot be read has neither.
    """

    command: Submit
    template: Template
    editions: Editions
    content: Content
    verdict: ChecklistVerdict | None
    record: str

    def holds_for(self, command: Submit, digest: str, editions: Editions) -> bool:
        """Whether this is the judgement of that submission under the template with that digest and
        by these editions."""
        known = self.template.digest == digest and self.editions == editions
        return self.command is command and known


def judged(command: Submit, template: Template, editions: Editions) -> Judged:
    """Read and judge; a function of its arguments alone, so that it may be done at any time."""
    content = read(command, template)
    if content.problems:
        return Judged(command, template, editions, content, None, "")
    verdict = judge(template, content.answers, editions)
    return Judged(command, template, editions, content, verdict, canonical(verdict.to_document()))
