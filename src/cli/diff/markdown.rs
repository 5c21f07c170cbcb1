//! A comparison as Markdown, to stand in a pull request.

use super::super::console::Console;
use super::super::failure::Failure;
use super::output::Page;
use crate::review::markdown::head;

impl Page<'_> {
    /// Prints the page; of a plan that came or went only that it did.
    pub fn markdown(&self, console: &mut Console) -> Result<(), Failure> {
        let name = &self.new.name;
        let page = if self.old.is_there() && self.new.is_there() {
            self.summary().markdown(name)
        } else {
            head(name, &self.headline())
        };
        console.line(page.trim_end())
    }
}
