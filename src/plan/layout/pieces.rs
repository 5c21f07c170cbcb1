//! Every statement of a text with the comments that belong to it.

use super::super::statement::Statement;

/// Comments without a blank line between them.
pub(super) type Group<'t> = Vec<&'t str>;

/// A statement and its comments.
#[derive(Debug)]
pub(super) struct Piece<'t> {
    pub statement: &'t Statement,
    /// Comments above it, each group with a blank line after it.
    pub above: Vec<Group<'t>>,
    /// The comment directly above it.
    pub lead: Group<'t>,
    /// A comment directly below it that has nothing directly below itself.
    pub below: Group<'t>,
}

/// A text in pieces.
#[derive(Debug)]
pub(super) struct Pieces<'t> {
    /// The comments at the head of the file, which are about all of it.
    pub head: Vec<Group<'t>>,
    pub body: Vec<Piece<'t>>,
    /// The comments at its end.
    pub tail: Vec<Group<'t>>,
}

/// Takes a text to pieces.
pub(super) fn pieces<'t>(text: &'t str, statements: &'t [Statement]) -> Pieces<'t> {
    let mut all = Pieces {
        head: Vec::new(),
        body: Vec::with_capacity(statements.len()),
        tail: Vec::new(),
    };
    let mut from = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    for statement in statements {
        let mut gap = Gap::read(&text[from..statement.start]);
        if let Some(last) = all.body.last_mut() {
            last.below = gap.take_below(false);
        }
        let lead = gap.take_lead();
        let mut above = gap.groups;
        if all.body.is_empty() {
            all.head = std::mem::take(&mut above);
        }
        all.body.push(Piece {
            statement,
            above,
            lead,
            below: Vec::new(),
        });
        from = statement.end;
    }
    let mut gap = Gap::read(&text[from..]);
    if let Some(last) = all.body.last_mut() {
        last.below = gap.take_below(true);
    }
    all.tail = gap.groups;
    all
}

/// The lines between two statements.
struct Gap<'t> {
    groups: Vec<Group<'t>>,
    /// Whether the first group stands directly below the statement before.
    begins: bool,
    /// Whether the last group stands directly above the statement after.
    ends: bool,
}

impl<'t> Gap<'t> {
    fn read(text: &'t str) -> Gap<'t> {
        let mut gap = Gap {
            groups: Vec::new(),
            begins: false,
            ends: false,
        };
        let mut blank = true;
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() {
                blank = true;
                continue;
            }
            gap.begins |= at == 0;
            match gap.groups.last_mut() {
                Some(group) if !blank => group.push(line),
                _ => gap.groups.push(vec![line]),
            }
            blank = false;
        }
        gap.ends = !blank;
        gap
    }

    /// The comment that belongs to the statement before.
    fn take_below(&mut self, last: bool) -> Group<'t> {
        let alone = self.groups.len() == 1 && self.ends && !last;
        if !self.begins || alone {
            return Group::new();
        }
        self.ends &= self.groups.len() > 1;
        self.groups.remove(0)
    }

    /// The comment that belongs to the statement after.
    fn take_lead(&mut self) -> Group<'t> {
        if self.ends {
            self.groups.pop().unwrap_or_default()
        } else {
            Group::new()
        }
    }
}
