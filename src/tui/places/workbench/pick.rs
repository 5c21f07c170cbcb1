//! Fields that are filled from a list: choices, and references to rows.

use super::Workbench;
use super::new_row::new_row;
use crate::catalogue::{self, Kind};
use crate::plan::Path;
use crate::tui::desk::Desk;
use crate::tui::input::{Code, Key};
use crate::tui::picker::{Item, Pick, Picker};
use crate::tui::places::Reply;
use crate::words::Text;

impl Workbench {
    pub(super) fn picked_key(&mut self, key: &Key, desk: &mut Desk) -> Reply {
        match key.code {
            Code::Enter | Code::Char(' ') => self.picker("", desk),
            Code::Char(c) if !key.ctrl && !key.alt => self.picker(&c.to_string(), desk),
            Code::Backspace | Code::Delete => {
                self.put("", desk);
                Reply::Done
            }
            _ => Reply::Ignored,
        }
    }

    /// The list to pick the edited field's value from.
    pub(super) fn picker(&self, typed: &str, desk: &Desk) -> Reply {
        let (Some(editor), Some(session)) = (&self.editor, &desk.session) else {
            return Reply::Done;
        };
        let lang = desk.lang;
        let now: Vec<&str> = editor
            .text
            .text()
            .split([';', '\n'])
            .map(str::trim)
            .collect();
        let title = editor.field.label.get(lang);
        let item = |label: String, detail: String, word: &str| Item {
            checked: now.contains(&word),
            ..Item::new(label, detail, Pick::Word(word.to_owned()))
        };
        match editor.field.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => {
                let mut items: Vec<Item> = choices
                    .iter()
                    .map(|choice| {
                        item(
                            choice.label.get(lang).to_owned(),
                            choice.key.to_owned(),
                            choice.key,
                        )
                    })
                    .collect();
                let many = matches!(editor.field.kind, Kind::Choices(_));
                if many {
                    items.extend(strays(&now, &items));
                }
                let picker = Picker::new(title, items);
                let picker = if many {
                    picker.multi()
                } else {
                    picker.on(now.first().unwrap_or(&""))
                };
                Reply::Pick(picker.typed(typed))
            }
            Kind::Ref(lists) | Kind::Refs(lists) => {
                let mut items = Vec::new();
                for list in lists {
                    let keys =
                        catalogue::section(list).map_or(&[] as &[&str], |section| section.caption);
                    for (name, row) in session.document.each_row(&Path::parse(list)) {
                        let caption = row.caption(keys).unwrap_or_default();
                        items.push(item(name.clone(), caption, &name));
                    }
                }
                let many = matches!(editor.field.kind, Kind::Refs(_));
                if many {
                    items.extend(strays(&now, &items));
                }
                let picker = Picker::new(title, items)
                    .with_new(Text::new("make a new one: {0}", "新建：{0}"));
                let picker = if many {
                    picker.multi()
                } else {
                    picker.on(now.first().unwrap_or(&""))
                };
                Reply::Pick(picker.typed(typed))
            }
            _ => Reply::Done,
        }
    }

    /// Takes what was picked from the list into the field.
    pub fn picked(&mut self, words: &[String], desk: &mut Desk) {
        self.put(&self.in_order(words).join("; "), desk);
        let single = self
            .editor
            .as_ref()
            .is_some_and(|editor| matches!(editor.field.kind, Kind::Choice(_) | Kind::Ref(_)));
        if single
            && self
                .editor
                .as_ref()
                .is_some_and(|editor| editor.expected.is_none())
        {
            self.step_field(true, desk);
        }
    }

    /// The words picked: those that the field holds already in their own order, then the new ones.
    fn in_order<'w>(&'w self, words: &'w [String]) -> Vec<&'w str> {
        let held = self.editor.as_ref().map_or("", |editor| editor.text.text());
        let held = || held.split([';', '\n']).map(str::trim);
        let kept = held().filter(|word| words.iter().any(|other| other == word));
        let new = words.iter().map(String::as_str);
        kept.chain(new.filter(|word| held().all(|other| other != *word)))
            .collect()
    }

    /// Makes a row in the list that the edited field points to, and points to it.
    pub fn picked_new(&mut self, name: &str, mut chosen: Vec<String>, desk: &mut Desk) {
        let (Some(editor), Some(session)) = (&self.editor, &mut desk.session) else {
            return;
        };
        let Some(section) = editor
            .field
            .kind
            .targets()
            .first()
            .and_then(|list| catalogue::section(list))
        else {
            return;
        };
        match new_row(session, section, name, usize::MAX, desk.lang) {
            Ok(id) => {
                chosen.push(id);
                self.put(&chosen.join("; "), desk);
                desk.say(
                    Text::new(
                        "New row in “{0}”: fill it in when you come to it.",
                        "已在“{0}”新建一条，稍后请补全。",
                    ),
                    &[section.label.get(desk.lang)],
                );
            }
            Err(why) => desk.complain(why),
        }
    }
}

/// What a field holds that the list to pick from does not have, ticked: picking loses nothing.
fn strays(held: &[&str], items: &[Item]) -> Vec<Item> {
    let known = |word: &str| {
        items
            .iter()
            .any(|item| item.pick == Pick::Word(word.to_owned()))
    };
    held.iter()
        .filter(|word| !word.is_empty() && !known(word))
        .map(|word| Item {
            checked: true,
            ..Item::new(*word, "", Pick::Word((*word).to_owned()))
        })
        .collect()
}
