"""What the shipped lists ask of a project, with everything on file."""

from acceptance.queries.document_lists import documents_of
from acceptance.workflow.papers import Papers, asked_of


def all_on_file(process: str, *, housing: bool = False) -> Papers:
    asked = asked_of(documents_of(process), housing=housing)
    return Papers(asked, frozenset(each.document.code for each in asked))


def without(papers: Papers, *codes: str) -> Papers:
    """The same with some of them not on file."""
    return Papers(papers.asked, papers.on_file - set(codes), papers.declared_out)
