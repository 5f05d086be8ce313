"""The bundled faces: complete, on the grid, each under its own name, with their licence."""

import pytest
from fontTools.ttLib import TTFont

from acceptance.documents import faces
from acceptance.documents.faces import FACES, FONTS, NAMES, TEXT, TITLE, Face

GB2312 = "".join(
    bytes((lead, trail)).decode("gb2312", "ignore")
    for lead in range(0xA1, 0xF8)
    for trail in range(0xA1, 0xFF)
)
ALL = list(FACES.values())


def ids(face: Face) -> str:
    return face.name


def test_all_files_are_known_and_none_is_missing() -> None:
    assert {path.stem for path in FONTS.glob("*.otf")} == set(FACES)
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text()


def test_no_two_files_share_a_family_name() -> None:
    inside = []
    for face in ALL:
        with TTFont(face.path, lazy=True) as font:
            inside.append(font["name"].getDebugName(1))
    assert inside == [face.family for face in ALL]
    assert len(set(inside)) == len(ALL)


@pytest.mark.parametrize("face", [TEXT, TITLE], ids=ids)
def test_gb_2312_and_the_marks_of_official_texts_are_there(face: Face) -> None:
    wanted = GB2312 + "〔〕²³㎡·—–…√△℃Ⅱ①×÷±≤≥\u3000\u00a0"
    assert not [c for c in wanted if ord(c) not in face.characters()]


@pytest.mark.parametrize("face", ALL, ids=ids)
def test_every_advance_is_half_an_em_or_one(face: Face) -> None:
    with TTFont(face.path, lazy=True) as font:
        assert {advance for advance, _ in font["hmtx"].metrics.values()} <= {500, 1000}
        assert font["head"].unitsPerEm == 1000


@pytest.mark.parametrize("face", [TEXT, TITLE], ids=ids)
def test_figures_stand_under_each_other(face: Face) -> None:
    with TTFont(face.path, lazy=True) as font:
        cmap = font.getBestCmap()
        assert {font["hmtx"][cmap[ord(c)]][0] for c in "0123456789 .,-/ABCabc"} == {500}


def test_no_character_is_in_two_fallbacks() -> None:
    seen: set[int] = set()
    for face in (TEXT, NAMES, *faces.RARE):
        assert not seen & face.characters()
        seen |= face.characters()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("陇西县", ["text"]),
        ("王䶮", ["text", "names"]),
        ("\u200b\n", ["text"]),
        ("㐂", ["text", "more-01"]),
    ],
)
def test_a_text_takes_only_the_faces_it_needs(text: str, names: list[str]) -> None:
    assert [face.name for face in faces.text_faces([text])] == names


@pytest.mark.parametrize(
    ("text", "lacking"), [("䶮㭎垚喆犇屲崾塬岘峁", ""), ("☑好☐", "☐☑"), ("a🏗b", "🏗")]
)
def test_what_cannot_be_printed_is_named(text: str, lacking: str) -> None:
    assert faces.unprintable([text]) == lacking


def test_a_title_needs_the_bold_face() -> None:
    assert faces.untitled(["陇西县住房和城乡建设局"]) == ""
    assert faces.untitled(["示例䶮局"]) == "䶮"
