"""The certificate: waiting for its paper, reading it, and what the public sees of it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import expect

from acceptance.domain.parties import PROJECT_PARTIES
from tests.builders.pdf import Pdf
from tests.journeys.steps.accepting import SIGNER
from tests.journeys.steps.person import Person
from tests.journeys.steps.registering import leader_of

# A worker begins within a second and prints in two; the machine may have other work.
PATIENCE = 90_000


@dataclass(frozen=True, slots=True)
class Certificate:
    """What somebody holding the paper knows of it."""

    number: str
    short_code: str
    public_path: str


def waits_for_the_paper(person: Person) -> Certificate:
    """Stay on the page of the certificate until the worker has printed it."""
    expect(person.link("打开 PDF")).to_be_visible(timeout=PATIENCE)
    public = person.link("看公众看到的样子").get_attribute("href")
    code = person.main.locator("dt", has_text=person.word("验证码")).locator("xpath=../dd")
    return Certificate(
        number=person.main.locator("h1").inner_text(),
        short_code=code.inner_text(),
        public_path=urlsplit(str(public)).path,
    )


def downloads_the_paper(person: Person) -> str:
    """Everything printed in the file, without the spaces."""
    address = person.link("打开 PDF").get_attribute("href")
    answer = person.page.request.get(str(address))
    assert answer.headers["content-type"] == "application/pdf"
    return printed(answer.body())


def printed(paper: bytes) -> str:
    """As the usual tool reads it where there is one, else as our own reader does."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pdf = Pdf(paper)
        return "".join("".join(pdf.text(number)) for number in range(len(pdf.pages)))
    found = subprocess.run([tool, "-", "-"], input=paper, capture_output=True, check=True)
    return "".join(found.stdout.decode().split())


def verifies_by_the_square_code(person: Person, certificate: Certificate, name: str) -> None:
    """Open the address on the paper, signed out."""
    person.opens(certificate.public_path)
    sees_it_is_genuine(person, certificate, name)


def verifies_by_number(person: Person, certificate: Certificate, name: str) -> None:
    """Type what is printed beside the square code."""
    person.opens("/v")
    person.types("number", certificate.number)
    person.types("code", certificate.short_code)
    person.presses("查验")
    sees_it_is_genuine(person, certificate, name)


def sees_it_is_genuine(person: Person, certificate: Certificate, name: str) -> None:
    """The verdict comes first, the facts follow, and nobody is named in full."""
    expect(person.main.locator("h1")).to_have_text(person.word("真实有效"))
    shown = person.main.inner_text()
    assert certificate.number in shown
    assert name in shown
    for private in (SIGNER, *(leader_of(role) for role in PROJECT_PARTIES)):
        assert private not in shown


def learns_that_it_is_unknown(person: Person, certificate: Certificate) -> None:
    """The right number with another code is nobody's certificate."""
    person.opens("/v")
    person.types("number", certificate.number)
    person.types("code", certificate.short_code[::-1])
    person.presses("查验")
    expect(person.main.locator("h1")).not_to_have_text(person.word("真实有效"))
