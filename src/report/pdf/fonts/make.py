#!/usr/bin/env python3
"""Makes the two fonts of the PDF report out of Noto Sans CJK SC (SIL Open Font License 1.1).

    pip install fonttools
    python3 make.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc

The collections are those of https://github.com/notofonts/noto-cjk (release Sans2.004). The regular
face keeps GB 2312, the first level of Big5, Latin, Greek, Cyrillic, arrows, marks and full-width
forms; the bold face keeps the first level of GB 2312 and the same signs, and the regular face stands
in for the rest. Hints, layout tables and vertical metrics go: the report does not use them. The
result has a name of its own, as the licence asks of a changed font.

Quotes, dashes and dots of the Chinese face are as wide as an ideograph. Those of the Korean face are
Latin; they stand in the result at U+E000 + their last two digits, for words in Latin letters.
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTCollection

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

for source, weight, wanted in [
    (sys.argv[1], "Regular", gb | big5 | newer | signs),
    (sys.argv[2], "Bold", common | signs),
]:
    fonts = TTCollection(source).fonts
    font = next(it for it in fonts if it["name"].getDebugName(1).startswith("Noto Sans CJK SC"))
    korean = next(it for it in fonts if it["name"].getDebugName(1).startswith("Noto Sans CJK KR"))
    for sign in LATIN:
        glyph = korean.getBestCmap()[sign]
        for table in font["cmap"].tables:
            if table.format in (4, 12):
                table.cmap[0xE000 + sign % 256] = glyph
    wanted = wanted | {0xE000 + sign % 256 for sign in LATIN}
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0, 13, 14])
    options.drop_tables += ["GSUB", "GPOS", "BASE", "VORG", "vhea", "vmtx", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    family, script = "Farsight Sans SC", f"FarsightSansSC-{weight}"
    for number, text in [(1, family), (2, weight), (4, f"{family} {weight}"), (6, script)]:
        font["name"].setName(text, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [script]
    cff.topDictIndex[0].FullName, cff.topDictIndex[0].FamilyName = f"{family} {weight}", family
    name = f"farsight-sans-{weight.lower()}.otf"
    font.save(name, reorderTables=True)
    print(name, os.path.getsize(name), "bytes,", font["maxp"].numGlyphs, "glyphs")
