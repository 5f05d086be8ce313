"""Rebuild the Song faces of the papers from two openly licensed sources (SIL OFL 1.1).

    pip download --no-deps --dest DIR pylopdf-fonts-zh-cn==0.1.1   # NotoSerifSC-Regular.otf
    apt-get download fonts-noto-cjk && dpkg-deb -x fonts-noto-cjk_*.deb DIR   # the bold face
    python tools/build_fonts.py DIR/pylopdf_fonts_zh_cn-*.whl \
        DIR/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc

The same sources give the same bytes. Every advance is half an em (ASCII and narrow marks) or one
em, so figures stand under each other and a table column holds an exact number of characters.
Each file has its own family name: WeasyPrint merges two files of one name and then prints wrong
characters under a correct text layer.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Offset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "acceptance" / "documents" / "fonts"
FULL, HALF = 1000, 500
MADE = 3_850_000_000  # seconds since 1904: one fixed moment in every file's head table
SLICE = 2000
LICENSE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
# Marks that official texts use and GB 2312 lacks.
MARKS = "·—–•‑²³¹½¼¾µ㎡㎥㎜㎝㎞㎏℉≈≤≥∅⌀√△▲□■○●◎★☆←↑→↓⇌〇〔〕〖〗【】「」『』〈〉《》￥€№①②③④⑤⑥⑦⑧⑨⑩"
# Characters of names and places that GB 2312 lacks and that are met most often.
NAMES = (
    "䶮㭎垚喆犇屲崾堃昇玥玙璟珺珩琭琰瑄璐瑀瑷璠珉珅珮玹玘琇琨琬琤琎琏瑢瑨瑭璘璥璿璨瓅"
    "昉昶晁晟晞晧晛晗晔晖暐暠曈曌曦昫昳旸旻旼翀翊翙翚翯翾骉骁骎骐骕骦骧鑫淼焱垚磊"
    "煊煜煐煖煓煚熀熠熙燊燚爀炘炜炅炆烔烜烨焜焓焮濛滢滟潆潋漪漷澍澔澧澴灏沄沅沚泂泓泠"
    "浔浠浥浬涏涢淏淯渌渼湉湜湲溦溱溁潓潞潾濬瀛"
    "钊钐钘钜钰铖铧铭铱锜锴锟锳镕镠镔镒镛鋆鎏鋐镐镧鈊鎔锽鍠鏐"
    "祎祾禛禤禔祯禩祜禕穠稷秾峣峤崟崤嵊嵘嵛嶓崴岍岢岽岜峂崚嵚巍屾峪塬墚峁垴坬圪垯塄埝堨堎埭坨圐圙"
    "甡甦畎畑畇畹皕皞皓皛睿瞻矞砼砣砉砚磡礐礽芃芊苒苠茀茝荙荇荻莜莳莛莙菂萱菥菀葳葶蒨蓥蓂蕤蕴薇藜蘅虓"
    "赟赑趯跶轲轾辀辂迺逄郄郗郏郧郿鄠鄯鄢鄞酇頔颋颎颙飏饴馥騊驎鲲鲸鳐鳯鸑鹔麴黟黾鼐龑龢"
    "俍俣倓倢倞偲傃僖僮儇兟冏冔劢勍勖匜卬厍叕叡吰呙呿咺咥哿唅啟啓喦嗣嘏嘒嘉囍圳坤垕垡堉堽塱"
    "夌奭妘妤妧妲姈姝姞姮娍娓娉婳婞婠媄媗嫄嫚嫣嬅嬿孖孢宓寀寔尧尨巘巳帡幪庋庥弢弨彧彣彥徕徳忞忭忻怹恺惇惔惢愔愫慜慤憙懋懿"
    "戬扆扞抔拊挶捷揆揖搴摛撄斓斝旂朎朤杲枍枬柃柽柷栩栱栲栴桕桯桲梽棨棫椀椑椿楙楝楠楸榑榕榘樾橦檀檑欤歆殳毓氘氤犀犟犨狄猷獬玎玕玚"
    "畚疃癀皙盉眭睍睢瞾矱碶硚碁祚笪笕筼筠箬篁籛籴粢紬紫絜綖綝繄绂绋绤绹缊缈缑缣缦羑羿翃耜耿聃聿肸胐胤臬臻舄舢舸"
    "艳芎芾苾茆茳荥虔虢蛟衎衿裎裒裛褀襄觐觥訸詝誩諴謇譞讷诎诒诜诹谌谔谞豨豳贇贽贻赪赵"
    "踽軿辇达邶邕邡邳邺郓郛郜郴鄄闫闳闵闼阆阗陉陟陬隗隰雎雒雩霂霈霁霓靓靖韡韪韫頫颀颃颢飔飒飚馗驷骃骅骓骠鬯魁鲅鲔鲧"
    "鳌鸢鸾鹀鹄鹍鹗麒麟黼鼎齐龆𬭎𫖯𬀩"
)


def main() -> int:
    """Build every face and say its size and SHA-256."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("regular", type=Path, help="NotoSerifSC-Regular.otf or the wheel with it")
    parser.add_argument("bold", type=Path, help="NotoSerifCJK-Bold.ttc")
    parser.add_argument("--out", type=Path, default=FONTS)
    given = parser.parse_args()
    regular = Source(TTFont(io.BytesIO(_regular_bytes(given.regular))))
    bold = Source(_simplified_chinese(given.bold))
    given.out.mkdir(parents=True, exist_ok=True)
    for number, (name, source, characters) in enumerate(_plan(regular, bold)):
        target = given.out / f"{name}.otf"
        source.face(_family(name), characters, MADE + number).save(target)
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        print(
            f"{target.name}  {len(characters)} characters  {target.stat().st_size} bytes  {digest}"
        )
    return 0


def _plan(regular: Source, bold: Source) -> Iterator[tuple[str, Source, list[int]]]:
    """Each file with its source and its characters; the most used stand first in the file."""
    text = _unique(regular, _basic_latin(), map(ord, MARKS), _gb2312())
    yield "text", regular, text
    yield "title", bold, _unique(bold, _basic_latin(), map(ord, MARKS), _gb2312())
    beyond = (point for point in sorted(regular.cmap) if point > 0xFFFF)
    names = [p for p in _unique(regular, map(ord, NAMES), beyond) if p not in set(text)]
    yield "names", regular, names
    known = {*text, *names}
    rest = [p for p in sorted(regular.cmap) if _is_ideograph(p) and p not in known]
    for start in range(0, len(rest), SLICE):
        yield f"more-{start // SLICE + 1:02d}", regular, rest[start : start + SLICE]


def _family(name: str) -> str:
    return "Yanshou Song " + name.replace("-", " ").title()


class Source:
    """One source font: draws any of its characters on the grid of half and full ems."""

    def __init__(self, font: TTFont) -> None:
        self.font = font
        self.cmap: dict[int, str] = font.getBestCmap()
        self.glyphs = font.getGlyphSet()
        self.half_width = _half_width_forms(font)

    def face(self, family: str, characters: list[int], made: int) -> TTFont:
        """A font of `characters` in this order, without layout rules, named `family`."""
        order = [".notdef", *(f"g{point:x}" for point in characters)]
        drawn = {".notdef": self._drawn(".notdef", FULL)}
        for point in characters:
            drawn[f"g{point:x}"] = self._drawn(self._glyph(point), self._advance(point))
        builder = FontBuilder(FULL, isTTF=False)
        builder.font.recalcTimestamp = False
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap({point: f"g{point:x}" for point in characters})
        builder.setupCFF(
            family.replace(" ", ""),
            {"FullName": family, "FamilyName": family},
            {name: outline for name, (outline, _) in drawn.items()},
            {},
        )
        builder.setupHorizontalMetrics({name: (advance, 0) for name, (_, advance) in drawn.items()})
        self._set_names(builder, family)
        builder.setupPost(keepGlyphNames=False)
        builder.updateHead(created=made, modified=made, fontRevision=1.0)
        return builder.font

    def _set_names(self, builder: FontBuilder, family: str) -> None:
        copyright_notice = self.font["name"].getDebugName(0)
        builder.setupHorizontalHeader(ascent=880, descent=-120)
        builder.setupNameTable(
            {
                "copyright": copyright_notice,
                "familyName": family,
                "styleName": "Regular",
                "uniqueFontIdentifier": family,
                "fullName": family,
                "version": "Version 1.000",
                "psName": family.replace(" ", ""),
                "licenseDescription": LICENSE,
                "licenseInfoURL": "https://openfontlicense.org",
            }
        )
        builder.setupOS2(
            sTypoAscender=880,
            sTypoDescender=-120,
            usWinAscent=1000,
            usWinDescent=300,
            usWeightClass=400,
            fsType=0,
        )

    def _glyph(self, point: int) -> str:
        name = self.cmap[point]
        return self.half_width.get(name, name) if _is_narrow(point) else name

    def _advance(self, point: int) -> int:
        width = self.glyphs[self._glyph(point)].width
        return HALF if _is_narrow(point) or width <= HALF else FULL

    def _drawn(self, name: str, advance: int) -> tuple[object, int]:
        glyph = self.glyphs[name]
        pen = T2CharStringPen(advance, self.glyphs)
        glyph.draw(TransformPen(pen, Offset((advance - glyph.width) // 2, 0)))
        return pen.getCharString(), advance


def _half_width_forms(font: TTFont) -> dict[str, str]:
    """The font's own half-width drawings (feature hwid): its normal figures are proportional."""
    table = font["GSUB"].table
    forms: dict[str, str] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "hwid":
            continue
        for index in record.Feature.LookupListIndex:
            for part in table.LookupList.Lookup[index].SubTable:
                forms.update(getattr(part, "ExtSubTable", part).mapping)
    return forms


def _is_narrow(point: int) -> bool:
    return 0x20 <= point < 0x7F or point in {0xA0, 0x2011}


def _is_ideograph(point: int) -> bool:
    return 0x3400 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF


def _basic_latin() -> Iterator[int]:
    yield from range(0x20, 0x7F)
    yield from range(0xA0, 0x100)
    yield from range(0x3000, 0x3003)
    yield from range(0xFF01, 0xFF5F)


def _gb2312() -> Iterator[int]:
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            character = bytes((lead, trail)).decode("gb2312", "ignore")
            if character:
                yield ord(character)


def _unique(source: Source, *groups: Iterable[int]) -> list[int]:
    """The characters of all groups that the source has, each once, in order."""
    return list(dict.fromkeys(p for group in groups for p in group if p in source.cmap))


def _regular_bytes(path: Path) -> bytes:
    if path.suffix != ".whl":
        return path.read_bytes()
    with zipfile.ZipFile(path) as wheel:
        member = next(n for n in wheel.namelist() if n.endswith("NotoSerifSC-Regular.otf"))
        return wheel.read(member)


def _simplified_chinese(path: Path) -> TTFont:
    for number in range(8):
        font = TTFont(path, fontNumber=number)
        if font["name"].getDebugName(4).startswith("Noto Serif CJK SC"):
            return font
    raise SystemExit(f"{path} holds no Noto Serif CJK SC")


if __name__ == "__main__":
    sys.exit(main())
