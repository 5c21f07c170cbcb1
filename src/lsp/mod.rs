//! The language server: what an editor asks about a plan, answered from its text.
//!
//! A [`Server`] takes messages and gives messages; pipes and clocks are the command's. It keeps the
//! texts of the open plans and nothing else: every answer is computed anew, because a pass over
//! a plan takes less time than a key stroke, and what is not kept cannot be out of date.
//!
//! | file | what it answers |
//! |---|---|
//! | [`server`] | the life of a connection, and which function answers which request |
//! | [`open`] | a plan that is open: its text, its changes |
//! | [`page`] | a plan as one request sees it |
//! | [`place`] | lines and columns in the units of the client |
//! | [`diagnostics`] | findings, published after a short rest |
//! | [`locks`] | what an exercise keeps as it was given |
//! | [`hover`] | what stands under the cursor |
//! | [`complete`] | what could stand at the cursor |
//! | [`links`] | rows and the references to them: go there, list them, rename |
//! | [`actions`] | repairs and answers |
//! | [`layout`] | the canonical layout, as edits |
//! | [`outline`] | sections and rows as symbols and folds |

mod actions;
mod complete;
mod diagnostics;
mod hover;
mod layout;
mod links;
mod locks;
mod open;
mod outline;
mod page;
pub mod place;
mod server;

pub use server::Server;
