"""Filling checklists on the sheet: answers, points, photos, drafts, and the verdict."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from playwright.sync_api import FilePayload, Locator, expect

from acceptance.domain.checklists.limits import limits_of
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import ItemKind, PhotoRule
from acceptance.domain.exact import decimal_text
from tests.builders.checklists import catalogue_template, fields_of, good_entry, picture
from tests.journeys.steps.person import Person


def leaves_of(person: Person, project_id: int) -> list[str]:
    """The addresses of the lowest works, in the order of the tree."""
    person.opens(f"/projects/{project_id}/works")
    links = person.main.locator("li.ax-leaf a[href*='/checklists']")
    return [str(link.get_attribute("href")) for link in links.all()]


def begins_an_inspection(person: Person, leaf: str) -> Template:
    """Open the checklist that belongs to this leaf; its template."""
    person.opens(leaf)
    form = person.main.locator("form.ck-open", has=person.page.locator("button.btn-primary"))
    code = form.locator("input[name=template_code]").input_value()
    person.goes(form.locator("button"))
    person.is_at(r"/checklists/\d+$")
    return catalogue_template(code)


# Typing two hundred values one by one is for one sheet of a journey; the others are filled at
# once, with the event that ends a person's typing. Rows come by the same button as for a thumb.
_FILL = """
values => {
  var field;
  Object.keys(values).forEach(function (name) {
    var find = () => Array.from(document.getElementsByName(name))
      .find(each => each.type !== "radio" || each.value === values[name]);
    if (!find()) { document.querySelector("button.ck-more[value='" + name.split(".")[0] + "']").click(); }
    field = find();
    if (field.type === "radio") { field.checked = true; } else { field.value = values[name]; }
  });
  field.dispatchEvent(new Event("change", {bubbles: true}));
}
"""


def fills_all(person: Person, template: Template) -> None:
    """Everything is as it should be, all at once."""
    document = {item.code: fine_entry(item) for item in template.items}
    values = fields_of(document)
    person.page.evaluate(_FILL, values)


def fine_entry(item: Item) -> dict[str, Any]:
    """What an inspector types where everything is well: for a value, its design or the middle of
    what is allowed, and a design that can be true."""
    entry = good_entry(item)
    if item.kind is not ItemKind.MEASURE:
        return entry
    design = None
    if item.needs_design:
        low = item.plausible_low if item.plausible_low is not None else Decimal(0)
        high = item.plausible_high if item.plausible_high is not None else low + 200
        design = (low + high) / 2
        entry["design"] = decimal_text(design)
    limits = limits_of(item, design).tolerated
    bounds = [bound for bound in (limits.low, limits.high) if bound is not None]
    value = decimal_text(sum(bounds, Decimal(0)) / len(bounds))
    entry["values"] = [{**point, "value": value} for point in entry["values"]]
    return entry


def adds_rows(person: Person, item: Item, wanted: int) -> None:
    """Ask for rows until there are as many as points."""
    if item.kind.has_points:
        fields = person.page.locator(f'[id="{item.code}.values"] .ck-v > p')
        for _ in range(fields.count(), wanted):
            person.page.locator(f'button.ck-more[value="{item.code}"]').click()


def fills(person: Person, item: Item, entry: dict[str, Any]) -> None:
    """Type one item as an entry of the domain says it."""
    if "answer" in entry:
        answers(person, item.code, entry["answer"])
    for name in ("checked", "failed", "design", "reason"):
        if name in entry:
            person.types(f"{item.code}.{name}", entry[name])
    for number, point in enumerate(entry.get("values", ())):
        adds_rows(person, item, number + 1)
        person.types(f"{item.code}.values.{number}.place", point["place"])
        person.types(f"{item.code}.values.{number}", point["value"])


def answers(person: Person, code: str, answer: str) -> None:
    """Choose 符合, 不符合 or 不适用 by its label, as a thumb does."""
    box = person.page.locator(f'input[name="{code}.answer"][value="{answer}"]')
    box.locator("xpath=..").click()
    expect(box).to_be_checked()


def adds_the_wanted_photos(person: Person, template: Template) -> None:
    """Every slot that must have a picture gets one."""
    for item in template.items:
        if item.photo is PhotoRule.REQUIRED:
            adds_a_photo(person, item.code)


def fills_by_hand(person: Person, template: Template) -> None:
    """Field by field; rows for more points come from the server, which keeps what was typed."""
    for item in template.items:
        rows = person.page.locator(f'[id="{item.code}.values"] .ck-v > p')
        while item.kind.has_points and rows.count() < item.minimum_points:
            person.goes(person.page.locator(f'button.ck-more[value="{item.code}"]'))
        fills(person, item, fine_entry(item))


def posts_the_wanted_photos(person: Person, template: Template) -> None:
    """Without a script each picture is sent by its own button."""
    for item in template.items:
        if item.photo is PhotoRule.REQUIRED:
            place = photo_slot(person, item.code)
            place.locator("input[type=file]").set_input_files(a_photo())
            person.goes(place.locator("button"))
            expect(photo_slot(person, item.code).locator(".ck-p")).to_contain_text(
                person.word("已送达")
            )


def adds_a_photo(person: Person, slot: str, kind: str = "JPEG") -> None:
    """Choose a picture; with a script it goes by itself."""
    place = photo_slot(person, slot)
    place.locator("input[type=file]").set_input_files(a_photo(kind))
    expect(place.locator(".ck-p").first).to_contain_text(person.word("已送达"))


def photo_slot(person: Person, slot: str) -> Locator:
    return person.page.locator(f'li[id="{slot}.photo"]')


def a_photo(kind: str = "JPEG") -> FilePayload:
    """A picture as a phone would send it."""
    return {
        "name": f"photo.{kind.lower()}",
        "mimeType": f"image/{kind.lower()}",
        "buffer": picture(kind, (640, 480)),
    }


def saves_a_draft(person: Person) -> None:
    person.presses("存草稿")
    person.is_told()


def submits(person: Person) -> None:
    """Send the sheet; it is received when its result is shown."""
    person.presses("提交")
    person.is_at(r"/checklists/\d+/result$")


def passes(person: Person, leaf: str) -> None:
    """Inspect one leaf from beginning to end."""
    template = begins_an_inspection(person, leaf)
    fills_all(person, template)
    adds_the_wanted_photos(person, template)
    submits(person)
    expect(person.main.locator(".ck-verdict.pass, .ck-verdict.excellent")).to_be_visible()


def passes_all(person: Person, leaves: list[str]) -> None:
    for leaf in leaves:
        passes(person, leaf)


def passes_after_a_mistake(person: Person, leaf: str) -> None:
    """The same by hand, sent too early: nothing typed is lost, and the fields say what is wrong."""
    template = begins_an_inspection(person, leaf)
    fills_all(person, template)
    adds_the_wanted_photos(person, template)
    forgotten = first_of(template, ItemKind.YES_NO)
    mistyped = first_of(template, ItemKind.MEASURE)
    answers(person, forgotten.code, "")
    wrong = f"{mistyped.code}.values.0"
    good = person.value_of(wrong)
    person.types(wrong, "约12")
    person.presses("提交")
    sees_what_is_wrong(person, wrong)
    assert person.value_of(wrong) == "约12"
    person.types(wrong, good)
    saves_a_draft(person)
    assert person.value_of(wrong) == good
    person.presses("提交")
    sees_what_is_wrong(person, forgotten.code, f"{forgotten.code}.answer")
    answers(person, forgotten.code, "yes")
    submits(person)
    expect(person.main.locator(".ck-verdict.pass, .ck-verdict.excellent")).to_be_visible()


def sees_what_is_wrong(person: Person, *fields: str) -> None:
    """The summary leads to the field, and the field says it again."""
    expect(person.page.locator("#errors")).to_be_focused()
    chosen = ", ".join(f'.ck-e[id="{field}-e"]' for field in fields)
    expect(person.page.locator(chosen).first).to_be_visible()


def finds_a_fault(person: Person, leaf: str) -> None:
    """One answer is 不符合, with its reason and its photo: the checklist fails."""
    template = begins_an_inspection(person, leaf)
    fills_all(person, template)
    adds_the_wanted_photos(person, template)
    faulty = first_of(template, ItemKind.YES_NO)
    answers(person, faulty.code, "no")
    person.types(f"{faulty.code}.reason", "示例问题：一处没有按图施工")
    if faulty.photo_on_failure and faulty.photo is not PhotoRule.REQUIRED:
        adds_a_photo(person, faulty.code, "PNG")
    submits(person)
    expect(person.main.locator(".ck-verdict.fail")).to_be_visible()


def first_of(template: Template, kind: ItemKind) -> Item:
    """The first item of a kind."""
    return next(item for item in template.items if item.kind is kind)
