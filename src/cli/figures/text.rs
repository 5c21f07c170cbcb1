//! Figures for people: one line each, or with formulas and places.

use unicode_width::UnicodeWidthStr;

use super::super::console::{BOLD, FAINT, count, visible};
use super::super::failure::Failure;
use super::{Page, outcome_shown};
use crate::figures::figure::{Item, amount};
use crate::figures::{Fault, Figure, Lack, Source, Term};
use crate::words::number::show;
use crate::words::{Text, wrap};

/// How wide a line may be.
pub(super) const CELLS: usize = 80;

impl Page<'_, '_> {
    /// Prints figures by step; those that lack something stand last.
    pub(super) fn text(mut self, figures: &[&Figure], full: bool) -> Result<(), Failure> {
        let lang = self.console.lang;
        let (done, lacking): (Vec<&Figure>, Vec<&Figure>) =
            figures.iter().partition(|figure| figure.has_result());
        if figures.is_empty() {
            let text = Text::new(
                "The plan gives no numbers yet from which anything could be computed.",
                "计划里还没有可以用来计算的数字。",
            );
            return self.console.line(text.get(lang));
        }
        let (mut step, mut folded) = (None, 0);
        let mut role = "";
        for figure in done {
            if !full && figure.is_part() {
                folded += 1;
                continue;
            }
            if step != Some(figure.step) {
                if step.is_some() {
                    self.console.line("")?;
                }
                step = Some(figure.step);
                let number = figure.step.number().to_string();
                let heading = Text::new("{0} {1}", "{0} {1}");
                let heading = heading.fill(lang, &[&number, figure.step.title().get(lang)]);
                let heading = self.console.paint(BOLD, &heading);
                self.console.line(&heading)?;
            }
            if full {
                self.whole(figure)?;
            } else {
                self.short(figure, role == figure.role())?;
                role = match &figure.subject {
                    Some(_) => figure.role(),
                    None => "",
                };
            }
        }
        if folded > 0 {
            let text = count(
                folded,
                Text::new(
                    "1 figure from which others are added up is not shown; --full shows it.",
                    "还有1个用来合计的数字没有显示；加 --full 可以看到。",
                ),
                Text::new(
                    "{0} figures from which others are added up are not shown; --full shows them.",
                    "还有{0}个用来合计的数字没有显示；加 --full 可以看到。",
                ),
                lang,
            );
            let text = self.console.paint(FAINT, &text);
            self.console.line(&format!("\n{text}"))?;
        }
        if !lacking.is_empty() && (step.is_some() || folded > 0) {
            self.console.line("")?;
        }
        self.lacking(&lacking)
    }

    /// One line: what it comes to. The heading says what it is, once for all of its kind.
    fn short(&mut self, figure: &Figure, is_next: bool) -> Result<(), Failure> {
        let Some((output, outcome)) = figure.headline() else {
            return Ok(());
        };
        let lang = self.console.lang;
        let result = outcome_shown(output, outcome, &self.currency, lang);
        let text = Text::new("{0}: {1}", "{0}：{1}");
        let heading = figure.heading(output, lang);
        let role = self.console.paint(FAINT, &visible(figure.role()));
        let Some(subject) = &figure.subject else {
            let line = text.fill(lang, &[&heading, &result]);
            return self.console.line(&format!("  {line}  {role}"));
        };
        if !is_next {
            self.console.line(&format!("  {heading}  {role}"))?;
        }
        let id = figure
            .key
            .get(figure.role().len() + 1..)
            .unwrap_or_default();
        let id = visible(id);
        let taken = result.width() + id.width() + 8;
        let name = visible(subject.called(lang));
        let name = clip(&name, CELLS.saturating_sub(taken).max(16));
        let line = text.fill(lang, &[&name, &result]);
        let id = if id == name { "" } else { id.as_ref() };
        let line = format!("    {line}  {}", self.console.paint(FAINT, id));
        self.console.line(line.trim_end())
    }

    /// All of it: results, formulas, inputs with their places, what is assumed.
    fn whole(&mut self, figure: &Figure) -> Result<(), Failure> {
        let lang = self.console.lang;
        let title = self.console.paint(BOLD, &visible(&figure.title(lang)));
        let key = self.console.paint(FAINT, &visible(&figure.key));
        self.console.line(&format!("\n  {title}  {key}"))?;
        let Ok(results) = &figure.results else {
            return Ok(());
        };
        for (output, outcome) in results.iter() {
            let expression = results.expression(output);
            let line = Text::new("{0} = {1}", "{0} = {1}");
            let shown = self.shown(output, outcome);
            self.console.line(&format!(
                "    {}",
                line.fill(lang, &[output.label.get(lang), &shown])
            ))?;
            if outcome.is_ok() && !expression.is_empty() {
                let words = figure.formula.in_words(expression, lang);
                let filled = figure.filled(expression, &self.currency, lang);
                self.indented("      = ", &words)?;
                self.indented("      = ", &filled)?;
            }
        }
        if let Some(per) = figure.per {
            let text = Text::new("Time: {0}", "时段：{0}");
            self.indented("    ", &text.fill(lang, &[per.get(lang)]))?;
        }
        for term in &figure.terms {
            self.term(term)?;
        }
        let convention = figure.formula.convention.iter();
        for note in convention.chain(&figure.notes) {
            self.indented("    ※ ", note.get(lang))?;
        }
        Ok(())
    }

    /// An input: its numbers, and where each comes from.
    fn term(&mut self, term: &Term) -> Result<(), Failure> {
        let lang = self.console.lang;
        let text = Text::new("{0}: {1}", "{0}：{1}");
        let label = term.input.label.get(lang);
        // A place is copied whole or not at all, so these lines are not broken.
        if let [item] = term.items.as_slice() {
            let line = text.fill(lang, &[label, &self.item(term, item)]);
            return self.console.line(&format!("    {}", visible(&line)));
        }
        let label = text.fill(lang, &[label, ""]);
        self.console.line(&format!("    {}", label.trim_end()))?;
        for item in &term.items {
            let line = self.item(term, item);
            self.console.line(&format!("      {}", visible(&line)))?;
        }
        Ok(())
    }

    fn item(&self, term: &Term, item: &Item) -> String {
        let lang = self.console.lang;
        let value = amount(item.value, term.input.unit, "", lang);
        let place = |path: &str| match self.line_of(path) {
            Some(line) => format!("{path}  {}:{line}", self.name),
            None => path.to_owned(),
        };
        match &item.source {
            Source::Plan(path) => format!("{value}  ← {}", place(path)),
            Source::Figure(key, output) => format!("{value}  ← {key} ({output})"),
            Source::Assumed(why) => {
                let text = Text::new("{0}, taken because {1}", "{0}（{1}，因此这样取）");
                text.fill(lang, &[&value, why.get(lang)])
            }
            Source::Word(path, word) => format!("{word}  ← {}", place(path)),
        }
    }

    /// Figures without a result: which fields they lack, or what is wrong with them.
    fn lacking(&mut self, figures: &[&Figure]) -> Result<(), Failure> {
        if figures.is_empty() {
            return Ok(());
        }
        let lang = self.console.lang;
        let heading = count(
            figures.len(),
            Text::new("1 figure cannot be computed", "1个数字算不出来"),
            Text::new("{0} figures cannot be computed", "{0}个数字算不出来"),
            lang,
        );
        let heading = self.console.paint(BOLD, &heading);
        self.console.line(&heading)?;
        for figure in figures {
            let title = figure.title(lang);
            if let Err(Lack::Missing(paths)) = &figure.results {
                let text = Text::new("{0} lacks", "{0}，缺少");
                self.indented("  ", &text.fill(lang, &[title]))?;
                // A path is copied whole or not at all, so these lines are not broken.
                for path in paths {
                    self.console.line(&format!("    {}", visible(path)))?;
                }
                continue;
            }
            let text = Text::new("{0}: {1}", "{0}：{1}");
            let said = text.fill(lang, &[title, self.why(figure)]);
            self.indented("  ", &said)?;
        }
        Ok(())
    }

    fn why(&self, figure: &Figure) -> String {
        let lang = self.console.lang;
        let fault = match &figure.results {
            Err(Lack::Fault(fault)) => *fault,
            _ => match figure.headline() {
                Some((_, Err(fault))) => *fault,
                _ => return String::new(),
            },
        };
        let said = fault.message(lang);
        let Fault::OutOfRange(input) = fault else {
            return said;
        };
        // The number that is out of range, and where it stands.
        let term = figure.terms.iter().find(|term| term.input == input);
        let wrong = term.and_then(|term| {
            let wrong = |item: &&Item| !input.range.holds(item.value);
            term.items.iter().find(wrong)
        });
        match wrong.map(|item| (item, &item.source)) {
            Some((item, Source::Plan(path))) => {
                let line = self
                    .line_of(path)
                    .map_or(String::new(), |it| it.to_string());
                let text = Text::new(
                    "{0}, and {1} says {2} ({3}:{4})",
                    "{0}，而 {1} 写的是 {2}（{3}:{4}）",
                );
                text.fill(lang, &[&said, path, &show(item.value), &self.name, &line])
            }
            _ => said,
        }
    }

    /// A text with an indent, its further lines below its beginning.
    pub(super) fn indented(&mut self, lead: &str, text: &str) -> Result<(), Failure> {
        let room = CELLS.saturating_sub(lead.width());
        for (at, line) in wrap(&visible(text), room).into_iter().enumerate() {
            let blank = " ".repeat(lead.width());
            let lead = if at == 0 { lead } else { &blank };
            self.console.line(&format!("{lead}{}", line.trim_end()))?;
        }
        Ok(())
    }
}

/// As much of a line as there is room for; a mark says that there is more.
pub(in crate::cli) fn clip(text: &str, room: usize) -> String {
    let text = text.trim();
    if text.width() <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if out.width() + 2 > room {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}
