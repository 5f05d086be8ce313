"""The certificate as pages: right glyphs, right facts, the same bytes every time."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from acceptance.documents.certificate import UnprintableError, render_certificate
from acceptance.documents.faces import FACES, Face
from acceptance.domain.canonical import canonical
from acceptance.domain.certificates import CertificateFacts, PartyLine, Tally, WorksRow
from acceptance.domain.parties import PartyRole
from tests.builders import certificates
from tests.builders.pdf import Pdf, outline

RARE = "䶮㭎垚喆犇屲崾塬岘峁𬭎"
BUILDERS: dict[str, tuple[Callable[[], CertificateFacts], int]] = {
    "building": (certificates.building, 2),
    "second attempt": (certificates.second_attempt, 1),
    "crowded": (certificates.crowded, 3),
    "road": (certificates.road, 2),
    "merged road": (partial(certificates.road, merged=True), 2),
    "water": (certificates.water, 2),
}


@cache
def written(name: str) -> bytes:
    return render_certificate(BUILDERS[name][0](), certificates.ISSUED_AT)


@pytest.fixture(params=BUILDERS)
def paper(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def face_of(family: str) -> Face:
    return next(face for face in FACES.values() if face.family == family.replace("-", " "))


def test_a_paper_has_the_pages_it_needs(paper: str) -> None:
    assert len(Pdf(written(paper)).pages) == BUILDERS[paper][1]


def test_every_glyph_is_the_one_its_face_has_for_the_character(paper: str) -> None:
    """Two files under one family name print wrong characters under a right text layer."""
    pdf = Pdf(written(paper))
    for font in pdf.fonts.values():
        with TTFont(face_of(font.family).path) as face:
            cmap = face.getBestCmap()
            for glyph, text in font.meaning.items():
                assert face.getGlyphID(cmap[ord(text)]) == glyph, text
                assert outline(font.font, glyph) == outline(face, glyph), text


def test_no_character_is_printed_as_a_box(paper: str) -> None:
    pdf = Pdf(written(paper))
    for page in pdf.pages:
        for font, glyphs in page:
            assert 0 not in glyphs
            assert set(glyphs) <= pdf.fonts[font].meaning.keys()


def test_each_font_in_the_file_has_its_own_name(paper: str) -> None:
    families = [font.family for font in Pdf(written(paper)).fonts.values()]
    assert len(families) == len(set(families))


@pytest.mark.parametrize("character", RARE)
def test_rare_names_are_printed(character: str) -> None:
    facts = certificates.second_attempt()
    rare = replace(facts, parties=(PartyLine(PartyRole.OWNER, "示例单位", f"王{character}"),))
    assert f"王{character}" in Pdf(render_certificate(rare, certificates.ISSUED_AT)).text(0)


def test_the_foot_stands_on_every_page(paper: str) -> None:
    facts, pages = BUILDERS[paper][0](), BUILDERS[paper][1]
    pdf = Pdf(written(paper))
    for number in range(pages):
        text = pdf.text(number)
        assert f"{facts.number}　　第 {number + 1} 页　共 {pages} 页" in text
        assert "3f9a 71c4 0be2" in text
        assert "台账位置　第 18\u00a0402 条" in text.replace("18 402", "18\u00a0402")


def test_the_facts_are_on_the_face() -> None:
    text = Pdf(written("second attempt")).text(0)
    for expected in (
        "陇西县住房和城乡建设局", "建设工程竣工验收合格证明", "示例村便民服务中心", "第2次　非一次通过",
        "否（首次2026-09-08未通过）", "2026年11月12日", "签发时尚未备案", "无。", "7K3F-9QXM-2T",
        "https://yanshou.longxi.gov.example"[8:], "系统签名签发，不是电子印章", "不是行政许可",
        "验收．陇西．政务．示例", "GB 50300-2013《建筑工程施工质量验收统一标准》",
    ):  # fmt: skip
        assert expected in text, expected


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("building", "建设工程竣工验收合格证明"),
        ("road", "公路工程交工验收证书"),
        ("merged road", "公路工程交（竣）工验收证书"),
        ("water", "小型水利工程竣工验收鉴定书"),
    ],
)
def test_each_trade_has_its_title(name: str, title: str) -> None:
    assert title in Pdf(written(name)).text(0)


def test_water_works_are_found_qualified_and_graded_apart() -> None:
    text = Pdf(written("water")).text(0)
    assert "竣工质量结论合格评定等级优良" in text


def test_a_road_at_handover_is_not_graded() -> None:
    assert "合格（本阶段不评优良）" in Pdf(written("road")).text(0)


def test_counts_of_every_level_leave_the_whole_face_on_one_page() -> None:
    """Seven parties, four levels and a failed first attempt: what a school usually comes to."""
    levels = ("单位工程", "分部工程", "分项工程", "检验批")
    facts = replace(
        certificates.building(works=7),
        attempt=2,
        first_time=False,
        failed_on=(date(2026, 9, 8),),
        conclusion="验收组查阅资料、实地查验，一致同意通过验收。",
        parties=tuple(PartyLine(role, "示例单位", "赵示例") for role in list(PartyRole)[:7]),
        tallies=tuple(Tally(level, 13, 12) for level in levels),
    )
    text = Pdf(render_certificate(facts, certificates.ISSUED_AT)).text(0)
    assert "质量评定单位工程分部工程分项工程检验批" in text
    assert "合格/总数12/1312/1312/1312/13" in text
    assert "签发机关" in text


def test_a_unit_of_a_road_has_its_extent_and_its_points() -> None:
    assert "1路基工程K0+000～K6+4803997.291.6合格" in Pdf(written("road")).text(1)


def test_divisions_that_nobody_graded_are_not_said_to_have_a_grade() -> None:
    assert "优良率 %等级" in Pdf(written("water")).text(1)
    plain = replace(certificates.water(), works=(WorksRow("1#", "渠道", lots=5, qualified=5),))
    assert "优良率 %结论" in Pdf(render_certificate(plain, certificates.ISSUED_AT)).text(1)


def test_the_conclusion_and_the_signature_are_on_one_page() -> None:
    pdf = Pdf(written("crowded"))
    assert "验收结论" not in pdf.text(0)
    assert "验收结论" in pdf.text(1)
    assert "签发机关" in pdf.text(1)
    assert "附表　单位" in pdf.text(1)


def test_a_broken_annex_repeats_its_head_and_keeps_three_rows() -> None:
    text = Pdf(written("crowded")).text(2)
    assert text.startswith("附表　单位（子单位）工程、分部工程验收情况（续表）序号单位工程")
    assert text.count("#楼") >= 3


@pytest.mark.parametrize("rows", [22, 24, 26, 28, 29, 30, 56])
def test_no_row_is_lost_or_printed_twice_at_any_length(rows: int) -> None:
    pdf = Pdf(render_certificate(certificates.building(works=rows), certificates.ISSUED_AT))
    annex = [pdf.text(number) for number in range(1, len(pdf.pages))]
    assert sum(text.count("#楼") for text in annex) == rows
    assert all(text.count("#楼") >= 3 for text in annex)
    assert all("（续表）" in text for text in annex[1:])


def test_the_same_facts_give_the_same_bytes(paper: str) -> None:
    again = render_certificate(BUILDERS[paper][0](), certificates.ISSUED_AT)
    assert hashlib.sha256(again).digest() == hashlib.sha256(written(paper)).digest()


_OTHER_PROCESS = """
import hashlib
from acceptance.documents.certificate import render_certificate
from tests.builders import certificates
written = render_certificate(certificates.crowded(), certificates.ISSUED_AT)
print(hashlib.sha256(written).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_process_without_any_system_font_gives_the_same_bytes(
    seed: str, tmp_path: Path
) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text("<fontconfig><cachedir>" + str(tmp_path) + "</cachedir></fontconfig>")
    environment = {**os.environ, "PYTHONHASHSEED": seed, "FONTCONFIG_FILE": str(empty)}
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", _OTHER_PROCESS],
        cwd=root, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(written("crowded")).hexdigest()


def test_other_facts_give_other_bytes() -> None:
    other = replace(certificates.building(), ledger_position=18403)
    assert render_certificate(other, certificates.ISSUED_AT) != written("building")


def test_the_facts_are_attached_in_their_canonical_form(paper: str) -> None:
    facts = BUILDERS[paper][0]()
    attached = Pdf(written(paper)).attachment
    assert attached == canonical(facts.to_document()).encode()
    assert CertificateFacts.from_document(json.loads(attached)) == facts


def test_the_file_says_pdf_a_3u_and_names_its_attachment_once(paper: str) -> None:
    pdf = Pdf(written(paper))
    assert 'part="3"' in pdf.metadata
    assert 'conformance="U"' in pdf.metadata
    assert b"/Lang (zh-CN)" in pdf.catalog
    _, _, listed = pdf.catalog.partition(b"/AF [")
    assert listed.partition(b"]")[0].count(b"R") == 1


def test_markup_in_a_fact_is_printed_and_not_obeyed() -> None:
    attack = '<link rel=attachment href="file:///etc/passwd"><b style="x">{{ facts }}'
    facts = replace(certificates.second_attempt(), place=attack, conclusion=attack)
    text = Pdf(render_certificate(facts, certificates.ISSUED_AT)).text(0)
    assert text.replace(" ", "").count(attack.replace(" ", "")) == 2


@pytest.mark.parametrize(
    "wrong", [{"place": "\U0001f3d7"}, {"issuer": "示例县䶮局"}, {"signer": "مثال"}]
)
def test_a_character_without_a_glyph_stops_the_paper(wrong: dict[str, str]) -> None:
    with pytest.raises(UnprintableError):
        render_certificate(replace(certificates.building(), **wrong), certificates.ISSUED_AT)


def test_a_long_issuer_stays_on_one_line() -> None:
    issuer = "示例回族自治县住房和城乡建设与交通运输综合管理局"
    facts = replace(certificates.second_attempt(), issuer=issuer)
    pdf = Pdf(render_certificate(facts, certificates.ISSUED_AT))
    first = pdf.pages[0][0]
    assert "".join(pdf.fonts[first[0]].meaning[glyph] for glyph in first[1]) == issuer


def test_blank_conclusions_and_conditions_are_never_blank_on_paper() -> None:
    facts = replace(certificates.second_attempt(), conclusion=" ", conditions="\n ", signer="")
    text = Pdf(render_certificate(facts, certificates.ISSUED_AT)).text(0)
    assert "验收结论—附带条件无。" in text


def test_a_conclusion_of_many_pages_is_printed_whole() -> None:
    facts = replace(certificates.second_attempt(), conclusion="验收结论很长，需要多页。" * 300)
    pdf = Pdf(render_certificate(facts, certificates.ISSUED_AT))
    assert sum(pdf.text(page).count("需") for page in range(len(pdf.pages))) == 300
    assert "签发机关" in pdf.text(len(pdf.pages) - 1)
