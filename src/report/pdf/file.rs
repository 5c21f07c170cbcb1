//! Pages as the bytes of a PDF: letters embedded, parts tagged, an outline, and no clock.

use std::collections::BTreeMap;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{
    ActionType, AnnotationType, CidFontType, FontFlags, OutlineItemFlags, StructRole, SystemInfo,
    TabOrder, TextRenderingMode, UnicodeCmap,
};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;

use super::fonts::{FACES, Fonts};
use super::ink::{Area, Book, Colour, Ink, Page, Piece, Role, Shape};
use super::lines::{Letter, Setter};

/// What the file is called and in which language it is.
#[derive(Debug)]
pub struct About<'a> {
    /// The title.
    pub title: &'a str,
    /// The language: `en`, `zh-CN`.
    pub lang: &'a str,
    /// What made it.
    pub producer: &'a str,
}

/// How the fonts are called in the pages.
const NAMES: [Name<'static>; FACES] = [Name(b"F0"), Name(b"F1"), Name(b"F2"), Name(b"F3")];
const SYSTEM: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// The letters of one font that were used, and the characters that they stand for.
#[derive(Default)]
struct Used {
    glyphs: GlyphRemapper,
    chars: BTreeMap<u16, char>,
    wide: BTreeMap<u16, f32>,
}

/// Where everything stands in the file.
struct File<'b> {
    book: &'b Book,
    setter: &'b Setter,
    pdf: Pdf,
    next: Ref,
    pages: Vec<Ref>,
    nodes: Vec<Ref>,
    /// What stands in each part: a part, or a piece of a page by its number there.
    kids: Vec<Vec<Kid>>,
    used: [Used; FACES],
}

enum Kid {
    Node(usize),
    Piece(usize, i32),
}

/// The bytes of a PDF.
pub fn bytes(book: &Book, setter: &Setter, about: &About<'_>) -> Vec<u8> {
    let mut next = Ref::new(1);
    let mut refs = |count: usize| (0..count).map(|_| next.bump()).collect::<Vec<Ref>>();
    let (pages, nodes) = (refs(book.pages.len()), refs(book.nodes.len()));
    let mut kids: Vec<Vec<Kid>> = book.nodes.iter().map(|_| Vec::new()).collect();
    for (nth, node) in book.nodes.iter().enumerate() {
        if let Some(above) = node.parent.and_then(|above| kids.get_mut(above)) {
            above.push(Kid::Node(nth));
        }
    }
    let mut file = File {
        book,
        setter,
        pdf: Pdf::new(),
        next,
        pages,
        nodes,
        kids,
        used: std::array::from_fn(|_| Used::default()),
    };
    file.write(about);
    file.pdf.finish()
}

impl File<'_> {
    fn write(&mut self, about: &About<'_>) {
        let book = self.book;
        let (catalog, tree) = (self.id(), self.id());
        let fonts = NAMES.map(|_| self.id());
        let mut parents: Vec<Vec<Ref>> = Vec::new();
        for (nth, page) in book.pages.iter().enumerate() {
            parents.push(self.page(nth, page, tree, fonts));
        }
        let pages: Vec<Ref> = self.pages.clone();
        let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
        self.pdf.pages(tree).kids(pages).count(count);
        for (nth, id) in fonts.into_iter().enumerate() {
            self.font(nth, id);
        }
        let outline = self.outline();
        let root = self.structure(&parents);
        let info = self.id();
        self.pdf
            .document_info(info)
            .title(TextStr(about.title))
            .producer(TextStr(about.producer));
        let mut found = self.pdf.catalog(catalog);
        found.pages(tree).lang(TextStr(about.lang));
        found.viewer_preferences().display_doc_title(true);
        found.mark_info().marked(true);
        found.pair(Name(b"StructTreeRoot"), root);
        if let Some(outline) = outline {
            found.outlines(outline);
        }
    }

    fn id(&mut self) -> Ref {
        self.next.bump()
    }

    /// A page; which part each of its pieces belongs to comes back.
    fn page(&mut self, nth: usize, page: &Page, tree: Ref, fonts: [Ref; FACES]) -> Vec<Ref> {
        let (width, height) = self.book.size;
        let mut content = Content::new();
        let mut parents = Vec::new();
        for run in page.pieces.chunk_by(|a, b| a.node == b.node) {
            self.run(&mut content, nth, run, &mut parents);
        }
        let (contents, mut links) = (self.id(), Vec::new());
        let data = compress_to_vec_zlib(&content.finish(), 6);
        self.pdf.stream(contents, &data).filter(Filter::FlateDecode);
        for (x, y, wide, high, to) in &page.links {
            let rect = Rect::new(*x, height - y - high, x + wide, height - y);
            links.extend(self.link(rect, *to));
        }
        let Some(id) = self.pages.get(nth).copied() else {
            return parents;
        };
        let mut out = self.pdf.page(id);
        out.media_box(Rect::new(0.0, 0.0, width, height));
        out.parent(tree).contents(contents);
        out.struct_parents(i32::try_from(nth).unwrap_or_default());
        out.tab_order(TabOrder::StructureOrder);
        if !links.is_empty() {
            out.annotations(links);
        }
        let mut resources = out.resources();
        resources.fonts().pairs(NAMES.into_iter().zip(fonts));
        parents
    }

    /// Pieces of one part that follow each other.
    fn run(&mut self, content: &mut Content, page: usize, run: &[Piece], parents: &mut Vec<Ref>) {
        let node = run.first().and_then(|piece| piece.node);
        let known =
            node.and_then(|node| Some((node, self.nodes.get(node)?, self.book.nodes.get(node)?)));
        match known {
            None => {
                content.begin_marked_content(Name(b"Artifact"));
            }
            Some((node, id, part)) => {
                let number = i32::try_from(parents.len()).unwrap_or_default();
                parents.push(*id);
                if let Some(kids) = self.kids.get_mut(node) {
                    kids.push(Kid::Piece(page, number));
                }
                let role = role(part.role).to_name();
                let mut mark = content.begin_marked_content_with_properties(role);
                mark.properties().identify(number);
            }
        }
        for piece in run {
            match &piece.ink {
                Ink::Letters(x, y, letters) => self.letters(content, *x, *y, letters),
                Ink::Area(area) => self.area(content, area),
            }
        }
        content.end_marked_content();
    }

    fn letters(&mut self, content: &mut Content, x: f32, y: f32, letters: &[Letter]) {
        let mut x = x;
        let base = self.book.size.1 - y;
        for run in letters.chunk_by(|a, b| {
            let faces = a.glyph.face == b.glyph.face && a.glyph.thicken == b.glyph.thicken;
            faces && a.look == b.look
        }) {
            let Some(first) = run.first() else {
                continue;
            };
            let face = first.glyph.face;
            let (Some(name), Some(used)) = (NAMES.get(face), self.used.get_mut(face)) else {
                continue;
            };
            let mut shown = Vec::with_capacity(run.len() * 2);
            for letter in run {
                let id = used.glyphs.remap(letter.glyph.id);
                used.chars.entry(id).or_insert(letter.c);
                let wide = self.setter.fonts.advance(letter.glyph) * 1000.0;
                used.wide.entry(id).or_insert(wide);
                shown.extend(id.to_be_bytes());
            }
            fill(content, first.look.colour);
            content.begin_text();
            content.set_font(*name, first.look.size);
            if first.glyph.thicken {
                stroke(content, first.look.colour);
                content.set_line_width(first.look.size * 0.035);
                content.set_text_rendering_mode(TextRenderingMode::FillStroke);
            } else {
                content.set_text_rendering_mode(TextRenderingMode::Fill);
            }
            let lean = if first.look.leans { 0.2 } else { 0.0 };
            content.set_text_matrix([1.0, 0.0, lean, 1.0, x, base]);
            content.show(Str(&shown));
            content.end_text();
            x += run.iter().map(|letter| letter.wide).sum::<f32>();
        }
    }

    fn area(&self, content: &mut Content, area: &Area) {
        let high = self.book.size.1;
        match &area.shape {
            Shape::Rect(x, y, width, height) => {
                content.rect(*x, high - y - height, *width, *height);
            }
            Shape::Circle(x, y, radius) => circle(content, *x, high - y, *radius),
            Shape::Path(points) => {
                for (nth, (x, y)) in points.iter().enumerate() {
                    if nth == 0 {
                        content.move_to(*x, high - y);
                    } else {
                        content.line_to(*x, high - y);
                    }
                }
            }
        }
        if let Some((colour, thick, [dash, gap])) = area.stroke {
            stroke(content, colour);
            content.set_line_width(thick);
            let dashes = [dash, gap].into_iter().filter(|_| dash > 0.0);
            content.set_dash_pattern(dashes, 0.0);
        }
        if let Some(colour) = area.fill {
            fill(content, colour);
        }
        match (area.fill, area.stroke) {
            (Some(_), Some(_)) => content.fill_nonzero_and_stroke(),
            (Some(_), None) => content.fill_nonzero(),
            (None, Some(_)) => content.stroke(),
            (None, None) => content.end_path(),
        };
    }

    /// A place on a page that leads to a section.
    fn link(&mut self, rect: Rect, to: usize) -> Option<Ref> {
        let wanted = self.setter.links.get(to)?;
        let mark = self.book.bookmarks.iter().find(|mark| mark.id == *wanted)?;
        let page = *self.pages.get(mark.page)?;
        let top = self.book.size.1 - mark.y;
        let id = self.id();
        let mut link = self.pdf.annotation(id);
        link.subtype(AnnotationType::Link)
            .rect(rect)
            .border(0.0, 0.0, 0.0, None);
        link.contents(TextStr(&mark.title));
        let mut action = link.action();
        action.action_type(ActionType::GoTo);
        action.destination().page(page).xyz(0.0, top, None);
        Some(id)
    }

    fn font(&mut self, nth: usize, id: Ref) {
        let [cid, descriptor, cmap, data] = [self.id(), self.id(), self.id(), self.id()];
        let used = self
            .used
            .get_mut(nth)
            .map(std::mem::take)
            .unwrap_or_default();
        let Some((plain, face)) = self.setter.fonts.face(nth) else {
            return;
        };
        let name = format!("{}+{plain}", tag(&used));
        let full = format!("{name}-Identity-H");
        self.pdf
            .type0_font(id)
            .base_font(Name(full.as_bytes()))
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(cmap);
        let mut font = self.pdf.cid_font(cid);
        font.subtype(CidFontType::Type0)
            .base_font(Name(name.as_bytes()));
        font.system_info(SYSTEM)
            .font_descriptor(descriptor)
            .default_width(1000.0);
        let mut widths = font.widths();
        for (id, wide) in used
            .wide
            .iter()
            .filter(|(_, wide)| (**wide - 1000.0).abs() > 0.01)
        {
            widths.consecutive(*id, [*wide]);
        }
        widths.finish();
        font.finish();
        let per_em = 1000.0 / f32::from(face.units_per_em().max(1));
        let points = |value: i16| f32::from(value) * per_em;
        let bounds = face.global_bounding_box();
        let [left, bottom] = [bounds.x_min, bounds.y_min].map(points);
        let [right, top] = [bounds.x_max, bounds.y_max].map(points);
        self.pdf
            .font_descriptor(descriptor)
            .name(Name(name.as_bytes()))
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(left, bottom, right, top))
            .italic_angle(0.0)
            .ascent(points(face.ascender()))
            .descent(points(face.descender()))
            .cap_height(733.0)
            .stem_v(if nth.is_multiple_of(2) { 80.0 } else { 140.0 })
            .font_file3(data);
        let mut map = UnicodeCmap::new(Name(b"Custom"), SYSTEM);
        for (id, c) in &used.chars {
            map.pair(*id, *c);
        }
        let map = compress_to_vec_zlib(&map.finish(), 6);
        self.pdf.cmap(cmap, &map).filter(Filter::FlateDecode);
        let outlines = Fonts::outlines(nth, &used.glyphs).unwrap_or_default();
        let outlines = compress_to_vec_zlib(&outlines, 6);
        self.pdf
            .stream(data, &outlines)
            .filter(Filter::FlateDecode)
            .pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
    }

    /// The outline: sections, and below them their parts.
    fn outline(&mut self) -> Option<Ref> {
        let marks = &self.book.bookmarks;
        let tops: Vec<usize> = (0..marks.len())
            .filter(|nth| marks.get(*nth).is_some_and(|mark| mark.depth == 0))
            .collect();
        let root = self.id();
        let ids: Vec<Ref> = marks.iter().map(|_| self.next.bump()).collect();
        let id = |nth: &usize| ids.get(*nth).copied();
        let (first, last) = (tops.first().and_then(id)?, tops.last().and_then(id)?);
        let count = i32::try_from(tops.len()).unwrap_or(i32::MAX);
        self.pdf.outline(root).first(first).last(last).count(count);
        for (at, top) in tops.iter().enumerate() {
            let end = tops.get(at + 1).copied().unwrap_or(marks.len());
            let parts: Vec<usize> = (top + 1..end).collect();
            let sides = [at.checked_sub(1), Some(at + 1)]
                .map(|it| it.and_then(|it| tops.get(it)).and_then(id));
            self.item(
                *top,
                id(top)?,
                root,
                sides,
                [parts.first(), parts.last()].map(|it| it.and_then(id)),
                parts.len(),
            );
            for (at, part) in parts.iter().enumerate() {
                let sides = [at.checked_sub(1), Some(at + 1)]
                    .map(|it| it.and_then(|it| parts.get(it)).and_then(id));
                self.item(*part, id(part)?, id(top)?, sides, [None, None], 0);
            }
        }
        Some(root)
    }

    fn item(
        &mut self,
        nth: usize,
        id: Ref,
        above: Ref,
        sides: [Option<Ref>; 2],
        ends: [Option<Ref>; 2],
        count: usize,
    ) {
        let Some(mark) = self.book.bookmarks.get(nth) else {
            return;
        };
        let mut item = self.pdf.outline_item(id);
        item.title(TextStr(&mark.title))
            .parent(above)
            .flags(OutlineItemFlags::empty());
        if let Some(before) = sides[0] {
            item.prev(before);
        }
        if let Some(after) = sides[1] {
            item.next(after);
        }
        if let [Some(first), Some(last)] = ends {
            // Less than nothing: folded at first.
            item.first(first)
                .last(last)
                .count(-i32::try_from(count).unwrap_or(i32::MAX));
        }
        if let Some(page) = self.pages.get(mark.page) {
            item.dest()
                .page(*page)
                .xyz(0.0, self.book.size.1 - mark.y, None);
        }
    }

    /// The parts of the text, for readers who hear it.
    fn structure(&mut self, parents: &[Vec<Ref>]) -> Ref {
        let root = self.id();
        let mut arrays = Vec::new();
        for refs in parents {
            let id = self.id();
            self.pdf.indirect(id).array().items(refs.iter().copied());
            arrays.push(id);
        }
        for (nth, node) in self.book.nodes.iter().enumerate() {
            let (Some(id), Some(kids)) = (self.nodes.get(nth), self.kids.get(nth)) else {
                continue;
            };
            let above = node.parent.and_then(|above| self.nodes.get(above));
            let mut element = self.pdf.struct_element(*id);
            element
                .kind(role(node.role))
                .parent(*above.unwrap_or(&root));
            if !node.alt.is_empty() {
                element.alt(TextStr(&node.alt));
            }
            if node.role == Role::HeadCell {
                let mut attributes = element.attributes();
                let scope = pdf_writer::types::TableHeaderScope::Column;
                attributes.push().table().scope(scope);
            }
            let mut children = element.children();
            for kid in kids {
                match kid {
                    Kid::Node(nth) => {
                        if let Some(id) = self.nodes.get(*nth) {
                            children.struct_element(*id);
                        }
                    }
                    Kid::Piece(page, number) => {
                        if let Some(page) = self.pages.get(*page) {
                            children
                                .marked_content_ref()
                                .page(*page)
                                .marked_content_id(*number);
                        }
                    }
                }
            }
        }
        let mut tree = self
            .pdf
            .indirect(root)
            .start::<pdf_writer::writers::StructTreeRoot<'_>>();
        if let Some(first) = self.nodes.first() {
            tree.child(*first);
        }
        let mut map = tree.parent_tree();
        let mut numbers = map.nums();
        for (nth, id) in arrays.iter().enumerate() {
            numbers.insert(i32::try_from(nth).unwrap_or_default(), *id);
        }
        numbers.finish();
        map.finish();
        tree.parent_tree_next_key(i32::try_from(arrays.len()).unwrap_or_default());
        root
    }
}

/// What a part is called in a PDF.
const fn role(role: Role) -> StructRole {
    match role {
        Role::Document => StructRole::Document,
        Role::Section => StructRole::Sect,
        Role::Heading(1) => StructRole::H1,
        Role::Heading(2) => StructRole::H2,
        Role::Heading(3) => StructRole::H3,
        Role::Heading(4) => StructRole::H4,
        Role::Heading(_) => StructRole::H5,
        Role::Paragraph => StructRole::P,
        Role::List => StructRole::L,
        Role::Item => StructRole::LI,
        Role::Label => StructRole::Lbl,
        Role::Body => StructRole::LBody,
        Role::Table => StructRole::Table,
        Role::Row => StructRole::TR,
        Role::HeadCell => StructRole::TH,
        Role::Cell => StructRole::TD,
        Role::Figure => StructRole::Figure,
    }
}

fn parts(colour: Colour) -> [f32; 3] {
    let [_, red, green, blue] = colour.to_be_bytes();
    [red, green, blue].map(|part| f32::from(part) / 255.0)
}

fn fill(content: &mut Content, colour: Colour) {
    let [red, green, blue] = parts(colour);
    content.set_fill_rgb(red, green, blue);
}

fn stroke(content: &mut Content, colour: Colour) {
    let [red, green, blue] = parts(colour);
    content.set_stroke_rgb(red, green, blue);
}

/// A circle out of four curves; PDF has no circles.
fn circle(content: &mut Content, x: f32, y: f32, r: f32) {
    let k = r * 0.552_285;
    content.move_to(x + r, y);
    content.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
    content.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
    content.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
    content.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
    content.close_path();
}

/// Six letters that name a choice of letters: the same letters, the same name.
fn tag(used: &Used) -> String {
    let mut sum: u32 = 2_166_136_261;
    for c in used.chars.values() {
        sum = (sum ^ u32::from(*c)).wrapping_mul(16_777_619);
    }
    (0..6)
        .map(|_| {
            let letter = u8::try_from(sum % 26).unwrap_or_default();
            sum /= 26;
            char::from(b'A' + letter)
        })
        .collect()
}
