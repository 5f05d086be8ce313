"""Coming in: by a one-time link, and by a password."""

from __future__ import annotations

from tests.builders.people import PASSWORD
from tests.journeys.steps.person import Person

NEW_PASSWORD = "five other words in here"


def sets_a_password(person: Person, link: str) -> None:
    """Open the link, set a password; this signs in."""
    person.opens(link)
    person.types("password", NEW_PASSWORD)
    person.presses("设好密码并登录")
    person.is_told()


def signs_in(person: Person, login: str, password: str = PASSWORD) -> None:
    """From the sign-in page that is open."""
    person.types("login", login)
    person.types("password", password)
    person.presses("登录")
