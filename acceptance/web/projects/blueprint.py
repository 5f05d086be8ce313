"""The blueprint that the pages of projects hang on."""

from flask import Blueprint

bp = Blueprint("projects", __name__)
