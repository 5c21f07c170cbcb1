//! XML in which text stays text.

/// Some XML.
#[derive(Debug, Default)]
pub struct Xml(String);

impl Xml {
    /// Adds markup of ours.
    pub fn raw(&mut self, markup: &str) -> &mut Xml {
        self.0.push_str(markup);
        self
    }

    /// Adds text, whatever stands in it.
    pub fn text(&mut self, text: &str) -> &mut Xml {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// The whole.
    pub fn done(self) -> String {
        self.0
    }
}
