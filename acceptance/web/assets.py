"""Static files with a digest in their address, so that a browser may keep them for ever."""

from __future__ import annotations

import hashlib
from pathlib import Path

from flask import Flask, Response, request, url_for

A_YEAR = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Digest the files once, at the start; offer `asset(name)` to templates."""
    digests = _digests(Path(str(app.static_folder)))

    def asset(name: str) -> str:
        """The address of a static file; a name that does not exist is an error in the template."""
        return url_for("static", filename=name, v=digests[name])

    def keep(response: Response) -> Response:
        if request.endpoint == "static" and response.status_code in {200, 206, 304}:
            name = (request.view_args or {}).get("filename", "")
            if request.args.get("v") == digests.get(name):
                response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
            else:
                response.headers["Cache-Control"] = "no-cache"
        return response

    app.jinja_env.globals["asset"] = asset
    app.after_request(keep)


def _digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()[:12]
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
