"""Text set as pages with the bundled faces, and pages written as PDF/A-3u."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from acceptance.documents.assets import BundledFaces, face_rule
from acceptance.documents.faces import TITLE, text_faces
from acceptance.documents.sheet import WIDTH
from acceptance.documents.typesetting import environment
from acceptance.domain.canonical import canonical, sha256

# WeasyPrint does not promise that two threads may set pages at once.
PRESS = threading.Lock()
TEMPLATES = environment()
COMMON = "paper.css"


class UnprintableError(ValueError):
    """No bundled face has some of the characters; a paper must not show boxes in their place."""


def laid_out(text: str, *sheets: str, **names: str) -> Any:
    """The pages of an HTML text in the style of all papers and in its own `sheets`; `names` are what
    they ask for beside the families of the faces."""
    faces = text_faces((text,))
    given: dict[str, Any] = {
        "face_rules": [face_rule(face) for face in (TITLE, *faces)],
        "families": ", ".join(f'"{face.family}"' for face in faces),
        "title_family": f'"{TITLE.family}"',
        "widths": range(4, WIDTH + 1),
    }
    styles = (TEMPLATES.get_template(name) for name in (COMMON, *sheets))
    style = "".join(each.render(given | names) for each in styles)
    fonts = FontConfiguration()
    fetcher = BundledFaces()
    sheet = CSS(string=style, font_config=fonts, url_fetcher=fetcher)
    return HTML(string=text, url_fetcher=fetcher).render(stylesheets=[sheet], font_config=fonts)


def written(pages: Any, identifier: str, attachment: Attachment) -> bytes:
    """The pages as PDF/A-3u with one attachment; `identifier` ties the file to its record."""
    return bytes(
        pages.write_pdf(
            pdf_variant="pdf/a-3u",
            pdf_identifier=sha256(identifier).encode(),
            attachments=[attachment],
            finisher=_list_attachments_once,
        )
    )


def attached(
    document: Mapping[str, Any], name: str, description: str, moment: datetime
) -> Attachment:
    """A record as canonical JSON; without its dates the file would differ every second."""
    return Attachment(
        string=canonical(document).encode(),
        name=name,
        description=description,
        relationship="Data",
        created=moment,
        modified=moment,
    )


def whole_second(moment: datetime) -> datetime:
    """The moment of a ledger act as a file can hold it."""
    return moment.astimezone(UTC).replace(microsecond=0)


def _list_attachments_once(_document: Any, pdf: Any) -> None:
    """WeasyPrint 70 names each attachment twice in the catalogue's /AF."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
