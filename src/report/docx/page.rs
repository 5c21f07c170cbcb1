//! The paper: how large it is, and how much of it is text.

use crate::report::Paper;
use crate::report::document::Shape;

/// A page, in twentieths of a point.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// How wide and how high.
    pub size: (u32, u32),
    /// How much stays free at each side.
    pub margin: u32,
    /// Whether it lies on its long side.
    pub lies: bool,
}

impl Page {
    /// The page of this paper for a document of this shape.
    pub fn new(paper: Paper, shape: Shape) -> Page {
        let (wide, high) = paper.points();
        let [wide, high] = [wide, high].map(|points| (points * 20.0).round() as i32);
        let [wide, high] = [wide, high].map(i32::unsigned_abs);
        match shape {
            Shape::Flow => Page {
                size: (wide, high),
                margin: 1134,
                lies: false,
            },
            Shape::Page => Page {
                size: (wide, high),
                margin: 850,
                lies: false,
            },
            Shape::Slides => Page {
                size: (high, wide),
                margin: 1134,
                lies: true,
            },
        }
    }

    /// How wide the text is.
    pub fn width(self) -> u32 {
        self.size.0.saturating_sub(2 * self.margin)
    }

    /// How high the text is.
    pub fn height(self) -> u32 {
        self.size.1.saturating_sub(2 * self.margin)
    }

    /// The end of the text: what page it stands on.
    pub fn end(self) -> String {
        let ((wide, high), margin) = (self.size, self.margin);
        let lies = if self.lies {
            " w:orient=\"landscape\""
        } else {
            ""
        };
        format!(
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"{wide}\" w:h=\"{high}\"{lies}/><w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" w:left=\"{margin}\" w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
        )
    }
}
