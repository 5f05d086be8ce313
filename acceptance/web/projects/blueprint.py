"""The blueprint that the pages of projects hang on."""

from flask import Blueprint

bp = Blueprint("projects", __name__)
# Larger numbers are no key of any table, and SQLite would refuse to look for them.
ID = "int(max=2147483647)"
