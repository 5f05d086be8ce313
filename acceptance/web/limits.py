"""How large a body may be: photos need much, everything else little."""

from __future__ import annotations

from flask import Flask, Response, abort, current_app, request

LARGEST_PHOTOS = 12 * 1024 * 1024
LARGEST_FORM = 1024 * 1024
MOST_PARTS = 5000
# A form of the permitted size is carried inside the sign-in form, which is larger by that.
ROOMY = {"account.sign_in_now": 3 * LARGEST_FORM}
# A browser that is still sending does not read an answer: so much of a body is read away first.
MOST_READ_AWAY = 64 * 1024 * 1024
PIECE = 64 * 1024
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
    app.after_request(_read_away)


def _narrow() -> None:
    allowed = ROOMY.get(str(request.endpoint), current_app.config["MAX_FORM_MEMORY_SIZE"])
    request.max_form_memory_size = allowed
    if request.mimetype in READ_WHOLE:
        request.max_content_length = allowed
        if (request.content_length or 0) > allowed:
            abort(413)


def _read_away(response: Response) -> Response:
    """Take what is still coming of a body that was too large, so that the answer is seen."""
    stream = request.environ["wsgi.input"]
    # Only a stream that ends by itself can be read to its end without waiting for more.
    if response.status_code == 413 and request.environ.get("wsgi.input_terminated"):
        left = MOST_READ_AWAY
        while left > 0 and (block := stream.read(min(PIECE, left))):
            left -= len(block)
    return response
