//! What would change, and what changes a figure most.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::super::Format;
use super::super::console::{BOLD, Console, FAINT, visible};
use super::super::failure::{Exit, Failure};
use super::super::set::{field_at, unfit_value};
use super::json::{SCHEMA, exact, shift_json};
use super::{Page, answers, unknown};
use crate::catalogue::Kind;
use crate::figures::figure::with_unit;
use crate::figures::{
    Figure, Mover, Output, Shift, Unmade, figures, movers as movers_of, shifts, what_if,
};
use crate::plan::{self, Document, Path, Scalar, entry_at, place_of};
use crate::words::number::{from_toml, percent_in, show};
use crate::words::{Lang, Text};

/// Prints what would move if some fields had other values.
pub(super) fn set(
    mut page: Page<'_, '_>,
    text: &str,
    wanted: &[String],
    picked: &dyn Fn(&Figure) -> bool,
    format: Format,
) -> Result<Exit, Failure> {
    let lang = page.console.lang;
    let mut changes = Vec::new();
    for one in wanted {
        let Some((path, value)) = one.split_once('=') else {
            let what = Text::new(
                "“{0}” does not say what is set to what.",
                "“{0}”没有写明把什么设成什么。",
            );
            let next = Text::new(
                "Write PATH=VALUE, such as mix.totals.fixed_costs=90000.",
                "请写成 路径=值，如 mix.totals.fixed_costs=90000。",
            );
            let failure = Failure::usage(what.fill(lang, &[one]));
            return Err(failure.hint(next.get(lang).to_owned()));
        };
        changes.push((Path::parse(path), value.to_owned()));
    }
    let answer = what_if(text, &changes, lang, Some(Console::today()))
        .map_err(|error| unmade(&error, &page, lang))?;
    let mut found = shifts(&answer.before, &answer.after, |figure| figure.key.clone());
    found.retain(|shift| picked(&shift.figure));
    let then = Document::parse(answer.text);
    match format {
        Format::Text => {
            for (path, _) in &changes {
                let text = Text::new(
                    "If {0} were {2} (now {1}):",
                    "如果 {0} 是 {2}（现在 {1}）：",
                );
                let none = Text::new("empty", "空").get(lang).to_owned();
                let now = entry(&page.document, path, lang).unwrap_or(none);
                let then = entry(&then, path, lang).unwrap_or_default();
                let line = text.fill(lang, &[path.to_string(), now, then]);
                let line = page.console.paint(BOLD, &visible(&line));
                page.console.line(&line)?;
            }
            page.changes(&found)?;
        }
        Format::Json => {
            let set: Vec<Value> = changes
                .iter()
                .map(|(path, _)| {
                    json!({
                        "path": path.to_string(),
                        "before": entry(&page.document, path, lang),
                        "after": entry(&then, path, lang),
                    })
                })
                .collect();
            let changed: Vec<Value> = found.iter().map(|shift| shift_json(shift, lang)).collect();
            let out = json!({
                "schema": SCHEMA,
                "file": page.name,
                "currency": page.currency,
                "set": set,
                "changed": changed,
            });
            page.print(&out)?;
        }
    }
    Ok(Exit::Clean)
}

/// What stands at a path, as people read it.
fn entry(document: &Document, path: &Path, lang: Lang) -> Option<String> {
    let kind = place_of(path).and_then(|(_, field)| field)?.kind;
    let number = document.get(path).and_then(|scalar| match scalar {
        Scalar::Bare(raw) => from_toml(&raw),
        _ => None,
    });
    match number {
        Some(number) if kind == Kind::Percent => Some(percent_in(number, lang)),
        Some(number) => Some(show(number)),
        None => entry_at(document, path, kind),
    }
}

/// Why a question cannot be asked, in the words of `farsight set`.
fn unmade(error: &Unmade, page: &Page<'_, '_>, lang: Lang) -> Failure {
    match error {
        Unmade::NoField(path) => match field_at(path, lang) {
            Err(failure) => without_raw(failure),
            Ok(_) => Failure::usage(String::new()),
        },
        Unmade::Unfit(key, text, expected) => unfit_value(key, text, expected, lang),
        Unmade::Edit(error) => Failure::editing(error, &page.document, &page.name, lang),
    }
}

/// A key of one's own moves no figure, so the last hint of `set` is not given here.
fn without_raw(mut failure: Failure) -> Failure {
    failure.hints.retain(|hint| !hint.contains("--raw"));
    failure
}

impl Page<'_, '_> {
    fn changes(&mut self, found: &[Shift]) -> Result<(), Failure> {
        let lang = self.console.lang;
        if found.is_empty() {
            let text = Text::new("No figure would change.", "没有数字会变。");
            return self.console.line(&format!("  {}", text.get(lang)));
        }
        for shift in found {
            let line = shift.say(&self.currency, lang);
            self.indented("  ", &line)?;
        }
        Ok(())
    }
}

/// Prints which fields move a figure most.
pub(super) fn movers(
    mut page: Page<'_, '_>,
    text: &str,
    wanted: &str,
    format: Format,
) -> Result<Exit, Failure> {
    let lang = page.console.lang;
    let (key, output) = match wanted.split_once(':') {
        Some((key, output)) => (key, Some(output)),
        None => (wanted, None),
    };
    let reading = plan::read(text);
    let all = figures(&reading.plan);
    let exact_key = all.iter().find(|figure| figure.key == key);
    let mut like = all.iter().filter(|figure| answers(figure, key));
    let Some(figure) = exact_key.or_else(|| like.next().filter(|_| like.next().is_none())) else {
        return Err(unknown(key, &all, lang));
    };
    let headline = figure.headline().map(|(output, _)| output);
    let output = match output {
        Some(name) => figure.formula.outputs.iter().find(|it| it.name == name),
        None => headline,
    };
    let stands = output.and_then(|output| figure.number(output.name));
    let (Some(output), Some(stands)) = (output, stands) else {
        let what = Text::new("“{0}” has no such number.", "“{0}”没有这样的数字。");
        let next = Text::new("Its results are: {0}.", "它的结果有：{0}。");
        let names: Vec<&str> = figure.formula.outputs.iter().map(|it| it.name).collect();
        let failure = Failure::usage(what.fill(lang, &[&figure.key]));
        return Err(failure.hint(next.fill(lang, &[names.join(", ")])));
    };
    let found = movers_of(text, &figure.key, output.name);
    match format {
        Format::Text => page.movers(figure, output, stands, &found)?,
        Format::Json => {
            let movers: Vec<Value> = found
                .iter()
                .map(|mover| {
                    json!({
                        "path": mover.path,
                        "line": page.line_of(&mover.path),
                        "value": exact(mover.value),
                        "down": mover.down.map(exact),
                        "up": mover.up.map(exact),
                    })
                })
                .collect();
            let out = json!({
                "schema": SCHEMA,
                "file": page.name,
                "currency": page.currency,
                "key": figure.key,
                "output": output.name,
                "value": exact(stands),
                "movers": movers,
            });
            page.print(&out)?;
        }
    }
    Ok(Exit::Clean)
}

impl Page<'_, '_> {
    fn movers(
        &mut self,
        figure: &Figure,
        output: &Output,
        stands: Decimal,
        found: &[Mover],
    ) -> Result<(), Failure> {
        let lang = self.console.lang;
        let currency = self.currency.clone();
        let shown = |value: Option<Decimal>| {
            value.map_or("–".to_owned(), |value| {
                with_unit(value, output.unit, &currency, lang)
            })
        };
        let text = Text::new(
            "{0} is {1}. If a field alone were a tenth less, or a tenth more:",
            "{0}是{1}。某个字段单独减少一成，或增加一成时：",
        );
        let title = figure.title(lang);
        self.indented("", &text.fill(lang, &[title, shown(Some(stands))]))?;
        if found.is_empty() {
            let text = Text::new("No field of the plan moves it.", "没有字段会影响它。");
            return self.console.line(&format!("  {}", text.get(lang)));
        }
        for mover in found {
            let path = Path::parse(&mover.path);
            let now = entry(&self.document, &path, lang).unwrap_or_default();
            let place = self.line_of(&mover.path).unwrap_or_default();
            let text = Text::new("{0} … {1}", "{0} … {1}");
            let range = text.fill(lang, &[shown(mover.down), shown(mover.up)]);
            self.indented("  ", &range)?;
            let place = format!("    {} = {now} ({}:{place})", mover.path, self.name);
            let place = self.console.paint(FAINT, &visible(&place));
            self.console.line(&place)?;
        }
        Ok(())
    }
}
