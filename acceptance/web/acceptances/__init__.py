"""Acceptances: the steps of a project, attempts, rectifications, review and decision."""
