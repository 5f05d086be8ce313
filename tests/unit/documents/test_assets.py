"""What a paper may load."""

from contextlib import closing

import pytest
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from acceptance.documents.assets import BundledFaces, ForbiddenAssetError, face_rule
from acceptance.documents.complaints import FlawedPaperError, no_complaints
from acceptance.documents.faces import FACES, TEXT

OUTSIDE = [
    "file:///etc/passwd",
    "http://127.0.0.1:1/",
    "https://example.org/a.css",
    "ftp://example.org/a",
    "data:text/plain,a",
    "face:../OFL.txt",
    "face:",
    "face:text.otf",
    "FACE:text",
    "certificate.css",
]


@pytest.mark.parametrize("name", FACES)
def test_a_bundled_face_is_answered(name: str) -> None:
    with closing(BundledFaces().fetch(f"face:{name}")) as answer:
        assert answer.read() == FACES[name].path.read_bytes()


@pytest.mark.parametrize("url", OUTSIDE)
def test_everything_else_is_refused(url: str) -> None:
    with pytest.raises(ForbiddenAssetError):
        BundledFaces().fetch(url)


@pytest.mark.parametrize("url", OUTSIDE[:6])
def test_a_refused_address_stops_the_paper(url: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        HTML(string=f'<img src="{url}">', url_fetcher=BundledFaces()).render()


def test_a_missing_glyph_is_a_flaw() -> None:
    fonts = FontConfiguration()
    rule = face_rule(TEXT) + f'body {{ font-family: "{TEXT.family}" }}'
    sheet = CSS(string=rule, font_config=fonts, url_fetcher=BundledFaces())
    paper = HTML(string="<p>\ue000", url_fetcher=BundledFaces())
    with pytest.raises(FlawedPaperError, match="notdef"), no_complaints():
        paper.write_pdf(stylesheets=[sheet], font_config=fonts)


def test_an_unknown_rule_is_a_flaw() -> None:
    with pytest.raises(FlawedPaperError, match="colour"), no_complaints():
        CSS(string="p { colour: red }")
