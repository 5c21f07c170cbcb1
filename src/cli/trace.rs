//! `farsight trace`: the chain of every target segment, from its needs to the value captured.

use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::Format;
use super::console::{BOLD, Console, FAINT, count, visible};
use super::failure::{Exit, Failure};
use super::file;
use super::help::Help;
use crate::checks::trace::{Chain, Direction, Orphan, Part, Row, Stage, State, Trace, trace};
use crate::plan::{self, Lines};
use crate::store::error::shown;
use crate::words::{Lang, Text, wrap};

/// What a plan that cannot be read whole does not give.
const LOST: Text = Text::new("its chains are not followed", "无法追踪");

pub(super) const HELP: Help = Help {
    name: "trace",
    about: Text::new(
        "Follow each target segment from its needs to the value captured",
        "沿着链条追踪每个目标细分：从需要到价值获取",
    ),
    more: Text::new(
        "Ten stages for each target segment: need, proposition, benefit, proof, product, price, channel, message, relationship, value. The first missing link is named with both its ends. Last come the rows that no chain reaches, and references that lead out of one.\n\nMarks: ✓ holds, ✗ breaks here, · nothing yet, ? looked for and not known. Exit code 1 means that a chain is broken; a step not begun is no break.",
        "每个目标细分有十环：需要、价值主张、利益、证明、产品、价格、渠道、信息、关系、价值获取。第一处断开的地方会写明两端。最后列出没有链条到达的条目，以及引到链条之外的引用。\n\n标记：✓ 接上，✗ 断在这里，· 还没有内容，? 查过但不知道。退出码 1 表示有链条断裂；还没开始的步骤不算断裂。",
    ),
    args: &[
        (
            "plan",
            Text::new(
                "The plan; `-` reads the standard input",
                "计划文件；`-` 表示读取标准输入",
            ),
        ),
        (
            "segment",
            Text::new("Follow this target segment only", "只追踪这一个目标细分"),
        ),
        (
            "format",
            Text::new("For people or for programs", "给人看，或给程序读"),
        ),
    ],
    examples: &[
        (
            "farsight trace plan.toml",
            Text::new(
                "every chain, and what hangs on none",
                "所有链条和链条之外的条目",
            ),
        ),
        (
            "farsight trace plan.toml --segment night-nurses",
            Text::new("one segment", "只看一个细分"),
        ),
        (
            "farsight trace plan.toml --format json",
            Text::new("the same for a program", "同样内容，供程序读取"),
        ),
    ],
};

/// The name and version of the format.
const SCHEMA: &str = "farsight.trace/1";
/// How wide a line may be.
const CELLS: usize = 80;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    plan: PathBuf,
    #[arg(long, value_name = "ID")]
    segment: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Prints the chains of a plan.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let text = file::text(&args.plan).map_err(|error| Failure::opening(&error, lang))?;
    let name = shown(&args.plan);
    let reading = file::whole(&text, &name, LOST, lang)?;
    let mut trace = trace(&text, &reading);
    if let Some(wanted) = &args.segment {
        only(&mut trace, wanted, lang)?;
    }
    let page = Page {
        console,
        name: &name,
        lines: Lines::of(&text),
    };
    match args.format {
        Format::Text => page.text(&trace)?,
        Format::Json => page.json(&trace)?,
    }
    Ok(if trace.is_broken() {
        Exit::Findings
    } else {
        Exit::Clean
    })
}

/// Keeps one chain; orphans belong to all of them, so they go.
fn only(trace: &mut Trace, wanted: &str, lang: Lang) -> Result<(), Failure> {
    let known: Vec<String> = trace
        .chains
        .iter()
        .map(|chain| chain.segment.id.clone())
        .collect();
    trace.orphans.clear();
    trace.chains.retain(|chain| chain.segment.id == wanted);
    if !trace.chains.is_empty() {
        return Ok(());
    }
    let what = Text::new(
        "No target segment has the id “{0}”.",
        "没有编号为“{0}”的目标细分。",
    );
    let failure = Failure::usage(what.fill(lang, &[wanted]));
    if known.is_empty() {
        return Err(failure.hint(NO_TARGET.get(lang).to_owned()));
    }
    let next = Text::new("Target segments: {0}.", "目标细分有：{0}。");
    let known = known.join(Text::new(", ", "、").get(lang));
    Err(failure.hint(next.fill(lang, &[known])))
}

const NO_TARGET: Text = Text::new(
    "No segment is a target yet: choose one in step 2 with decision = \"target\".",
    "还没有目标细分：请在第二步选定一个，写 decision = \"target\"。",
);

/// What the output of one plan needs.
struct Page<'c, 't> {
    console: &'c mut Console,
    name: &'c str,
    lines: Lines<'t>,
}

impl Page<'_, '_> {
    fn text(mut self, trace: &Trace) -> Result<(), Failure> {
        if trace.chains.is_empty() {
            return self.console.line(NO_TARGET.get(self.console.lang));
        }
        for (at, chain) in trace.chains.iter().enumerate() {
            if at > 0 {
                self.console.line("")?;
            }
            self.chain(chain)?;
        }
        if !trace.orphans.is_empty() {
            self.orphans(&trace.orphans)?;
        }
        self.console.line("")?;
        self.summary(trace)
    }

    fn chain(&mut self, chain: &Chain) -> Result<(), Failure> {
        let mark = match &chain.gap {
            Some(gap) if gap.begun => State::Breaks,
            Some(_) => State::Open,
            None => State::Holds,
        };
        let name = clip(&visible(chain.name()), CELLS - 4 - chain.segment.id.width());
        let heading = self.console.paint(BOLD, &format!("{} {name}", mark.mark()));
        let id = visible(&chain.segment.id);
        let id = if id == name {
            String::new()
        } else {
            format!("  {id}")
        };
        let id = self.console.paint(FAINT, &id);
        self.console.line(&format!("{heading}{id}"))?;
        let last = chain.parts.len().saturating_sub(1);
        for (at, part) in chain.parts.iter().enumerate() {
            self.part(chain, part, at == last)?;
        }
        Ok(())
    }

    fn part(&mut self, chain: &Chain, part: &Part, last: bool) -> Result<(), Failure> {
        let lang = self.console.lang;
        let column = Stage::CHAIN.iter().map(|it| it.label().get(lang).width());
        let column = column.max().unwrap_or_default();
        let label = part.stage.label().get(lang);
        let pad = " ".repeat(column.saturating_sub(label.width()));
        let fork = if last { "└─" } else { "├─" };
        let rail = if last { "  " } else { "│ " };
        let lead = format!("{fork} {} {label}{pad}", part.state.mark());
        let under = format!("{rail}   {}", " ".repeat(column));
        let room = CELLS.saturating_sub(under.width() + 2);
        let mut rows = part.rows.iter().map(|row| row_line(chain, row, room));
        let first = rows.next();
        let line = first.map_or(lead.clone(), |row| format!("{lead}  {row}"));
        self.console.line(&line)?;
        for row in rows {
            self.console.line(&format!("{under}  {row}"))?;
        }
        let Some(gap) = chain.gap.as_ref().filter(|gap| gap.stage == part.stage) else {
            return Ok(());
        };
        let place = self.lines.place(gap.span.start).line.to_string();
        let said = if gap.begun {
            let repair = Text::new("Repair: {0} ({1}:{2})", "改正之处：{0}（{1}:{2}）");
            let repair = repair.fill(lang, &[&gap.path, self.name, &place]);
            format!("{}\n{repair}", gap.say.get(lang))
        } else {
            let ahead = Text::new("Step {0} is not begun yet.", "第{0}步还没有开始。");
            let step = part.stage.step().number().to_string();
            ahead.fill(lang, &[step])
        };
        let indent = format!("{rail}     ");
        for line in wrap(&visible(&said), CELLS - indent.width()) {
            self.console.line(&format!("{indent}{}", line.trim_end()))?;
        }
        Ok(())
    }

    fn orphans(&mut self, orphans: &[Orphan]) -> Result<(), Failure> {
        let lang = self.console.lang;
        for (direction, heading) in [
            (
                Direction::Unreached,
                Text::new("On no chain", "不在任何链条上"),
            ),
            (
                Direction::Outward,
                Text::new("Leading out of a chain", "引到链条之外"),
            ),
        ] {
            let mut found = orphans
                .iter()
                .filter(|orphan| orphan.direction == direction)
                .peekable();
            if found.peek().is_none() {
                continue;
            }
            let heading = self.console.paint(BOLD, heading.get(lang));
            self.console.line(&format!("\n{heading}"))?;
            for orphan in found {
                let said = orphan.say.get(lang);
                let said = visible(&said);
                for (at, line) in wrap(&said, CELLS - 4).into_iter().enumerate() {
                    let lead = if at == 0 { "  ○ " } else { "    " };
                    self.console.line(&format!("{lead}{}", line.trim_end()))?;
                }
                let place = self.lines.place(orphan.span.start).line;
                let path = format!("    {} ({}:{place})", orphan.path, self.name);
                let path = self.console.paint(FAINT, &visible(&path));
                self.console.line(&path)?;
            }
        }
        Ok(())
    }

    fn summary(&mut self, trace: &Trace) -> Result<(), Failure> {
        let lang = self.console.lang;
        let all = count(
            trace.chains.len(),
            Text::new("1 chain", "1条链"),
            Text::new("{0} chains", "{0}条链"),
            lang,
        );
        let whole = trace.chains.iter().filter(|it| it.gap.is_none()).count();
        let broken = trace.chains.iter().filter(|it| it.is_broken()).count();
        let ahead = trace.chains.len() - whole - broken;
        let counts = [
            (whole, Text::new("{0} whole", "{0}条完整")),
            (broken, Text::new("{0} broken", "{0}条断裂")),
            (
                ahead,
                Text::new("{0} not begun to the end", "{0}条还没写到头"),
            ),
        ];
        let counts: Vec<String> = counts
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, text)| text.fill(lang, &[n.to_string()]))
            .collect();
        let counts = counts.join(Text::new(", ", "，").get(lang));
        let text = Text::new("{0}: {1}.", "{0}：{1}。");
        self.console.line(&text.fill(lang, &[all, counts]))
    }

    fn json(self, trace: &Trace) -> Result<(), Failure> {
        let lang = self.console.lang;
        let line = |span: plan::Span| self.lines.place(span.start).line;
        let row = |row: &Row| RowOut {
            path: row.path.clone(),
            id: row.id.clone(),
            text: row.text.clone(),
            line: line(row.span),
            hangs_on: row.hangs_on.clone(),
        };
        let chains = trace.chains.iter().map(|chain| ChainOut {
            segment: row(&chain.segment),
            whole: chain.gap.is_none(),
            broken: chain.is_broken(),
            stages: chain
                .parts
                .iter()
                .map(|part| PartOut {
                    stage: part.stage.key(),
                    state: part.state.key(),
                    rows: part.rows.iter().map(row).collect(),
                })
                .collect(),
            gap: chain.gap.as_ref().map(|gap| GapOut {
                stage: gap.stage.key(),
                begun: gap.begun,
                between: gap.ends.clone().map(|end| EndOut {
                    stage: end.stage.key(),
                    id: (!end.name.is_empty()).then_some(end.name),
                }),
                path: gap.path.clone(),
                line: line(gap.span),
                message: gap.say.get(lang),
            }),
        });
        let orphans = trace.orphans.iter().map(|orphan| OrphanOut {
            direction: orphan.direction.key(),
            path: orphan.path.clone(),
            id: orphan.id.clone(),
            line: line(orphan.span),
            message: orphan.say.get(lang),
        });
        let out = Out {
            schema: SCHEMA,
            file: self.name,
            broken: trace.is_broken(),
            chains: chains.collect(),
            orphans: orphans.collect(),
        };
        let console = self.console;
        serde_json::to_writer_pretty(&mut console.out, &out).map_err(std::io::Error::from)?;
        Ok(writeln!(console.out)?)
    }
}

/// A row in one line: its id, the rows on which it hangs beside the segment, its text.
fn row_line(chain: &Chain, row: &Row, room: usize) -> String {
    let rows = || chain.parts.iter().flat_map(|part| &part.rows);
    let hangs_on = row
        .hangs_on
        .iter()
        .filter_map(|path| rows().find(|it| it.path == *path))
        // A price and a proof are called as the row that they are a field of.
        .filter(|it| it.id != row.id)
        .map(|it| it.id.as_str())
        .collect::<Vec<_>>()
        .join(", ");
    let arrow = if hangs_on.is_empty() { "" } else { " ← " };
    let text = if row.text.is_empty() { "" } else { "  " };
    let line = format!("{}{arrow}{hangs_on}{text}{}", row.id, row.text);
    clip(&visible(&line), room)
}

/// As much of a line as there is room for; a mark says that there is more.
fn clip(text: &str, room: usize) -> String {
    let text = text.trim();
    if text.width() <= room {
        return text.to_owned();
    }
    let first = wrap(text, room.saturating_sub(1)).into_iter().next();
    format!("{}…", first.unwrap_or_default().trim_end())
}

#[derive(Serialize)]
struct Out<'c> {
    schema: &'static str,
    file: &'c str,
    broken: bool,
    chains: Vec<ChainOut>,
    orphans: Vec<OrphanOut>,
}

#[derive(Serialize)]
struct ChainOut {
    segment: RowOut,
    whole: bool,
    broken: bool,
    stages: Vec<PartOut>,
    #[serde(rename = "break")]
    gap: Option<GapOut>,
}

#[derive(Serialize)]
struct PartOut {
    stage: &'static str,
    state: &'static str,
    rows: Vec<RowOut>,
}

#[derive(Serialize)]
struct RowOut {
    path: String,
    id: String,
    text: String,
    line: usize,
    hangs_on: Vec<String>,
}

#[derive(Serialize)]
struct GapOut {
    stage: &'static str,
    begun: bool,
    between: [EndOut; 2],
    path: String,
    line: usize,
    message: String,
}

#[derive(Serialize)]
struct EndOut {
    stage: &'static str,
    id: Option<String>,
}

#[derive(Serialize)]
struct OrphanOut {
    direction: &'static str,
    path: String,
    id: String,
    line: usize,
    message: String,
}
