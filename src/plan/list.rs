//! Edits of arrays: items come and go, the comments of the others stay.

use super::document::Document;
use super::edit::Splice;
use super::encode::string;
use super::statement::{Shape, Value};

impl Document {
    /// Turns an array of texts into another with as few changes as can be: items that stay keep
    /// their bytes and comments.
    pub(super) fn list_splices(&self, array: &Value, items: &[String]) -> Option<Vec<Splice>> {
        let Shape::Array(old) = &array.shape else {
            return None;
        };
        let decoded: Vec<String> = old.iter().map(|item| self.decode(item).plain()).collect();
        if old.is_empty() || items.is_empty() {
            return None;
        }
        let same = decoded
            .iter()
            .zip(items)
            .take_while(|(a, b)| a == b)
            .count();
        let tail = decoded[same..]
            .iter()
            .rev()
            .zip(items[same..].iter().rev())
            .take_while(|(a, b)| a == b)
            .count();
        let (gone, come) = (
            &old[same..old.len() - tail],
            &items[same..items.len() - tail],
        );
        let mut splices = Vec::new();
        for (item, new) in gone.iter().zip(come) {
            let raw = self.text().get(item.span.clone());
            splices.push(Splice {
                range: item.span.clone(),
                new: string(new, raw, false, self.eol()),
            });
        }
        if gone.len() > come.len() {
            let keep = same + come.len();
            splices.extend(self.removals(array, old, keep..old.len() - tail));
        } else if come.len() > gone.len() {
            let new: Vec<String> = come[gone.len()..]
                .iter()
                .map(|item| string(item, None, false, self.eol()))
                .collect();
            splices.push(self.insertion(old, same + gone.len(), &new));
        }
        Some(splices)
    }

    /// Takes items out of an array, each with its comma, and with its line when it has one of its
    /// own.
    pub(super) fn removals(
        &self,
        array: &Value,
        items: &[Value],
        gone: std::ops::Range<usize>,
    ) -> Vec<Splice> {
        let (Some(first), Some(last)) = (
            items.get(gone.start),
            gone.end.checked_sub(1).and_then(|at| items.get(at)),
        ) else {
            return Vec::new();
        };
        let text = self.text();
        let end = self.after_comma(last.span.end, array.span.end);
        let line_start = text[..first.span.start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.line_end(end);
        let alone = text[line_start..first.span.start].trim().is_empty()
            && line_start > array.span.start
            && line_end < array.span.end
            && is_blank_or_comment(&text[end..line_end]);
        let range = if alone {
            line_start..line_end
        } else if let Some(next) = items.get(gone.end) {
            first.span.start..next.span.start
        } else if let Some(before) = gone.start.checked_sub(1).and_then(|at| items.get(at)) {
            if text[before.span.end..first.span.start].contains('#') {
                first.span.start..end
            } else {
                before.span.end..last.span.end
            }
        } else {
            first.span.start..end
        };
        vec![Splice {
            range,
            new: String::new(),
        }]
    }

    /// Puts encoded items before the item at a place, or after the last one.
    ///
    /// There must be at least one item, whose layout the new ones follow.
    pub(super) fn insertion(&self, items: &[Value], at: usize, new: &[String]) -> Splice {
        let text = self.text();
        let near = items.get(at).or(items.last());
        let start = near.map_or(0, |item| item.span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let indent = &text[line_start..start];
        let gap = if indent.trim().is_empty() && line_start > 0 {
            format!("{}{indent}", self.eol())
        } else {
            String::from(" ")
        };
        if let Some(item) = items.get(at) {
            let new: String = new
                .iter()
                .flat_map(|item| [item.as_str(), ",", &gap])
                .collect();
            Splice {
                range: item.span.start..item.span.start,
                new,
            }
        } else {
            let end = items.last().map_or(0, |item| item.span.end);
            let new: String = new
                .iter()
                .flat_map(|item| [",", &gap, item.as_str()])
                .collect();
            Splice {
                range: end..end,
                new,
            }
        }
    }

    /// The end of the comma after an item, or of the item where there is none before `limit`.
    fn after_comma(&self, end: usize, limit: usize) -> usize {
        let rest = self.text().get(end..limit).unwrap_or_default();
        let blank = rest.len() - rest.trim_start().len();
        if rest[blank..].starts_with(',') {
            end + blank + 1
        } else {
            end
        }
    }
}

fn is_blank_or_comment(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.starts_with('#')
}
