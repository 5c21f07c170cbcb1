//! The pieces of a document as HTML.

use super::super::data;
use super::markup::Markup;
use super::{svg, tag};
use crate::charts::Chart;
use crate::checks::Severity;
use crate::report::document::{
    Align, Block, Callout, Cell, Document, Fact, Kind, Section, Shape, Span, Style, Table, Voice,
    text,
};
use crate::words::{Lang, Text, date};

/// A page in the making.
pub(super) struct Page<'d> {
    pub document: &'d Document,
    pub out: Markup,
    /// How many charts are drawn, for names that are used once.
    pub charts: usize,
}

const HEADINGS: [&str; 3] = ["h3", "h4", "h5"];

impl Page<'_> {
    fn lang(&self) -> Lang {
        self.document.lang
    }

    pub fn contents(&mut self) {
        let label = Text::new("Contents", "目录").get(self.lang());
        self.out.open("nav", &[("aria-label", label)]);
        self.out.leaf("h2", &[], label);
        self.out.open("ul", &[]);
        for section in &self.document.sections {
            self.out.open("li", &[]);
            let to = format!("#{}", section.id);
            self.out.open("a", &[("href", &to)]);
            self.spans(&section.title);
            self.out.raw("</a></li>");
        }
        self.out.raw("</ul></nav>\n");
    }

    pub fn section(&mut self, section: &Section) {
        let own = matches!(section.blocks.as_slice(), [Block::Chart(_)]);
        let heading = format!("{}-heading", section.id);
        // Two slides may have one title, and a landmark needs a name of its own.
        let named = [
            ("id", section.id.as_str()),
            ("aria-labelledby", heading.as_str()),
        ];
        let attrs = if self.document.shape == Shape::Slides {
            named.get(..1).unwrap_or_default()
        } else {
            &named
        };
        self.out.open("section", attrs);
        self.out.open("h2", &[("id", &heading)]);
        self.spans(&section.title);
        self.out.close("h2");
        self.out.end_line();
        for block in &section.blocks {
            match block {
                // On a slide the heading is the title of the chart.
                Block::Chart(chart) if own => self.chart(chart, false, &section.title),
                block => self.block(block, &section.title),
            }
        }
        self.out.raw("</section>\n");
    }

    fn block(&mut self, block: &Block, about: &[Span]) {
        match block {
            Block::Heading(level, title) => {
                let at = usize::from((*level).clamp(1, 3)) - 1;
                let heading = HEADINGS.get(at).copied().unwrap_or("h5");
                self.out.open(heading, &[]);
                self.spans(title);
                self.out.close(heading);
            }
            Block::Paragraph(spans) => {
                self.out.open("p", &[]);
                self.spans(spans);
                self.out.close("p");
            }
            Block::List(ordered, items) => {
                let list = if *ordered { "ol" } else { "ul" };
                self.out.open(list, &[]);
                for item in items {
                    self.out.open("li", &[]);
                    self.spans(item);
                    self.out.close("li");
                }
                self.out.close(list);
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table, about),
            Block::Chart(chart) => self.chart(chart, true, about),
            Block::Callout(callout) => self.callout(callout),
            Block::Fold(title, blocks) => {
                self.out.open("details", &[]);
                self.out.open("summary", &[]);
                self.spans(title);
                self.out.close("summary");
                for block in blocks {
                    self.block(block, title);
                }
                self.out.close("details");
            }
            Block::PageBreak => self.out.open("div", &[("class", "break")]),
        }
        if matches!(block, Block::PageBreak) {
            self.out.close("div");
        }
        self.out.end_line();
    }

    pub fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            self.span(span);
        }
    }

    fn span(&mut self, span: &Span) {
        if let Some(to) = &span.to {
            self.out.open("a", &[("href", &format!("#{to}"))]);
        }
        let tag = match span.style {
            Style::Plain => None,
            Style::Strong => Some("strong"),
            Style::Emphasis => Some("em"),
            Style::Code => Some("code"),
            Style::Faint => Some("small"),
        };
        if let Some(tag) = tag {
            self.out.open(tag, &[]);
        }
        if span.voice == Voice::Author && !span.as_str().is_empty() {
            self.authors(span.as_str());
        } else {
            self.out.text(span.as_str());
        }
        if let Some(tag) = tag {
            self.out.close(tag);
        }
        if span.to.is_some() {
            self.out.close("a");
        }
    }

    /// The author's words: in their own direction of writing and their own language.
    fn authors(&mut self, words: &str) {
        let own = match self.document.author_lang.as_str() {
            "zh" => tag(Lang::Zh),
            other => other,
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let is_tag = !own.is_empty() && own.len() < 12 && own.chars().all(plain);
        if is_tag && own != tag(self.lang()) {
            self.out.leaf("bdi", &[("lang", own)], words);
        } else {
            self.out.leaf("bdi", &[], words);
        }
    }

    pub fn facts(&mut self, facts: &[Fact]) {
        if facts.is_empty() {
            return;
        }
        self.out.open("dl", &[]);
        for fact in facts {
            self.out.raw("<div><dt>");
            self.spans(&fact.label);
            self.out.raw("</dt><dd>");
            self.spans(&fact.value);
            self.out.raw("</dd></div>");
        }
        self.out.raw("</dl>");
    }

    /// A table in a frame that can be scrolled by keys where the screen is narrow.
    fn table(&mut self, table: &Table, about: &[Span]) {
        let label = if table.caption.is_empty() {
            text(about)
        } else {
            text(&table.caption)
        };
        let name = Text::new("Table: {0}", "表：{0}").fill(self.lang(), &[label]);
        self.out.open(
            "div",
            &[
                ("class", "scroll"),
                ("role", "group"),
                ("tabindex", "0"),
                ("aria-label", &name.replace('\n', " ")),
            ],
        );
        let wide: &[_] = &[("class", "wide")];
        let is_wide = table.columns.len() >= WIDE;
        self.out.open("table", if is_wide { wide } else { &[] });
        if !table.caption.is_empty() {
            self.out.open("caption", &[]);
            self.spans(&table.caption);
            self.out.close("caption");
        }
        self.out.raw("<thead><tr>");
        for column in &table.columns {
            let class = class(column.align);
            self.out.open("th", &[("scope", "col"), ("class", class)]);
            self.spans(&column.head);
            self.out.close("th");
        }
        self.out.raw("</tr></thead>\n<tbody>\n");
        let last = table.rows.len().saturating_sub(1);
        for (at, row) in table.rows.iter().enumerate() {
            if table.total && at == last {
                self.out.raw("</tbody>\n<tfoot>\n");
            }
            self.row(table, row);
        }
        let end = if table.total && !table.rows.is_empty() {
            "</tfoot></table></div>"
        } else {
            "</tbody></table></div>"
        };
        self.out.raw(end);
    }

    fn row(&mut self, table: &Table, row: &[Cell]) {
        self.out.open("tr", &[]);
        for (at, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let head = at == 0 && column.kind == Kind::Text && !cell.spans.is_empty();
            let tag = if head { "th" } else { "td" };
            if head {
                self.out.open("th", &[("scope", "row")]);
            } else {
                let class = ("class", self::cell(column.align, cell));
                let head = text(&column.head).replace('\n', " ");
                let is_wide = table.columns.len() >= WIDE;
                let attrs = [class, ("data-head", head.as_str())];
                let count = if is_wide { 2 } else { 1 };
                self.out.open("td", attrs.get(..count).unwrap_or_default());
            }
            self.spans(&cell.spans);
            self.out.close(tag);
        }
        self.out.raw("</tr>\n");
    }

    /// A drawing with its words beside it and its numbers below, folded.
    fn chart(&mut self, chart: &Chart, titled: bool, about: &[Span]) {
        self.charts += 1;
        let lang = self.lang();
        self.out.open("figure", &[("class", "chart")]);
        self.out.open("figcaption", &[]);
        if titled {
            self.out.leaf("strong", &[], &chart.title);
            self.out.raw(" ");
        }
        self.out.leaf("span", &[], &chart.question);
        self.out.close("figcaption");
        self.out.raw("<div class=\"drawing\">");
        svg::draw(&mut self.out, chart, self.charts);
        self.out.close("div");
        self.out.raw("<div class=\"words\">");
        if !chart.notes.is_empty() {
            self.out.raw("<ul class=\"notes\">");
            for note in &chart.notes {
                self.out.raw("<li>");
                self.out.leaf("b", &[], &note.mark.to_string());
                self.out.raw(" ");
                self.authors(&note.text);
                self.out.raw("</li>");
            }
            self.out.raw("</ul>");
        }
        for remark in &chart.remarks {
            self.out.open("p", &[("class", "remark")]);
            self.authors(remark);
            self.out.close("p");
        }
        self.out.close("div");
        if let Some(table) = data::table(chart).filter(|_| self.document.shape == Shape::Flow) {
            self.out.open("details", &[("class", "data")]);
            let words = Text::new("The numbers of this chart", "本图的数字").get(lang);
            self.out.leaf("summary", &[], words);
            self.table(&table, about);
            self.out.close("details");
        }
        self.out.raw("</figure>\n");
    }

    fn callout(&mut self, callout: &Callout) {
        let lang = self.lang();
        let class = match (callout.severity, &callout.answer) {
            (_, Some(_)) => "callout answered",
            (Some(Severity::Error), _) => "callout error",
            (Some(Severity::Warning), _) => "callout warning",
            _ => "callout",
        };
        self.out.open("div", &[("class", class)]);
        self.out.open("p", &[]);
        if let Some(severity) = callout.severity {
            self.out.open("span", &[("class", "severity")]);
            self.out.text(severity.mark());
            self.out.raw(" ");
            self.out.text(severity.label().get(lang));
            self.out.close("span");
            self.out.raw(" ");
        }
        self.out.open("strong", &[]);
        self.spans(&callout.title);
        self.out.close("strong");
        if !callout.code.is_empty() {
            self.out.raw(" ");
            self.out.leaf("code", &[], &callout.code);
        }
        self.out.close("p");
        if !callout.text.is_empty() {
            self.out.open("p", &[]);
            self.spans(&callout.text);
            self.out.close("p");
        }
        if let Some(answer) = &callout.answer {
            self.out.open("p", &[("class", "answer")]);
            let label = Text::new("Answer: ", "答复：").get(lang);
            self.out.leaf("strong", &[], label);
            self.spans(&answer.reason);
            if !text(&answer.by).is_empty() {
                self.out.raw(" — ");
                self.spans(&answer.by);
            }
            if let Some(until) = answer.until {
                let until = date::show(until, lang);
                let text = Text::new(" (until {0})", "（有效至{0}）");
                self.out.text(&text.fill(lang, &[until]));
            }
            self.out.close("p");
        }
        self.out.close("div");
    }
}

/// From how many columns on a table is too wide for a phone: there its rows stand as cards, and each
/// cell says its heading again.
const WIDE: usize = 4;

/// How wide a cell may be and still stay in one line, in cells of a terminal.
const SHORT: usize = 20;

/// A number or a day is read at one sight, so a short one is not broken.
fn cell(align: Align, cell: &Cell) -> &'static str {
    let is_short =
        cell.exact.is_some() && crate::charts::picture::width(&text(&cell.spans)) <= SHORT;
    match align {
        Align::End if is_short => "end short",
        _ if is_short => "start short",
        _ => class(align),
    }
}

const fn class(align: Align) -> &'static str {
    match align {
        Align::Start => "start",
        Align::Centre => "centre",
        Align::End => "end",
    }
}
