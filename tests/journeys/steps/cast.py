"""The county of the journeys: areas, checklists, organisations and people, made by services."""

from __future__ import annotations

from dataclasses import dataclass, field

from acceptance.domain.checklists.toml import read_template
from acceptance.domain.parties import PROJECT_PARTIES
from acceptance.domain.people import SYSTEM, Role
from acceptance.runtime import EXTENSION, Runtime
from acceptance.services import activation, organisations, sessions, templates
from acceptance.services.organisations import OrganisationFacts
from tests.builders.checklists import CATALOGUE
from tests.builders.people import Somebody, load_areas, make_organisation, make_person
from tests.journeys.steps.entering import sets_a_password, signs_in
from tests.journeys.steps.person import Person
from tests.journeys.steps.registering import organisation_of
from tests.journeys.steps.soundness import watch
from tests.support.browsers import DESK, Pages
from tests.support.servers import LiveServer

SECOND_INSPECTOR = "second"


@dataclass
class Cast:
    """Who takes part, and how they come to a browser."""

    server: LiveServer
    pages: Pages
    people: dict[str, Somebody] = field(default_factory=dict)

    @property
    def runtime(self) -> Runtime:
        found: Runtime = self.server.app.extensions[EXTENSION]
        return found

    def link_for(self, login: str) -> str:
        """The one-time link that an administrator would hand over."""
        with self.runtime.write.begin() as session:
            token = activation.issue(session, self.people[login].id, self.runtime.clock())
        return f"/account/activate/{token}"

    def at_a_browser(
        self, size: tuple[int, int] = DESK, language: str = "zh", *, scripts: bool = True
    ) -> Person:
        """Somebody who is not signed in, whose every page is looked at."""
        page = self.pages.open(size, "zh-CN" if language == "zh" else "en-GB", scripts=scripts)
        page.goto(f"/account/read-in/{language}?next=/account/sign-in")
        watch(page, language)
        return Person(page, language)

    def activated(self, login: str, size: tuple[int, int] = DESK, language: str = "zh") -> Person:
        """Somebody who has just set his password by a link."""
        person = self.at_a_browser(size, language)
        sets_a_password(person, self.link_for(login))
        return person

    def signed_in(
        self,
        login: str,
        size: tuple[int, int] = DESK,
        language: str = "zh",
        *,
        scripts: bool = True,
    ) -> Person:
        """Somebody who signs in with his password."""
        person = self.at_a_browser(size, language, scripts=scripts)
        signs_in(person, login)
        return person

    def drop_sessions_of(self, login: str) -> None:
        """Sign somebody out everywhere, as when a sign-in runs out."""
        with self.runtime.write.begin() as session:
            sessions.end_all(session, self.people[login].id, SYSTEM, self.runtime.clock())


def assemble(server: LiveServer, pages: Pages) -> Cast:
    """Fill the database with what an office has before its first project."""
    cast = Cast(server, pages)
    moment = cast.runtime.clock()
    with cast.runtime.write.begin() as session:
        load_areas(session)
        files = sorted(CATALOGUE.glob("*.toml"))
        read = [read_template(file.read_text(encoding="utf-8")) for file in files]
        templates.publish(session, read, SYSTEM, moment)
        for role, login in (
            (Role.INSPECTOR, "inspector"),
            (Role.INSPECTOR, SECOND_INSPECTOR),
            (Role.APPROVER, "approver"),
            (Role.APPROVER, "approver2"),
            (Role.LEADER, "leader"),
        ):
            cast.people[login] = make_person(session, moment, role, login=login)
        county = make_organisation(session).area_id
        for party in PROJECT_PARTIES:
            facts = OrganisationFacts(organisation_of(party), county)
            organisations.register(session, facts, SYSTEM, moment)
    return cast
