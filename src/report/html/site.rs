//! The page that lists many plans, with a search and filters that work from a folder on disk.
//!
//! Without scripts it is the whole list, and a browser's own search does the rest.

use super::markup::Markup;
use super::{head, page};
use crate::report::Document;
use crate::report::findings::counts;
use crate::words::{Lang, Text};

/// Searching and filtering, in a few lines.
const SCRIPT: &str = include_str!("index.js");

/// The script of this page is the only one; every text of a plan is escaped.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// What the page of a plan holds besides, so that a page whose plan is gone is known.
pub const SIGN: &str = "farsight.report/1 page";

/// A plan in the list.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The file that it was read from, below the folder of the site.
    pub source: String,
    /// What it says, or why it cannot be read.
    pub plan: Result<Listed, String>,
}

/// What the list says of a plan that could be read.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// The page of the plan, beside the list.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub organisation: String,
    /// Who answers for it.
    pub owner: String,
    /// How far it is, in the language of the list.
    pub status: String,
    /// From when to when.
    pub time: String,
    /// The open findings: errors, warnings, advice.
    pub open: [usize; 3],
}

/// A plan as a page of the site.
pub fn plan(document: &Document) -> String {
    page(document, Some("index.html"))
}

/// The list.
pub fn index(title: &str, entries: &[Entry], lang: Lang) -> String {
    let mut out = Markup::default();
    head(&mut out, title, lang, POLICY, super::SIGN);
    out.open("body", &[("class", "index")]);
    out.raw("\n<header>");
    out.leaf("h1", &[], title);
    let listed: Vec<&Listed> = entries
        .iter()
        .filter_map(|it| it.plan.as_ref().ok())
        .collect();
    let broken = entries.len() - listed.len();
    let said = Text::new(
        "{0} plans; {1} of them cannot be read.",
        "共{0}份计划，其中{1}份无法读取。",
    );
    let all = Text::new("Plans: {0}.", "共{0}份计划。");
    let text = if broken > 0 { said } else { all };
    let numbers = [entries.len().to_string(), broken.to_string()];
    out.leaf("p", &[], &text.fill(lang, &numbers));
    out.raw("</header>\n");
    out.raw("<main>\n");
    tools(&mut out, &listed, lang);
    table(&mut out, entries, lang);
    out.raw("<script>\n");
    out.raw(SCRIPT);
    out.raw("</script>\n</body>\n</html>\n");
    out.done()
}

const ERROR: Text = Text::new("errors", "有错误");
const WARNING: Text = Text::new("warnings", "有警告");
const ADVICE: Text = Text::new("advice", "有建议");
const CLEAN: Text = Text::new("nothing open", "没有待处理的结果");
const BROKEN: Text = Text::new("cannot be read", "无法读取");

/// A search and filters, hidden until the script is there to answer.
fn tools(out: &mut Markup, listed: &[&Listed], lang: Lang) {
    let search = Text::new("Search", "搜索").get(lang);
    out.open("div", &[("class", "tools"), ("hidden", "hidden")]);
    out.raw("<p><label for=\"search\">");
    out.text(search);
    out.raw("</label><input type=\"search\" id=\"search\" name=\"search\"></p>");
    let column = |pick: fn(&Listed) -> &String| {
        let mut values: Vec<&str> = listed.iter().map(|it| pick(it).as_str()).collect();
        values.retain(|it| !it.is_empty());
        values.sort_unstable();
        values.dedup();
        values
    };
    let status = Text::new("Status", "状态").get(lang);
    select(out, "status", status, &column(|it| &it.status), lang);
    let owner = Text::new("Owner", "负责人").get(lang);
    select(out, "owner", owner, &column(|it| &it.owner), lang);
    let severity = Text::new("Findings", "检查结果").get(lang);
    let severities = [ERROR, WARNING, ADVICE, CLEAN, BROKEN].map(|text| text.get(lang));
    select(out, "severity", severity, &severities, lang);
    out.raw("<p><output id=\"count\" for=\"search\"></output></p></div>\n");
}

fn select(out: &mut Markup, name: &'static str, label: &str, values: &[&str], lang: Lang) {
    out.raw("<p>");
    out.leaf("label", &[("for", name)], label);
    out.open("select", &[("id", name), ("name", name)]);
    let all = Text::new("all", "全部").get(lang);
    out.leaf("option", &[("value", "")], all);
    for value in values {
        out.leaf("option", &[("value", value)], value);
    }
    out.raw("</select></p>");
}

/// The columns of the list.
const HEADS: [Text; 5] = [
    Text::new("Plan", "计划"),
    Text::new("Owner", "负责人"),
    Text::new("Status", "状态"),
    Text::new("Time", "时间"),
    Text::new("Open findings", "待处理的检查结果"),
];

fn table(out: &mut Markup, entries: &[Entry], lang: Lang) {
    let label = Text::new("Plans", "计划").get(lang);
    out.open(
        "div",
        &[
            ("class", "scroll"),
            ("role", "group"),
            ("tabindex", "0"),
            ("aria-label", label),
        ],
    );
    out.raw("<table class=\"wide\"><thead><tr>");
    for head in HEADS {
        out.leaf("th", &[("scope", "col")], head.get(lang));
    }
    out.raw("</tr></thead>\n<tbody>\n");
    for entry in entries {
        match &entry.plan {
            Ok(plan) => row(out, entry, plan, lang),
            Err(reason) => {
                out.open("tr", &[("data-severity", BROKEN.get(lang))]);
                out.raw("<th scope=\"row\">");
                out.leaf("code", &[], &entry.source);
                out.raw("</th><td colspan=\"4\"><strong>");
                out.text(BROKEN.get(lang));
                out.raw("</strong> ");
                out.leaf("bdi", &[], reason);
                out.raw("</td></tr>\n");
            }
        }
    }
    out.raw("</tbody></table></div>\n</main>\n");
}

fn row(out: &mut Markup, entry: &Entry, plan: &Listed, lang: Lang) {
    let mut open: Vec<&str> = [ERROR, WARNING, ADVICE]
        .iter()
        .zip(plan.open)
        .filter(|(_, count)| *count > 0)
        .map(|(text, _)| text.get(lang))
        .collect();
    if open.is_empty() {
        open.push(CLEAN.get(lang));
    }
    out.open(
        "tr",
        &[
            ("data-status", &plan.status),
            ("data-owner", &plan.owner),
            ("data-severity", &open.join("\n")),
        ],
    );
    out.raw("<th scope=\"row\">");
    out.open("a", &[("href", &plan.href)]);
    out.leaf("bdi", &[], &plan.title);
    out.close("a");
    for faint in [&plan.organisation, &entry.source] {
        if !faint.is_empty() {
            out.raw("<br><small>");
            out.leaf("bdi", &[], faint);
            out.raw("</small>");
        }
    }
    out.raw("</th>");
    let counts = counts(&plan.open, lang);
    let cells = [&plan.owner, &plan.status, &plan.time, &counts];
    for (cell, head) in cells.into_iter().zip(HEADS.iter().skip(1)) {
        out.open("td", &[("data-head", head.get(lang))]);
        if !cell.is_empty() {
            out.leaf("bdi", &[], cell);
        }
        out.close("td");
    }
    out.raw("</tr>\n");
}
