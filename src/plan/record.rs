//! How a struct of the typed plan reads itself from a TOML table.
//!
//! Reading is silent: what does not fit is `None`. Saying so is the work of the catalogue's own
//! pass in [`super::read`], so that no field can be read without being checked.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil;
use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::path::written;
use crate::catalogue::choices::Choose;
use crate::words::placeholder::says;

/// Bytes of the plan's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span {
            start: range.start,
            end: range.end,
        }
    }
}

/// A value and where it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Sp<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
    /// Whether it says something: a blank text and a placeholder do not. Many rules ask, so it
    /// is decided once.
    pub says: bool,
}

impl<T> std::ops::Deref for Sp<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A text of the plan, borrowed from the file where it can be.
pub type Str<'a> = Cow<'a, str>;

/// A value of the file that can be taken out.
pub type Slot<'v, 'a> = &'v mut Spanned<DeValue<'a>>;

/// A kind of field of the typed plan.
pub trait Read<'a> {
    /// What it is read as.
    type Out: Default;
    /// Takes the value out of its slot; what does not fit is empty.
    fn read(slot: Slot<'_, 'a>) -> Self::Out;
}

/// The name of a field in the file: a Rust keyword is written raw in the struct.
pub(super) const fn key_of(name: &'static str) -> &'static str {
    let bytes = name.as_bytes();
    if bytes.len() > 2 && bytes[0] == b'r' && bytes[1] == b'#' {
        name.split_at(2).1
    } else {
        name
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident => $out:ty = $read:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $kind;
        impl<'a> Read<'a> for $kind {
            type Out = $out;
            fn read(slot: Slot<'_, 'a>) -> Self::Out {
                $read(slot)
            }
        }
    )+};
}

kinds! {
    /// One line of text.
    Line => Option<Sp<Str<'a>>> = text;
    /// Prose.
    Text => Option<Sp<Str<'a>>> = text;
    /// A calendar day.
    Date => Option<Sp<civil::Date>> = date;
    /// A year, quarter or month, as it is written.
    Period => Option<Sp<Str<'a>>> = text;
    /// Yes or no.
    Flag => Option<Sp<bool>> = |slot: Slot<'_, 'a>| Some(at(slot, slot.get_ref().as_bool()?));
    /// Any number.
    Number => Option<Sp<Decimal>> = number;
    /// A whole number.
    Count => Option<Sp<Decimal>> = number;
    /// An amount of money.
    Money => Option<Sp<Decimal>> = number;
    /// A fraction.
    Percent => Option<Sp<Decimal>> = number;
    /// A judgement on a scale.
    Scale => Option<Sp<Decimal>> = number;
    /// The id of a row.
    Ref => Option<Sp<Str<'a>>> = text;
    /// Ids of rows.
    Refs => Vec<Sp<Str<'a>>> = texts;
    /// Lines.
    Lines => Vec<Sp<Str<'a>>> = texts;
    /// A number for each of several rows.
    Scores => Vec<(Sp<Str<'a>>, Decimal)> = scores;
}

/// One word of a choice.
#[derive(Debug)]
pub struct Choice<T>(std::marker::PhantomData<T>);

impl<'a, T: Choose> Read<'a> for Choice<T> {
    type Out = Option<Sp<T>>;
    fn read(slot: Slot<'_, 'a>) -> Self::Out {
        Some(at(slot, T::from_key(slot.get_ref().as_str()?)?))
    }
}

/// Several words of a choice.
#[derive(Debug)]
pub struct Choices<T>(std::marker::PhantomData<T>);

impl<'a, T: Choose> Read<'a> for Choices<T> {
    type Out = Vec<Sp<T>>;
    fn read(slot: Slot<'_, 'a>) -> Self::Out {
        let DeValue::Array(items) = slot.get_mut() else {
            return Vec::new();
        };
        items.iter_mut().filter_map(Choice::<T>::read).collect()
    }
}

fn at<T>(slot: &Spanned<DeValue<'_>>, value: T) -> Sp<T> {
    Sp {
        value,
        span: slot.span().into(),
        says: true,
    }
}

fn text<'a>(slot: Slot<'_, 'a>) -> Option<Sp<Str<'a>>> {
    let span = slot.span().into();
    let value: Str<'a> = match slot.get_mut() {
        // Line ends of a CRLF file are not part of the meaning.
        DeValue::String(text) if text.contains('\r') => text.replace("\r\n", "\n").into(),
        DeValue::String(text) => std::mem::take(text),
        _ => return None,
    };
    let says = says(&value);
    Some(Sp { value, span, says })
}

fn texts<'a>(slot: Slot<'_, 'a>) -> Vec<Sp<Str<'a>>> {
    match slot.get_mut() {
        DeValue::Array(items) => items.iter_mut().filter_map(text).collect(),
        _ => Vec::new(),
    }
}

fn number(slot: Slot<'_, '_>) -> Option<Sp<Decimal>> {
    Some(at(slot, decimal(slot.get_ref())?))
}

/// A TOML number as an exact decimal; `None` for other values, `inf`, `nan` and numbers too large.
pub(super) fn decimal(value: &DeValue<'_>) -> Option<Decimal> {
    match value {
        DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str().parse().ok(),
        DeValue::Integer(whole) => i64::from_str_radix(whole.as_str(), whole.radix())
            .ok()
            .map(Decimal::from),
        DeValue::Float(float) => {
            let raw = float.as_str();
            raw.parse()
                .ok()
                .or_else(|| Decimal::from_scientific(raw).ok())
        }
        _ => None,
    }
}

fn date(slot: Slot<'_, '_>) -> Option<Sp<civil::Date>> {
    let date = slot.get_ref().as_datetime()?.date?;
    let (year, month, day) = (
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    );
    Some(at(slot, civil::Date::new(year, month, day).ok()?))
}

fn scores<'a>(slot: Slot<'_, 'a>) -> Vec<(Sp<Str<'a>>, Decimal)> {
    let DeValue::Table(table) = slot.get_mut() else {
        return Vec::new();
    };
    table
        .iter()
        .filter_map(|(key, value)| {
            let name = Sp {
                value: Str::Owned(key.get_ref().to_string()),
                span: key.span().into(),
                says: says(key.get_ref()),
            };
            Some((name, decimal(value.get_ref())?))
        })
        .collect()
}

/// The texts of a field, whatever its kind; numbers, dates and choices have none.
pub(super) trait Texts {
    /// One for a line, several for a list.
    fn texts(&self) -> &[Sp<Str<'_>>] {
        &[]
    }
}

impl Texts for Option<Sp<Str<'_>>> {
    fn texts(&self) -> &[Sp<Str<'_>>] {
        self.as_slice()
    }
}

impl Texts for Vec<Sp<Str<'_>>> {
    fn texts(&self) -> &[Sp<Str<'_>>] {
        self
    }
}

impl Texts for Option<Sp<civil::Date>> {}
impl Texts for Option<Sp<Decimal>> {}
impl Texts for Option<Sp<bool>> {}
impl Texts for Vec<(Sp<Str<'_>>, Decimal)> {}
impl<T: Choose> Texts for Option<Sp<T>> {}
impl<T: Choose> Texts for Vec<Sp<T>> {}

/// The name of a row at this place with this id; none for a table.
pub(crate) fn row_name(nth: usize, id: Option<&str>) -> Option<Str<'_>> {
    let place = || nth.to_string().into();
    (nth > 0).then(|| id.map_or_else(place, Into::into))
}

/// A struct of the typed plan.
pub trait Record {
    /// The section of the catalogue that it holds.
    const SECTION: &'static str;
    /// The keys that it reads, in order.
    const KEYS: &'static [&'static str];

    /// Where its header or inline table stands.
    fn span(&self) -> Span;
    /// Its place in its list, from 1; 0 for a table.
    fn nth(&self) -> usize;
    /// Its id, where it has one that is not empty.
    fn id(&self) -> Option<&str>;
    /// Visits its texts with their keys: lines, prose and references, each item of a list.
    fn each_text<'t>(&'t self, visit: &mut dyn FnMut(&'static str, &'t Sp<Str<'t>>));

    /// The name of a row: its id, or its position from 1; none for a table.
    fn name(&self) -> Option<Str<'_>> {
        row_name(self.nth(), self.id())
    }

    /// The path of one of its fields, or its own where the key is empty.
    fn path(&self, key: &str) -> String {
        let mut path = String::with_capacity(64);
        path.push_str(Self::SECTION);
        let key = (!key.is_empty()).then_some(key);
        for name in self.name().as_deref().into_iter().chain(key) {
            path.push('.');
            path.push_str(&written(name));
        }
        path
    }
}

/// Reads one table.
pub(super) trait FromTable<'a>: Sized + Record {
    /// `nth` counts rows from 1; 0 for a table.
    fn from_table(table: &mut DeTable<'a>, span: Span, nth: usize) -> Self;
}

/// Declares the structs of the typed plan from names and kinds.
macro_rules! records {
    ($($(#[$doc:meta])* $shape:ident $name:ident $section:literal {
        $($field:ident: $kind:ty),+ $(,)?
    })+) => {$(
        $(#[$doc])*
        #[doc = concat!("A reading of `", $section, "`; what each field means is said in the catalogue.")]
        #[derive(Debug, Clone, Default, PartialEq)]
        #[allow(missing_docs)]
        pub struct $name<'a> {
            /// Where its header or inline table stands.
            pub span: super::record::Span,
            /// Its place in its list, from 1; 0 for a table.
            pub nth: usize,
            /// Its id, for rows that have one.
            pub id: Option<super::record::Sp<super::record::Str<'a>>>,
            $(pub $field: <$kind as super::record::Read<'a>>::Out,)+
        }

        impl super::record::Record for $name<'_> {
            const SECTION: &'static str = $section;
            const KEYS: &'static [&'static str] =
                &[$(super::record::key_of(stringify!($field)),)+];

            fn span(&self) -> super::record::Span {
                self.span
            }

            fn nth(&self) -> usize {
                self.nth
            }

            fn id(&self) -> Option<&str> {
                self.id.as_ref().map(|id| id.value.as_ref()).filter(|id| !id.is_empty())
            }

            fn each_text<'t>(
                &'t self,
                visit: &mut dyn FnMut(
                    &'static str,
                    &'t super::record::Sp<super::record::Str<'t>>,
                ),
            ) {
                use super::record::Texts;
                $(for text in self.$field.texts() {
                    visit(const { super::record::key_of(stringify!($field)) }, text);
                })+
            }
        }

        impl<'a> super::record::FromTable<'a> for $name<'a> {
            fn from_table(
                table: &mut toml::de::DeTable<'a>,
                span: super::record::Span,
                nth: usize,
            ) -> Self {
                use super::record::Read;
                let mut out = Self { span, nth, ..Self::default() };
                for (key, slot) in table.iter_mut() {
                    match key.get_ref().as_ref() {
                        "id" => out.id = super::record::Line::read(slot),
                        $(key if key == const { super::record::key_of(stringify!($field)) } => {
                            out.$field = <$kind>::read(slot);
                        })+
                        _ => {}
                    }
                }
                out
            }
        }
    )+};
}
pub(super) use records;
