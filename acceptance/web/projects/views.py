"""All pages of projects; importing a module hangs its pages on the blueprint."""

from acceptance.web.projects import lists, logs, overview, papers, parties, registering
from acceptance.web.projects.blueprint import bp

__all__ = ["bp", "lists", "logs", "overview", "papers", "parties", "registering"]
