"""Photos: taken into a slot, shown as a copy, the original for those who decide."""

from __future__ import annotations

from flask import Blueprint, Response, abort, flash, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.findings import Finding
from acceptance.domain.people import Permission
from acceptance.queries.photos import photo_in_scope, takes_photos
from acceptance.services.errors import NotFoundError, RefusedError
from acceptance.services.photos import Added, AddPhoto, add, keep, see_original
from acceptance.storage.store import MissingFileError
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.errors import wants_json
from acceptance.web.forms import only_a_button
from acceptance.web.local import local_path
from acceptance.web.wording import gettext as _

bp = Blueprint("photos", __name__)
FIELDS = {"csrf_token", "slot", "next"}
# What a browser may do with a picture: show it, and nothing that could be hidden in it.
SANDBOX = "sandbox; default-src 'none'"
MIMETYPES = {"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


@bp.post("/checklists/<int:checklist_id>/photos")
@bp.post("/rectifications/<int:rectification_id>/photos")
@needs(Permission.INSPECT)
def upload(
    checklist_id: int | None = None, rectification_id: int | None = None
) -> ResponseReturnValue:
    """Take one photo into its slot."""
    if not takes_photos(reading(), current_actor(), checklist_id, rectification_id):
        raise NotFoundError
    unknown = [name for name in request.form if name not in FIELDS]
    unknown += [name for name in request.files if name != "photo"]
    if unknown:
        raise RefusedError(Finding.of("document_field_unknown", field=unknown[0][:60]))
    file = request.files.get("photo")
    kept = keep(runtime().photos, file.read() if file else b"")
    command = AddPhoto(kept, request.form.get("slot", ""), checklist_id, rectification_id)
    with transaction() as session:
        added = add(session, command, current_actor(), now())
    return _taken(added, checklist_id)


@bp.get("/photos/<token>")
@needs(Permission.SEE_PROJECTS)
def show(token: str) -> ResponseReturnValue:
    """The copy without metadata."""
    photo = photo_in_scope(reading(), current_actor(), token) or abort(404)
    return _picture(photo.shown_sha256, "jpeg")


@bp.post("/photos/<token>/original")
@needs(Permission.DECIDE, Permission.SEE_LEDGER)
def original(token: str) -> ResponseReturnValue:
    """The sealed original. It is a POST because each look is written into the ledger."""
    only_a_button()
    with transaction() as session:
        photo = see_original(session, token, current_actor(), now())
    return _picture(photo.sha256, photo.kind)


def _taken(added: Added, checklist_id: int | None) -> ResponseReturnValue:
    address = url_for(".show", token=added.token)
    if wants_json():
        return jsonify(photo=address, sha256=added.sha256)
    flash(_("照片已送达。"))
    back = url_for("checklists.show", checklist_id=checklist_id) if checklist_id else "/"
    return redirect(local_path(request.form.get("next"), back), 303)


def _picture(digest: str, kind: str) -> Response:
    try:
        content = runtime().photos.get(digest)
    except MissingFileError:
        abort(404)
    response = Response(content, mimetype=MIMETYPES[kind])
    response.headers["Content-Disposition"] = f'inline; filename="{digest[:16]}.{kind}"'
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
