"""How large a body may be: photos need much, everything else little."""

from __future__ import annotations

from flask import Flask, abort, current_app, request

LARGEST_PHOTOS = 12 * 1024 * 1024
LARGEST_FORM = 1024 * 1024
MOST_PARTS = 5000
# A form of the permitted size is carried inside the sign-in form, which is larger by that.
ROOMY = {"account.sign_in_now": 3 * LARGEST_FORM}
# The form parser limits the memory of multipart forms by itself, but not that of these.
READ_WHOLE = ("application/x-www-form-urlencoded", "application/json", "text/plain")


def init_app(app: Flask) -> None:
    """Set the limits; the body has not been read yet when they are narrowed."""
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_PHOTOS,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        MAX_FORM_PARTS=MOST_PARTS,
    )
    app.before_request(_narrow)


def _narrow() -> None:
    allowed = ROOMY.get(str(request.endpoint), current_app.config["MAX_FORM_MEMORY_SIZE"])
    request.max_form_memory_size = allowed
    if request.mimetype in READ_WHOLE:
        request.max_content_length = allowed
        if (request.content_length or 0) > allowed:
            abort(413)
