"""The blueprint that all pages of the targets hang on."""

from flask import Blueprint

bp = Blueprint("targets", __name__, url_prefix="/targets")
