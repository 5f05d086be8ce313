"""The stages, the counted acceptance, putting right, and the decision."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import Locator, expect

from acceptance.workflow.actions import Action
from tests.journeys.steps.inspecting import a_photo
from tests.journeys.steps.person import Person, today

TIME_TO_MEND = timedelta(days=10)
PROBLEM = "屋面女儿墙泛水高度不足"
CLAUSE = "GB 50207-2012 4.1.6"
SIGNER = "示例签字人"
CONCLUSION = "验收组查看了现场和资料，对照标准逐项核对。"


def the_next_steps(person: Person) -> Locator:
    """The card with what can be done now."""
    return person.main.locator("#next")


def takes_the_step(person: Person, project_id: int, action: Action) -> None:
    """Press a button of the card 下一步."""
    person.opens(f"/projects/{project_id}")
    name = person.title(action)
    person.goes(the_next_steps(person).get_by_role("button", name=name, exact=True))
    expect(person.main.locator(".ax-told").first).to_contain_text(name)


def opens_the_attempt(person: Person, project_id: int, number: int) -> None:
    """Read what opening fixes for ever, tick, open."""
    person.opens(f"/projects/{project_id}")
    person.follows("开启第 %(number)s 次验收", the_next_steps(person), number=number)
    assert not person.main.locator(".ax-ink-fail").count()
    person.page.locator("input[name=understood]").check()
    person.presses("开启第 %(number)s 次验收", number=number)
    person.is_told()


def begins_to_conclude(person: Person, project_id: int, number: int) -> None:
    """Open the page of the conclusion; everybody was there and agrees."""
    person.opens(f"/projects/{project_id}")
    person.follows("作出第 %(number)s 次验收的结论", the_next_steps(person), number=number)
    for party in person.main.locator(".ax-parties > li").all():
        party.locator("input[type=radio][value=agree]").check()
        party.locator("input[type=text]").fill(SIGNER)
    person.types("conclusion", CONCLUSION)


def concludes(person: Person, project_id: int, number: int) -> None:
    """The attempt passes."""
    begins_to_conclude(person, project_id, number)
    person.chooses("result", Action.CONCLUDE_PASSED.value)
    person.goes(person.main.locator("#conclude"))
    person.is_told()


def concludes_that_it_failed(person: Person, project_id: int, number: int) -> None:
    """The attempt fails, with one problem to put right."""
    begins_to_conclude(person, project_id, number)
    person.chooses("result", Action.CONCLUDE_FAILED.value)
    person.types("problems-0-problem", PROBLEM)
    person.types("problems-0-place", "屋面")
    person.types("problems-0-clause", CLAUSE)
    person.types("problems-0-due_on", (today() + TIME_TO_MEND).isoformat())
    person.goes(person.main.locator("#conclude"))
    person.is_told()


def opens_the_rectification(person: Person, project_id: int) -> None:
    """From the list of a project to the one problem in it."""
    person.opens(f"/projects/{project_id}/rectifications")
    person.goes(person.main.locator("h3 a", has_text=PROBLEM))


def reports_it_put_right(person: Person, project_id: int) -> None:
    """A photo of before, then the measure with a photo of after."""
    opens_the_rectification(person, project_id)
    person.page.locator("input[type=file][name=photo]").set_input_files(a_photo("PNG"))
    sends(person, "before")
    person.types("measure", "按设计加高泛水并重做防水收头")
    person.page.locator("input[type=file][name=after]").set_input_files(a_photo())
    sends(person, "report")
    expect(person.main.locator(".ax-photos img")).to_have_count(2)


def sends(person: Person, what: str) -> None:
    """Press the only button of the form that goes there."""
    person.goes(person.main.locator(f"form[action$='/{what}'] button"))
    person.is_told()


def closes_the_rectification(person: Person, project_id: int) -> None:
    """Somebody else looks at both photos and closes it."""
    opens_the_rectification(person, project_id)
    person.presses("销号")
    person.is_told()


def finds_it_among_his_tasks(person: Person, project: str) -> None:
    """Start from 待办 and end on the review page."""
    person.opens("/tasks")
    person.goes(person.main.locator(".ax-tasks a", has_text=project))
    person.is_at(r"/projects/\d+/review$")


def sends_back(person: Person) -> None:
    """From the review page to a list of what has to be put right."""
    person.types("reason", "屋面做法须改")
    person.presses("退回整改")
    assert person.value_of("reason") == "屋面做法须改"
    person.types("problems-0-problem", PROBLEM)
    person.types("problems-0-clause", CLAUSE)
    person.types("problems-0-due_on", (today() + TIME_TO_MEND).isoformat())
    person.presses("退回整改")
    person.is_told()


def approves(person: Person) -> int:
    """Approve on the review page; the certificate's id."""
    person.types("reason", "资料齐全，同意")
    person.presses("批准并签发证书")
    return int(person.is_at(r"/certificates/(\d+)$")[1])
