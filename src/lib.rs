//! farsight: a terminal workbench for marketing plans.
//!
//! This page is the map. It says what lives where, what may use what, and what is deliberately
//! absent. `tests/rooms.rs` holds its tables and fails when the code leaves them.
//!
//! # Bird's eye
//!
//! ```text
//!  plan file ──► plan ───────────────────────► checks ──► findings ──► tui · cli
//!    (text)      lossless document,            rules       (data)      the doors: they show,
//!                typed plan with byte spans                            they do not think
//!                  ▲                                                     │
//!                  └────────────── an edit: splices of the text ◄────────┘
//! ```
//!
//! The text of the file is the single truth. [`plan::read()`] turns it into a typed plan and a list
//! of problems and never fails; [`checks::check`] is a pure function of the two. A change is a
//! [`plan::Edit`]: splices of the text that know their own inverse, so that losslessness and undo
//! come from the same place. After a change the whole pass runs again. It is fast enough, and
//! nothing can be out of step, because there is no second copy of the plan.
//!
//! # Code map
//!
//! | room | what lives there | may use |
//! |---|---|---|
//! | [`words`] | two languages; how numbers, money, dates and terms are written and read; lists of phrases | – |
//! | [`catalogue`] | what can be written in a plan: tables of sections, fields and choices | `words` |
//! | [`plan`] | the file: lossless text, typed plan, paths, edits, undo, samples | `words` `catalogue` |
//! | [`prose`] | reading sentences in both languages: whom and what they are about | `words` |
//! | [`figures`] | every computed number: formulas that explain themselves, the figures of a plan | `words` `catalogue` `plan` `prose` |
//! | [`charts`] | where the numbers stand to each other: charts as data and as text | `words` `catalogue` `plan` `figures` |
//! | [`checks`] | the engine and the rules: one rule, one file, one page | `words` `catalogue` `plan` `figures` `prose` |
//! | [`review`] | two or three plans beside each other: what a change is, merging, canonical layout | `words` `catalogue` `plan` `figures` `checks` |
//! | [`report`] | a plan as a document: one intermediate, one file per format | `words` `catalogue` `plan` `figures` `charts` `checks` `prose` |
//! | [`classroom`] | what a teacher sets and judges: exercises, the rubric, the quiz, proposals, marks, gradebooks, similar plans, peer review | `words` `catalogue` `plan` `prose` `figures` `charts` `checks` `review` `report` |
//! | [`customers`] | a file of purchases, read once into groups of customers | `words` |
//! | [`import`] | edited sheets, read back into a plan as edits of its text | `words` `catalogue` `plan` `report` `customers` |
//! | [`store`] | the disk: atomic save, recovery, locks, the folder of plans, the trash; what `git` keeps | `words` |
//! | [`config`] | the user's settings | `words` `plan` |
//! | [`settings`] | the project's settings: `farsight.toml`, which rules run and how strictly | `words` `plan` `checks` `store` |
//! | [`lsp`] | the editor: what it asks about a plan, answered from its text | `words` `catalogue` `plan` `figures` `checks` `classroom` `store` `settings` |
//! | [`tui`] | the terminal: commands, places, widgets, themes | `words` `catalogue` `plan` `figures` `prose` `charts` `checks` `review` `classroom` `store` `settings` |
//! | [`cli`] | one file per subcommand: arguments, plain output, exit codes | all above |
//!
//! Where to begin reading:
//!
//! - *What is a plan?* [`catalogue`] lists every field with its help and its examples. From these
//!   tables come the forms, the JSON Schema, the starter plan, `farsight fields` and `explain`.
//! - *How does a key reach the file?* [`tui::run()`] → [`tui::App::handle`] → a place → an edit of
//!   [`plan::Document`].
//! - *How is a gap found?* [`checks::check_text`], then any one rule beside its page, for instance
//!   `checks/file/dangling_reference.rs` and `.md`.
//!
//! To add a field: one row in [`catalogue`], one line in `plan/records.rs`; a test finds what is
//! missing. To add a rule: one file, one page, one row in the table of its step.
//!
//! # Invariants
//!
//! - Reading never fails. Any text gives a plan; what cannot be understood is a
//!   [`plan::Problem`] with its place.
//! - An edit changes the bytes it is about and no others: comments, order, line ends and unknown
//!   keys survive.
//! - The same text gives the same findings in the same order. Below [`store`] there is no clock,
//!   no disk, no environment and no randomness; the day, where one is needed, is handed in.
//! - What a person reads is a [`words::Text`] with both languages. A missing language does not
//!   compile.
//! - Cells, graphemes and bytes are three kinds of numbers and are never added to each other.
//! - Findings are advice. Nothing blocks typing, moving, saving or leaving.
//! - A file is replaced whole or not at all, and never over what somebody else wrote unseen.
//!
//! What is absent, on purpose:
//!
//! - no network, and no program is started but the person's own editor and `git`;
//! - no `unsafe`, and no panic that a text could cause;
//! - no derived number, timestamp or counter in a plan file: a diff is a decision;
//! - no state of a widget that the document does not have, but for caret, selection and scroll;
//! - no choice of language behind the doors: the rooms hand out both, or are told which.
//!
//! # Three walls
//!
//! 1. Only [`plan`] names the TOML crates. Losslessness is a promise of one room.
//! 2. Only `tui/terminal.rs` names `crossterm`. Keys and mouse beyond it are [`tui::input`]'s.
//! 3. Only [`store`] writes to disk. Whoever looks for a lost byte looks there.

pub mod catalogue;
pub mod charts;
pub mod checks;
pub mod classroom;
pub mod cli;
pub mod config;
pub mod customers;
pub mod figures;
pub mod import;
pub mod lsp;
pub mod plan;
pub mod prose;
pub mod report;
pub mod review;
pub mod settings;
pub mod store;
pub mod tui;
pub mod words;
