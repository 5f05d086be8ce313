"""The papers a project is asked for, as the guards see them."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.document_lists import Catalogue, Document, When
from acceptance.workflow.actions import Action


@dataclass(frozen=True, slots=True)
class Asked:
    """A document that this project is asked for `before` a step."""

    document: Document
    before: Action

    def blocks(self, action: Action) -> bool:
        """Whether this step waits for it."""
        return self.before is action and self.document.blocks


@dataclass(frozen=True, slots=True)
class Papers:
    """What a project is asked for, and what became of it: `on_file` and `declared_out` (said not to
    apply) are codes. A declaration counts only where the list allows one."""

    asked: tuple[Asked, ...] = ()
    on_file: frozenset[str] = frozenset()
    declared_out: frozenset[str] = frozenset()

    def settled(self, document: Document) -> bool:
        """Whether nobody waits for it any more."""
        declared = document.may_not_apply and document.code in self.declared_out
        return declared or document.code in self.on_file

    def before(self, action: Action) -> tuple[Document, ...]:
        """The documents this step waits for, in the order of the lists."""
        return tuple(each.document for each in self.asked if each.blocks(action))


NO_PAPERS = Papers()


def asked_of(catalogue: Catalogue, *, housing: bool) -> tuple[Asked, ...]:
    """What these lists ask of a project, in their order."""
    holds = {None: True, When.HOUSING: housing}
    return tuple(
        Asked(document, Action(listed.before))
        for listed in catalogue.lists
        for document in listed.documents
        if holds[document.when]
    )
