//! The looks: what each kind of thing on the screen is drawn like, in three themes.
//!
//! Only the terminal's own sixteen colours are used, because the person has already chosen them to
//! be readable. Text that must be read keeps the terminal's default colour: quieter text is faint,
//! never dark grey, which vanishes on some backgrounds. No meaning rests on colour alone; every
//! mark has a sign and a word beside it.

use ratatui::style::{Color, Modifier, Style};

/// A style for each role that something on the screen can play.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// What the theme is called: `light`, `dark` or `mono`.
    pub name: &'static str,
    /// What is read and written.
    pub text: Style,
    /// What is read second: reasons, units, examples, hints.
    pub dim: Style,
    /// What can be acted on: keys, links, the next thing to do.
    pub accent: Style,
    /// The pane, field or row that has the keyboard.
    pub focus: Style,
    /// Lines around and between panes.
    pub border: Style,
    /// Findings that are errors, and whatever failed.
    pub error: Style,
    /// Findings that are warnings.
    pub warning: Style,
    /// Findings that are advice.
    pub advice: Style,
    /// What is complete or went well.
    pub ok: Style,
    /// Words that came in, in a comparison.
    pub added: Style,
    /// Words that went out, in a comparison.
    pub removed: Style,
    /// Selected text, and the chosen row of a list.
    pub selection: Style,
    /// Headings.
    pub title: Style,
}

const PLAIN: Style = Style::new();
const BOLD: Style = PLAIN.add_modifier(Modifier::BOLD);
const FAINT: Style = PLAIN.add_modifier(Modifier::DIM);
const UNDERLINED: Style = PLAIN.add_modifier(Modifier::UNDERLINED);
const REVERSED: Style = PLAIN.add_modifier(Modifier::REVERSED);

/// For light letters on a dark background.
const DARK: Theme = Theme {
    name: "dark",
    text: PLAIN,
    dim: FAINT,
    accent: PLAIN.fg(Color::Cyan),
    focus: BOLD.fg(Color::Cyan),
    border: FAINT,
    error: PLAIN.fg(Color::LightRed),
    warning: PLAIN.fg(Color::Yellow),
    advice: PLAIN.fg(Color::LightBlue),
    ok: PLAIN.fg(Color::Green),
    added: PLAIN.fg(Color::Green),
    removed: PLAIN
        .fg(Color::LightRed)
        .add_modifier(Modifier::CROSSED_OUT),
    selection: REVERSED,
    title: BOLD,
};

/// For dark letters on a light background, where yellow and cyan cannot be read.
const LIGHT: Theme = Theme {
    name: "light",
    accent: PLAIN.fg(Color::Blue),
    focus: BOLD.fg(Color::Blue),
    error: PLAIN.fg(Color::Red),
    warning: PLAIN.fg(Color::Magenta),
    advice: PLAIN.fg(Color::Blue),
    removed: PLAIN.fg(Color::Red).add_modifier(Modifier::CROSSED_OUT),
    ..DARK
};

/// Without colour: bold, faint, underlined and reversed say it all.
const MONO: Theme = Theme {
    name: "mono",
    accent: UNDERLINED,
    focus: BOLD,
    error: BOLD.add_modifier(Modifier::UNDERLINED),
    warning: BOLD,
    advice: PLAIN,
    ok: PLAIN,
    added: UNDERLINED,
    removed: FAINT,
    ..DARK
};

impl Theme {
    /// All themes, in the order in which settings offer them.
    pub const ALL: [Theme; 3] = [LIGHT, DARK, MONO];

    /// The style of a severity.
    pub fn severity(&self, severity: crate::checks::Severity) -> Style {
        match severity {
            crate::checks::Severity::Error => self.error,
            crate::checks::Severity::Warning => self.warning,
            crate::checks::Severity::Advice => self.advice,
        }
    }

    /// The theme of this name: `light`, `dark` or `mono`.
    pub fn named(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name == name)
    }

    /// The theme that suits the surroundings, when nobody has chosen one.
    ///
    /// `NO_COLOR` and a dumb terminal mean mono; else the background that `COLORFGBG` tells; else
    /// dark, whose text is readable on a light background too.
    pub fn detect(env: impl Fn(&str) -> Option<String>) -> Theme {
        let set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
        let dumb = env("TERM").is_some_and(|term| term == "dumb");
        if set("NO_COLOR") || dumb {
            MONO
        } else if is_light(&env) == Some(true) {
            LIGHT
        } else {
            DARK
        }
    }
}

/// Whether the background is light, as far as `COLORFGBG` (`15;0`, `0;default;15`) tells.
pub fn is_light(env: impl Fn(&str) -> Option<String>) -> Option<bool> {
    let colours = env("COLORFGBG")?;
    let background: u8 = colours.rsplit(';').next()?.trim().parse().ok()?;
    Some(background == 7 || background > 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env<'a>(set: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
        move |name| {
            let (_, value) = set.iter().find(|(key, _)| *key == name)?;
            Some((*value).to_owned())
        }
    }

    fn styles(theme: &Theme) -> [Style; 13] {
        [
            theme.text,
            theme.dim,
            theme.accent,
            theme.focus,
            theme.border,
            theme.error,
            theme.warning,
            theme.advice,
            theme.ok,
            theme.added,
            theme.removed,
            theme.selection,
            theme.title,
        ]
    }

    #[test]
    fn surroundings_choose_the_theme() {
        assert_eq!(Theme::detect(env(&[])).name, "dark");
        assert_eq!(Theme::detect(env(&[("COLORFGBG", "15;0")])).name, "dark");
        assert_eq!(Theme::detect(env(&[("COLORFGBG", "0;15")])).name, "light");
        let rxvt = env(&[("COLORFGBG", "0;default;15")]);
        assert_eq!(Theme::detect(rxvt).name, "light");
        assert_eq!(Theme::detect(env(&[("COLORFGBG", "x")])).name, "dark");
        assert_eq!(Theme::detect(env(&[("NO_COLOR", "1")])).name, "mono");
        assert_eq!(Theme::detect(env(&[("NO_COLOR", "")])).name, "dark");
        assert_eq!(Theme::detect(env(&[("TERM", "dumb")])).name, "mono");
    }

    #[test]
    fn themes_are_found_by_name() {
        for theme in Theme::ALL {
            assert_eq!(Theme::named(theme.name), Some(theme));
        }
        assert_eq!(Theme::named("neon"), None);
    }

    #[test]
    fn mono_has_no_colour_and_no_theme_hides_text_in_grey() {
        for style in styles(&MONO) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        for theme in Theme::ALL {
            for style in styles(&theme) {
                assert_ne!(style.fg, Some(Color::DarkGray));
                assert_eq!(style.bg, None);
            }
        }
    }
}
