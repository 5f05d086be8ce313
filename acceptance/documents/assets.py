"""What a paper may load: the bundled faces, by name, and nothing else in the world."""

from __future__ import annotations

from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from acceptance.documents.faces import FACES, Face

SCHEME = "face:"


class ForbiddenAssetError(ValueError):
    """A paper asked for something that is not one of the bundled faces."""


class BundledFaces(URLFetcher):  # type: ignore[misc]  # WeasyPrint publishes no types
    """Answers `face:<name>`; no network, no file of the machine, no data address.

    A refused address stops the paper: it can only come from a fault or an attack.
    """

    def __init__(self) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ARG002
        face = FACES.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
        if face is None:
            raise ForbiddenAssetError(url)
        return URLFetcherResponse(url, face.path.read_bytes(), {"Content-Type": "font/otf"})


def face_rule(face: Face) -> str:
    """The style rule that makes a face known under its own family name."""
    return f'@font-face {{ font-family: "{face.family}"; src: url({SCHEME}{face.name}) }}'
