"""The longest names that can be registered, on the narrowest phone, in both languages."""

import pytest
from sqlalchemy import select

from acceptance.persistence.certificates import Certificate
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project
from acceptance.persistence.users import User
from acceptance.persistence.works import Works
from tests.journeys.steps import accepting
from tests.journeys.steps.cast import Cast
from tests.journeys.steps.shortcuts import a_project_at_approval
from tests.support.browsers import PHONE

UNBROKEN = "Longwords" * 13
LONG = "陇西县引洮灌区高效节水灌溉与农村公路整治及便民服务中心改扩建工程" * 3
PAGES = (
    "/tasks",
    "/projects",
    "/projects/{project}",
    "/projects/{project}/works",
    "/projects/{project}/checklists",
    "/projects/{project}/acceptance",
    "/projects/{project}/papers",
    "/projects/{project}/log",
    "/projects/{project}/review",
    "/certificates",
    "/certificates/1",
    "/targets",
    "/targets/first_time_other?part=passed",
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [UNBROKEN[:100], LONG[:80]], ids=["one word", "Chinese"])
def test_nothing_is_pushed_out_of_the_page(cast: Cast, language: str, name: str) -> None:
    project = a_project_at_approval(cast)
    rename_everything(cast, name)
    approver = cast.signed_in("approver", PHONE, language)
    approver.opens(f"/projects/{project}/review")
    accepting.approves(approver)
    for address in PAGES:
        approver.opens(address.format(project=project))
    with cast.runtime.read() as session:
        code = session.scalars(select(Certificate.code)).one()
    approver.opens(f"/v/{code}")


def rename_everything(cast: Cast, name: str) -> None:
    with cast.runtime.write.begin() as session:
        for kind in (Project, Organisation, User, Works):
            for row in session.scalars(select(kind)):
                row.name = f"{name[:60]}{row.id}" if kind is User else f"{name}{row.id}"
        for works in session.scalars(select(Works)):
            works.location = name[:60]
