#!/usr/bin/env python3
"""Makes the fonts of the PDF report out of Noto Sans CJK SC and Source Sans 3 (both SIL Open Font
License 1.1).

    pip install fonttools
    python3 make.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc SourceSans3-Regular.otf SourceSans3-Bold.otf

The collections are those of https://github.com/notofonts/noto-cjk (release Sans2.004), the Latin fonts
those of https://github.com/adobe-fonts/source-sans (release 3.052). The regular
face keeps GB 2312, the first level of Big5, Latin, Greek, Cyrillic, arrows, marks and full-width
forms; the bold face keeps the first level of GB 2312 and the same signs, and the regular face stands
in for the rest. Hints, layout tables and vertical metrics go: the report does not use them. The
result has a name of its own, as the licence asks of a changed font.

The Latin letters of Noto Sans CJK are those of Source Sans, enlarged, but there are few of them: two
more fonts bring what Poles, Czechs, Turks, Vietnamese, Greeks and Russians write.

Quotes, dashes and dots of the Chinese face are as wide as an ideograph. Those of the Korean face are
Latin; they stand in the result at U+E000 + their last two digits, for words in Latin letters.
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.scaleUpem import scale_upem

SIGNS = [
    (0x20, 0x7F), (0xA0, 0x250), (0x370, 0x400), (0x400, 0x460), (0x1E00, 0x1F00), (0x2000, 0x20D0),
    (0x2100, 0x2400), (0x2460, 0x27C0), (0x3000, 0x3100), (0xFF00, 0xFFEF),
]  # fmt: skip


def coded(codec, leads, trails):
    """The characters of a two-byte code."""
    found = set()
    for lead in leads:
        for trail in trails:
            try:
                found.add(ord(bytes([lead, trail]).decode(codec)))
            except (UnicodeDecodeError, TypeError):
                continue
    return found


signs = {sign for low, high in SIGNS for sign in range(low, high)}
trails = range(0xA1, 0xFF)
gb = coded("gb2312", range(0xA1, 0xF8), trails)
common = coded("gb2312", range(0xB0, 0xD8), trails)
big5 = coded("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *trails])
# Names and words that the two lists are too old for.
newer = {ord(sign) for sign in "镕喆堃玥珺昇煊翀旸祎瑄祺弢翯琇璟焜甯龢淼啰嘚咘囧囍槑怼撸魇靥噻锘铼"}

# Quotes, dashes and dots as Latin letters want them.
LATIN = [0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]



def named(font, family, weight):
    """Gives a font its own name, and saves it."""
    script = f"{family.replace(' ', '')}-{weight}"
    for number, text in [(1, family), (2, weight), (4, f"{family} {weight}"), (6, script)]:
        font["name"].setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [script]
    cff.topDictIndex[0].FullName, cff.topDictIndex[0].FamilyName = f"{family} {weight}", family
    kind = "latin" if "Latin" in family else "sans"
    name = f"farsight-{kind}-{weight.lower()}.otf"
    font.save(name, reorderTables=True)
    print(name, os.path.getsize(name), "bytes,", font["maxp"].numGlyphs, "glyphs")


def cut(font, wanted):
    """Leaves a font only what the report uses."""
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0, 13, 14])
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def chinese(source, weight, wanted):
    """A font with Chinese, and with Latin quotes in a place of their own."""
    fonts = TTCollection(source).fonts
    font = next(it for it in fonts if it["name"].getDebugName(1).startswith("Noto Sans CJK SC"))
    korean = next(it for it in fonts if it["name"].getDebugName(1).startswith("Noto Sans CJK KR"))
    for sign in LATIN:
        glyph = korean.getBestCmap()[sign]
        for table in font["cmap"].tables:
            if table.format in (4, 12):
                table.cmap[0xE000 + sign % 256] = glyph
    cut(font, wanted | {0xE000 + sign % 256 for sign in LATIN})
    named(font, "Farsight Sans SC", weight)
    return font


def latin(source, weight, beside):
    """A font with the letters that the one beside it lacks, enlarged as its Latin letters are."""
    font = TTFont(source)
    times = beside["hmtx"][beside.getBestCmap()[ord("n")]][0] / font["hmtx"][font.getBestCmap()[ord("n")]][0]
    print("enlarged by", round(times, 3))
    cut(font, (signs | set(range(0x300, 0x370))) - set(beside.getBestCmap()))
    scale_upem(font, round(1000 * times))
    font["head"].unitsPerEm = 1000
    font["CFF "].cff.topDictIndex[0].FontMatrix = [0.001, 0, 0, 0.001, 0, 0]
    named(font, "Farsight Latin", weight)


regular, bold, latin_regular, latin_bold = sys.argv[1:5]
beside = chinese(regular, "Regular", gb | big5 | newer | signs)
latin(latin_regular, "Regular", beside)
beside = chinese(bold, "Bold", common | signs)
latin(latin_bold, "Bold", beside)
