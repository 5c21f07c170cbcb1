//! Bytes of a known encoding, handed on as UTF-8.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How a file's bytes are characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coding(&'static Encoding);

impl Coding {
    /// UTF-8, with or without a mark in front.
    pub const UTF8: Coding = Coding(UTF_8);

    /// The encoding of this name: `gbk`, `utf-16`, `windows-1252`.
    pub fn named(name: &str) -> Option<Coding> {
        let encoding = Encoding::for_label(name.trim().as_bytes())?;
        // GB18030 reads whatever GBK reads.
        Some(Coding(if encoding == encoding_rs::GBK {
            GB18030
        } else {
            encoding
        }))
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

/// What the first bytes of a file say of its encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess {
    /// This one.
    Is(Coding),
    /// It could be GB18030, which every byte of it is, or a Western encoding.
    Chinese,
    /// It is text of an encoding that its bytes do not tell.
    Unknown,
    /// It is no text.
    Binary,
}

/// What the first bytes of a file say; `whole` when there are no others.
pub fn guess(head: &[u8], whole: bool) -> Guess {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Guess::Is(Coding(encoding));
    }
    if head.contains(&0) {
        return sixteen(head).map_or(Guess::Binary, Guess::Is);
    }
    match std::str::from_utf8(head) {
        Ok(_) => return Guess::Is(Coding::UTF8),
        // The head may end within a character.
        Err(error) if error.error_len().is_none() && !whole => return Guess::Is(Coding::UTF8),
        Err(_) => {}
    }
    let mut out = String::with_capacity(head.len() * 2);
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let (result, _) = loop {
        let (result, read) = decoder.decode_to_string_without_replacement(head, &mut out, whole);
        if result != encoding_rs::DecoderResult::OutputFull {
            break (result, read);
        }
        out.clear();
        decoder = GB18030.new_decoder_without_bom_handling();
        out.reserve(head.len() * 4);
    };
    match result {
        encoding_rs::DecoderResult::InputEmpty => Guess::Chinese,
        _ => Guess::Unknown,
    }
}

/// UTF-16 without a mark: every other byte of its digits and line ends is nothing.
fn sixteen(head: &[u8]) -> Option<Coding> {
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|it| **it == 0);
    let (even, odd) = (zeros(0).count(), zeros(1).count());
    let many = head.len() / 8;
    match (even, odd) {
        (0, odd) if odd >= many => Some(Coding(UTF_16LE)),
        (even, 0) if even >= many => Some(Coding(UTF_16BE)),
        _ => None,
    }
}

/// A reader of UTF-8 over a reader of any encoding; what cannot be read becomes U+FFFD.
pub struct Utf8<R> {
    inner: R,
    decoder: Decoder,
    raw: Box<[u8]>,
    start: usize,
    end: usize,
    is_over: bool,
    is_damaged: bool,
    /// Bytes taken from the reader so far.
    taken: u64,
}

impl<R> std::fmt::Debug for Utf8<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Utf8")
            .field("taken", &self.taken)
            .finish_non_exhaustive()
    }
}

impl<R: Read> Utf8<R> {
    /// A reader over this one.
    pub fn new(inner: R, coding: Coding) -> Utf8<R> {
        Utf8 {
            inner,
            decoder: coding.0.new_decoder_with_bom_removal(),
            raw: vec![0; 1 << 16].into_boxed_slice(),
            start: 0,
            end: 0,
            is_over: false,
            is_damaged: false,
            taken: 0,
        }
    }

    /// Whether something could not be read so far.
    pub fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// How many bytes were taken from the reader so far.
    pub fn taken(&self) -> u64 {
        self.taken
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.start == self.end && !self.is_over {
                let read = match self.inner.read(&mut self.raw) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    other => other?,
                };
                self.taken += read as u64;
                (self.start, self.end) = (0, read);
                self.is_over = read == 0;
            }
            let raw = self.raw.get(self.start..self.end).unwrap_or_default();
            let (result, read, written, damaged) =
                self.decoder.decode_to_utf8(raw, out, self.is_over);
            self.start += read;
            self.is_damaged |= damaged;
            if written > 0 || self.is_over || result == CoderResult::OutputFull {
                return Ok(written);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], coding: &str) -> (String, bool) {
        let mut reader = Utf8::new(bytes, Coding::named(coding).unwrap());
        let mut text = String::new();
        reader.read_to_string(&mut text).unwrap();
        (text, reader.is_damaged())
    }

    #[test]
    fn encodings_become_one() {
        assert_eq!(read(b"\xef\xbb\xbfa", "utf-8"), ("a".into(), false));
        assert_eq!(read(b"\xbf\xcd", "gbk"), ("客".into(), false));
        assert_eq!(read(b"\xff\xfea\0\xa2[", "utf-16le"), ("a客".into(), false));
        assert_eq!(read(b"a\xffb", "utf-8"), ("a\u{fffd}b".into(), true));
        let long = "客户,金额\n".repeat(40_000);
        let (gbk, _, _) = GB18030.encode(&long);
        assert_eq!(read(&gbk, "gbk"), (long, false));
    }

    #[test]
    fn the_head_tells_the_encoding() {
        let is = |name| Guess::Is(Coding::named(name).unwrap());
        assert_eq!(guess(b"customer", true), is("utf-8"));
        assert_eq!(guess("客户".as_bytes(), true), is("utf-8"));
        assert_eq!(guess(b"a\xe5\xae", false), is("utf-8"));
        assert_eq!(guess(b"\xbf\xcd\xbb\xa7", true), Guess::Chinese);
        assert_eq!(guess(b"caf\xe9\n", true), Guess::Unknown);
        assert_eq!(guess(b"\xff\xfea\0", true), is("utf-16le"));
        assert_eq!(guess(b"a\0b\0\n\0c\0", true), is("utf-16le"));
        assert_eq!(guess(b"\0a\0b\0\n\0c", true), is("utf-16be"));
        assert_eq!(guess(b"\x89PNG\r\n\x1a\n\0\0\0\r", true), Guess::Binary);
    }
}
