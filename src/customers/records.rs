//! The rows of a text of separated values, with the lines on which they stand.

use std::io::Read;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::error::Error;

/// The longest row: a quote that is never closed must not swallow the file.
const LONGEST: usize = 1 << 20;
/// How much is read at a time.
const BLOCK: usize = 1 << 18;

/// Reads rows.
pub struct Records<R> {
    inner: R,
    reader: Reader,
    block: Vec<u8>,
    /// Where the row begins, what was read of it, and where the block's bytes end.
    row: usize,
    at: usize,
    end: usize,
    out: Vec<u8>,
    ends: Vec<usize>,
    fields: usize,
    line: u64,
    next_line: u64,
    is_over: bool,
}

impl<R> std::fmt::Debug for Records<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Records")
            .field("line", &self.line)
            .finish_non_exhaustive()
    }
}

impl<R: Read> Records<R> {
    /// The rows of this text.
    pub fn new(inner: R, delimiter: u8) -> Records<R> {
        Records {
            inner,
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            block: vec![0; BLOCK],
            row: 0,
            at: 0,
            end: 0,
            out: vec![0; 1 << 12],
            ends: vec![0; 64],
            fields: 0,
            line: 1,
            next_line: 1,
            is_over: false,
        }
    }

    /// Moves to the next row; `false` at the end.
    pub fn advance(&mut self) -> Result<bool, Error> {
        self.row = self.at;
        self.line = self.next_line;
        let (mut written, mut fields) = (0, 0);
        loop {
            if self.at == self.end && !self.is_over {
                self.fill()?;
            }
            let input = self.block.get(self.at..self.end).unwrap_or_default();
            let out = self.out.get_mut(written..).unwrap_or_default();
            let ends = self.ends.get_mut(fields..).unwrap_or_default();
            let (result, read, wrote, ended) = self.reader.read_record(input, out, ends);
            self.at += read;
            written += wrote;
            fields += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.out.resize(self.out.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(false),
            }
        }
        self.fields = fields;
        self.next_line = self.reader.line();
        Ok(true)
    }

    /// Reads on behind what is there of the row.
    fn fill(&mut self) -> Result<(), Error> {
        if self.row > 0 {
            self.block.copy_within(self.row..self.end, 0);
            self.at -= self.row;
            self.end -= self.row;
            self.row = 0;
        }
        if self.end > LONGEST {
            return Err(Error::EndlessRow(self.first_line()));
        }
        if self.block.len() - self.end < BLOCK / 2 {
            self.block.resize(self.block.len() * 2, 0);
        }
        let free = self.block.get_mut(self.end..).unwrap_or_default();
        let read = self.inner.read(free).map_err(|error| Error::read(&error))?;
        self.end += read;
        self.is_over = read == 0;
        Ok(())
    }

    /// How many fields the row has.
    pub fn len(&self) -> usize {
        self.fields
    }

    /// Whether the row has no field.
    pub fn is_empty(&self) -> bool {
        self.fields == 0
    }

    /// A field of the row, without the blanks around it; empty where there is none.
    pub fn field(&self, at: usize) -> &[u8] {
        let ends = self.ends.get(..self.fields).unwrap_or_default();
        let from = at
            .checked_sub(1)
            .map_or(Some(0), |at| ends.get(at).copied());
        let range = from.zip(ends.get(at).copied());
        let field = range.and_then(|(from, to)| self.out.get(from..to));
        field.unwrap_or_default().trim_ascii()
    }

    /// The row as it stands in the text.
    pub fn raw(&self) -> &[u8] {
        let raw = self.block.get(self.row..self.at).unwrap_or_default();
        raw.trim_ascii()
    }

    /// The line on which the row begins.
    pub fn first_line(&self) -> u64 {
        let raw = self.block.get(self.row..self.at).unwrap_or_default();
        let blank = raw.iter().take_while(|byte| byte.is_ascii_whitespace());
        self.line + blank.filter(|byte| **byte == b'\n').count() as u64
    }

    /// The reader beneath.
    pub fn inner(&self) -> &R {
        &self.inner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u64, Vec<String>)> {
        let mut records = Records::new(text.as_bytes(), b',');
        let mut rows = Vec::new();
        while records.advance().unwrap() {
            let fields = (0..records.len()).map(|at| records.field(at));
            let fields = fields.map(|it| String::from_utf8(it.to_vec()).unwrap());
            rows.push((records.first_line(), fields.collect()));
        }
        rows
    }

    #[test]
    fn quotes_line_ends_and_blank_lines() {
        let text = "a,b\r\n\r\n\"x, y\",\"say \"\"no\"\"\"\n\n\"two\nlines\", c \nlast,";
        let strings = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            rows(text),
            [
                (1, strings(&["a", "b"])),
                (3, strings(&["x, y", "say \"no\""])),
                (5, strings(&["two\nlines", "c"])),
                (7, strings(&["last", ""])),
            ]
        );
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        let text = format!("a,b\n1,\"2\n{}", "3,4\n".repeat(1_000_000));
        let mut records = Records::new(text.as_bytes(), b',');
        assert!(records.advance().unwrap());
        assert_eq!(records.advance(), Err(Error::EndlessRow(2)));
    }

    #[test]
    fn long_rows_are_read_whole() {
        let long = "x".repeat(400_000);
        let text = format!("a,{long}\nb,{long}\n");
        assert_eq!(rows(&text).len(), 2);
        assert!(
            rows(&text)
                .iter()
                .all(|(_, fields)| fields[1].len() == 400_000)
        );
    }
}
