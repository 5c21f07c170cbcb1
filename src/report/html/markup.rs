//! HTML in which nothing that came from a plan can be markup, by construction.
//!
//! Tags and names of attributes are words of this program: only a `&'static str` is one. Whatever
//! else goes in is text or the value of an attribute, and is escaped on its way.

use crate::report::clean;

/// HTML in the making.
#[derive(Debug, Default)]
pub(super) struct Markup {
    out: String,
}

/// Attributes of a tag.
pub(super) type Attrs<'a> = &'a [(&'static str, &'a str)];

impl Markup {
    /// Adds markup of our own.
    pub fn raw(&mut self, html: &'static str) {
        self.out.push_str(html);
    }

    /// Opens a tag.
    pub fn open(&mut self, tag: &'static str, attrs: Attrs<'_>) {
        self.out.extend(["<", tag]);
        for (name, value) in attrs {
            self.out.extend([" ", *name, "=\""]);
            self.escaped(&clean(value));
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// Closes a tag.
    pub fn close(&mut self, tag: &'static str) {
        self.out.extend(["</", tag, ">"]);
    }

    /// A tag around a text.
    pub fn leaf(&mut self, tag: &'static str, attrs: Attrs<'_>, text: &str) {
        self.open(tag, attrs);
        self.text(text);
        self.close(tag);
    }

    /// A text; a line end in it ends a line.
    pub fn text(&mut self, text: &str) {
        for (at, line) in clean(text).split('\n').enumerate() {
            if at > 0 {
                self.raw("<br>");
            }
            self.escaped(line);
        }
    }

    /// A line end in the source, for people who read it.
    pub fn end_line(&mut self) {
        self.out.push('\n');
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                c => self.out.push(c),
            }
        }
    }

    /// The whole.
    pub fn done(self) -> String {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::Markup;

    #[test]
    fn no_text_and_no_value_is_markup() {
        let mut page = Markup::default();
        page.leaf("p", &[("title", "\" onclick='x'")], "<b>需要</b>\n&");
        assert_eq!(
            page.done(),
            "<p title=\"&quot; onclick=&#39;x&#39;\">&lt;b&gt;需要&lt;/b&gt;<br>&amp;</p>"
        );
    }
}
