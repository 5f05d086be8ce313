"""Certificates: the list, the facts of one, its paper."""
