//! A report as Markdown, for a wiki, a pull request or a terminal.
//!
//! No word of a plan acts as Markdown or HTML: every sign that could is written with a backslash.

use super::document::{Align, Block, Callout, Document, Fact, Shape, Span, Style, Table, text};
use super::format::SIGN;
use crate::charts::{Chart, draw};
use crate::words::{Text, date};

/// How wide the drawing of a chart is, in cells.
const CELLS: usize = 76;

/// The document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut page = Page {
        document,
        out: String::new(),
    };
    page.line(&format!("# {}", one_line(&document.title)));
    if !document.subtitle.is_empty() {
        page.line(&one_line(&document.subtitle));
    }
    page.facts(&document.facts);
    if document.shape == Shape::Flow && document.sections.len() > 2 {
        page.contents();
    }
    for section in &document.sections {
        page.out += &format!("<a id=\"{}\"></a>\n\n", section.id);
        page.line(&format!("## {}", one_line(&section.title)));
        page.blocks(&section.blocks);
    }
    format!("{}\n\n<!-- {SIGN} -->\n", page.out.trim_end())
}

struct Page<'d> {
    document: &'d Document,
    out: String,
}

impl Page<'_> {
    /// A line with a blank one after it.
    fn line(&mut self, line: &str) {
        self.out += line;
        self.out += "\n\n";
    }

    fn contents(&mut self) {
        for section in &self.document.sections {
            self.out += &format!("- [{}](#{})\n", one_line(&section.title), section.id);
        }
        self.out.push('\n');
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, title) => {
                let signs = "#".repeat(2 + usize::from((*level).clamp(1, 3)));
                self.line(&format!("{signs} {}", one_line(title)));
            }
            Block::Paragraph(spans) => self.line(&lines(spans, "\\\n")),
            Block::List(ordered, items) => {
                for item in items {
                    let sign = if *ordered { "1. " } else { "- " };
                    let indent = " ".repeat(sign.len());
                    let item = lines(item, &format!("\\\n{indent}"));
                    self.out += &format!("{sign}{item}\n");
                }
                self.out.push('\n');
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Callout(callout) => self.callout(callout),
            Block::Fold(title, blocks) => {
                let title = html(&text(title));
                self.line(&format!("<details><summary>{title}</summary>"));
                self.blocks(blocks);
                self.line("</details>");
            }
            Block::PageBreak => self.line("---"),
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        let colon = Text::new(": ", "：").get(self.document.lang);
        for fact in facts {
            let label = one_line(&fact.label);
            let value = lines(&fact.value, "\\\n  ");
            self.out += &format!("- **{label}**{colon}{value}\n");
        }
        if !facts.is_empty() {
            self.out.push('\n');
        }
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.line(&format!("**{}**", one_line(&table.caption)));
        }
        let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        self.out += &row(table
            .columns
            .iter()
            .map(|it| lines(&it.head, "<br>"))
            .collect());
        let rule = |align| match align {
            Align::Start => ":---",
            Align::Centre => ":---:",
            Align::End => "---:",
        };
        let rules: Vec<&str> = table.columns.iter().map(|it| rule(it.align)).collect();
        self.out += &format!("|{}|\n", rules.join("|"));
        for cells in &table.rows {
            self.out += &row(cells.iter().map(|it| lines(&it.spans, "<br>")).collect());
        }
        self.out.push('\n');
    }

    fn chart(&mut self, chart: &Chart) {
        let plain = |text: &str| lines(&[Span::text(text)], " ");
        self.line(&format!("**{}**", plain(&chart.title)));
        self.line(&format!("*{}*", plain(&chart.question)));
        let picture = draw(chart, CELLS, usize::MAX);
        let drawn: Vec<String> = picture
            .lines
            .iter()
            .map(|line| {
                let line: String = line.iter().map(|span| span.text.as_str()).collect();
                line.trim_end().to_owned()
            })
            .collect();
        let drawn = drawn.join("\n");
        let fence = "`".repeat(run(&drawn, '`').max(2) + 1);
        self.line(&format!("{fence}text\n{drawn}\n{fence}"));
        for note in &chart.notes {
            self.out += &format!(
                "- {} {}\n",
                plain(&note.mark.to_string()),
                plain(&note.text)
            );
        }
        for remark in chart.remarks.iter().chain(&chart.signs) {
            self.out += &format!("- {}\n", plain(remark));
        }
        self.out.push('\n');
    }

    fn callout(&mut self, callout: &Callout) {
        let lang = self.document.lang;
        let mut head = String::new();
        if let Some(severity) = callout.severity {
            let label = severity.label().get(lang);
            head = format!("**{} {label}** ", escaped(severity.mark(), true));
        }
        head += &one_line(&callout.title);
        if !callout.code.is_empty() {
            head += &format!(" `{}`", callout.code);
        }
        let mut said = vec![head, lines(&callout.text, "\\\n> ")];
        if let Some(answer) = &callout.answer {
            let label = Text::new("Answer", "答复").get(lang);
            let colon = Text::new(": ", "：").get(lang);
            let mut line = format!("**{label}**{colon}{}", lines(&answer.reason, "\\\n> "));
            if !answer.by.is_empty() {
                line += &format!(" — {}", one_line(&answer.by));
            }
            if let Some(until) = answer.until {
                let text = Text::new(" (until {0})", "（有效至{0}）");
                line += &text.fill(lang, &[date::show(until, lang)]);
            }
            said.push(line);
        }
        said.retain(|line| !line.is_empty());
        self.line(&format!("> {}", said.join("\\\n> ")));
    }
}

/// Spans whose line ends are written as `end`.
fn lines(spans: &[Span], end: &str) -> String {
    let mut out = String::new();
    for span in spans {
        let first = out.is_empty();
        let text = span.as_str();
        let core = text.trim();
        // A mark of style must touch the words.
        let (before, after) = match text.find(core) {
            Some(at) if !core.is_empty() => (&text[..at], &text[at + core.len()..]),
            _ => (text, ""),
        };
        let written = match span.style {
            Style::Plain | Style::Faint => escaped(core, first),
            Style::Strong => wrapped(core, "**"),
            Style::Emphasis => wrapped(core, "*"),
            Style::Code => code(core),
        };
        let written = match &span.to {
            Some(to) => format!("[{written}](#{to})"),
            None => written,
        };
        let flat = |text: &str| text.replace('\n', " ");
        out += &flat(before);
        out += &written.replace('\n', end);
        out += &flat(after);
    }
    out
}

fn wrapped(text: &str, sign: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    // Marks do not reach over a line end.
    let lines = text.split('\n').map(str::trim);
    let lines: Vec<String> = lines
        .map(|line| match line {
            "" => String::new(),
            line => format!("{sign}{}{sign}", escaped(line, true)),
        })
        .collect();
    lines.join("\n")
}

fn one_line(spans: &[Span]) -> String {
    lines(spans, " ")
}

/// A text in which no sign acts; `first` where it may stand at the start of a line.
fn escaped(text: &str, first: bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let line = line.trim();
        let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let after = digits.strip_prefix(['.', ')']);
        let numbered = digits.len() < line.len()
            && after.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
        if (first || at > 0) && numbered {
            out.push_str(&line[..line.len() - digits.len()]);
            out.push('\\');
            out.push_str(&signs(digits));
            continue;
        }
        if (first || at > 0) && line.starts_with(['-', '+', '=', ':']) {
            out.push('\\');
        }
        out.push_str(&signs(line));
    }
    out
}

fn signs(line: &str) -> String {
    const ACT: &str = "\\`*_[]#|~$^";
    let mut out = String::with_capacity(line.len() + 8);
    for c in line.chars() {
        // A name after an at sign would be called, and a number after a hash linked.
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.push_str("&#64;"),
            c if ACT.contains(c) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A text as code, between more backticks than it has in a row.
fn code(text: &str) -> String {
    let text = text.replace('\n', " ").replace('|', "\\|");
    let fence = "`".repeat(run(&text, '`') + 1);
    let space = if text.contains('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// The longest run of a sign.
fn run(text: &str, sign: char) -> usize {
    let runs = text.split(|c| c != sign).map(str::len);
    runs.max().unwrap_or_default()
}

/// A text between HTML tags, in one line.
fn html(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_of_a_plan_acts() {
        let said = |text: &str| lines(&[Span::author(text)], "\\\n");
        assert_eq!(said("- a\n1. b\n# c"), "\\- a\\\n1\\. b\\\n\\# c");
        assert_eq!(
            said("<b>需要</b> **x** [y](z) @all"),
            "&lt;b&gt;需要&lt;/b&gt; \\*\\*x\\*\\* \\[y\\](z) &#64;all"
        );
        assert_eq!(said("a | b"), "a \\| b");
        assert_eq!(said("0.64"), "0.64");
        assert_eq!(code("a`b|c"), "`` a`b\\|c ``");
    }

    #[test]
    fn style_touches_the_words() {
        let spans = [Span::text("Serve: "), Span::text(" 通勤者 ").strong()];
        assert_eq!(lines(&spans, " "), "Serve:  **通勤者** ");
        let spans = [Span::author("one\n\ntwo").strong()];
        assert_eq!(lines(&spans, "<br>"), "**one**<br><br>**two**");
    }
}
