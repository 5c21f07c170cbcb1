//! What a person sets once: language, theme, colour, the folder of plans.
//!
//! One table of settings feeds the reader, the sample and `farsight info`. A bad configuration
//! never stops the program: what cannot be read keeps its default, and a warning says where.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::plan::{self, Document, Lines, Place, Scalar};
use crate::words::{Lang, Text};

/// The settings of a user.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language of the interface; none follows the system.
    pub language: Option<Lang>,
    /// The theme by name: `light`, `dark` or `mono`; none follows the terminal.
    pub theme: Option<&'static str>,
    /// Whether to colour output; none asks the terminal.
    pub color: Option<bool>,
    /// The name that answers to findings are signed with; none leaves them unsigned.
    pub name: Option<String>,
    /// The folder that opens when no path is given; none is the current folder.
    pub plans: Option<PathBuf>,
}

/// A setting: a key of the configuration file.
#[derive(Debug)]
pub struct Setting {
    /// The key in the file.
    pub key: &'static str,
    /// The words it may be, the default first; empty where any text may stand.
    pub values: &'static [&'static str],
    /// What it does.
    pub help: Text,
    apply: fn(&mut Settings, &'static str, &str),
    show: fn(&Settings) -> String,
}

/// Every setting, in the order of the sample.
pub const SETTINGS: &[Setting] = &[
    Setting {
        key: "language",
        values: &["auto", "en", "zh"],
        help: Text::new(
            "The language of the interface; auto follows the system.",
            "界面语言；auto 表示跟随系统。",
        ),
        apply: |settings, word, _| {
            settings.language = (word != "auto").then(|| Lang::from_tag(word));
        },
        show: |settings| settings.language.map_or("auto", Lang::tag).to_owned(),
    },
    Setting {
        key: "theme",
        values: &["auto", "light", "dark", "mono"],
        help: Text::new(
            "The colours of the interface; auto asks the terminal.",
            "界面配色；auto 表示询问终端。",
        ),
        apply: |settings, word, _| settings.theme = (word != "auto").then_some(word),
        show: |settings| settings.theme.unwrap_or("auto").to_owned(),
    },
    Setting {
        key: "color",
        values: &["auto", "always", "never"],
        help: Text::new(
            "Whether commands colour what they print; auto does so in a terminal only.",
            "命令的输出是否带颜色；auto 表示只在终端里带。",
        ),
        apply: |settings, word, _| {
            settings.color = match word {
                "always" => Some(true),
                "never" => Some(false),
                _ => None,
            };
        },
        show: |settings| {
            let word = match settings.color {
                Some(true) => "always",
                Some(false) => "never",
                None => "auto",
            };
            word.to_owned()
        },
    },
    Setting {
        key: "name",
        values: &[],
        help: Text::new(
            "Your name, as `farsight accept` signs an answer; empty leaves it unsigned.",
            "你的姓名，`farsight accept` 用它署名；留空则不署名。",
        ),
        apply: |settings, _, text| {
            settings.name = (!text.trim().is_empty()).then(|| text.trim().to_owned());
        },
        show: |settings| settings.name.clone().unwrap_or_default(),
    },
    Setting {
        key: "plans",
        values: &[],
        help: Text::new(
            "The folder of plans that opens when no path is given; empty is the current one.",
            "不带路径启动时打开的计划文件夹；留空表示当前文件夹。",
        ),
        apply: |settings, _, text| {
            settings.plans = (!text.is_empty()).then(|| expand_home(text));
        },
        show: |settings| {
            let plans = settings.plans.as_deref().unwrap_or(Path::new(""));
            plans.to_string_lossy().into_owned()
        },
    },
];

impl Setting {
    /// The value as the file writes it, without quotes.
    pub fn show(&self, settings: &Settings) -> String {
        (self.show)(settings)
    }
}

/// Something in the configuration that was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where it stands; none when the file could not be read at all.
    pub place: Option<Place>,
    what: Text,
    args: Vec<String>,
}

impl Warning {
    /// A warning about the whole file.
    pub fn of_file(said: String) -> Warning {
        Warning {
            place: None,
            what: Text::new("{0}", "{0}"),
            args: vec![said],
        }
    }

    /// What is wrong, and what the program does about it.
    pub fn message(&self, lang: Lang) -> String {
        self.what.fill(lang, &self.args)
    }
}

/// Reads a configuration; never fails.
pub fn read(text: &str) -> (Settings, Vec<Warning>) {
    let document = Document::parse(text);
    let lines = Lines::of(text);
    let mut settings = Settings::default();
    let mut warnings = Vec::new();
    let mut warn = |byte: usize, what, args| {
        let place = Some(lines.place(byte));
        warnings.push(Warning { place, what, args });
    };
    if let Some(byte) = plan::syntax_error(text) {
        let what = Text::new(
            "This is not TOML from here on, so the default settings are used.",
            "从这里起不符合TOML语法，已改用默认设置。",
        );
        warn(byte, what, Vec::new());
        return (settings, warnings);
    }
    for key in document.keys(&plan::Path::default()) {
        let path = plan::Path::new([key.as_str()]);
        let span = document.span(&path).unwrap_or_default();
        let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else {
            let what = Text::new(
                "There is no setting “{0}”; there are {1}.",
                "没有“{0}”这项设置；可用的有：{1}。",
            );
            let keys: Vec<&str> = SETTINGS.iter().map(|setting| setting.key).collect();
            warn(span.start, what, vec![key, keys.join(", ")]);
            continue;
        };
        let Some(Scalar::Text(value)) = document.get(&path) else {
            let what = Text::new(
                "The setting “{0}” takes a text in quotes; its default is used.",
                "设置“{0}”应是加引号的文字，已改用默认值。",
            );
            warn(span.start, what, vec![key]);
            continue;
        };
        let word = setting.values.iter().find(|word| **word == value);
        match word {
            Some(word) => (setting.apply)(&mut settings, word, &value),
            None if setting.values.is_empty() => (setting.apply)(&mut settings, "", &value),
            None => {
                let what = Text::new(
                    "The setting “{0}” cannot be “{1}”: use {2}. Its default is used.",
                    "设置“{0}”不能是“{1}”，可用：{2}。已改用默认值。",
                );
                warn(
                    span.start,
                    what,
                    vec![key, value, setting.values.join(", ")],
                );
            }
        }
    }
    (settings, warnings)
}

/// A configuration file with every setting at its default, explained.
pub fn sample(lang: Lang) -> String {
    let defaults = Settings::default();
    let mut out = String::new();
    for setting in SETTINGS {
        if !out.is_empty() {
            out.push('\n');
        }
        // Writing to a String cannot fail.
        let _ = writeln!(out, "# {}", setting.help.get(lang));
        if !setting.values.is_empty() {
            let _ = writeln!(out, "# {}", setting.values.join(" | "));
        }
        let _ = writeln!(out, "{} = \"{}\"", setting.key, setting.show(&defaults));
    }
    out
}

/// A path with `~` as the home folder.
fn expand_home(text: &str) -> PathBuf {
    let home = || Some(directories::BaseDirs::new()?.home_dir().to_path_buf());
    match text.strip_prefix("~/").or((text == "~").then_some("")) {
        Some(rest) => home().map_or_else(|| PathBuf::from(text), |home| home.join(rest)),
        None => PathBuf::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_says_the_defaults_in_both_languages() {
        for lang in Lang::ALL {
            assert_eq!(read(&sample(lang)), (Settings::default(), Vec::new()));
        }
    }

    #[test]
    fn every_setting_can_be_set_and_shown() {
        let text =
            "language = 'zh'\ntheme = 'mono'\ncolor = 'never'\nname = '沈立夏'\nplans = '计划'\n";
        let (settings, warnings) = read(text);
        assert_eq!(warnings, []);
        let shown: Vec<String> = SETTINGS.iter().map(|it| it.show(&settings)).collect();
        assert_eq!(shown, ["zh", "mono", "never", "沈立夏", "计划"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_the_rest_counts() {
        let (settings, warnings) = read("theme = \"drak\nlanguage = \"zh\"\n");
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        assert_eq!(settings, Settings::default());

        let (settings, warnings) =
            read("theme = \"drak\"\n\"颜色\" = 1\nlanguage = \"zh\"\ncolor = 3\n");
        let told: Vec<String> = warnings
            .iter()
            .map(|warning| {
                let place = warning.place.unwrap();
                format!(
                    "{}:{} {}",
                    place.line,
                    place.column,
                    warning.message(Lang::Zh)
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "1:9 设置“theme”不能是“drak”，可用：auto, light, dark, mono。已改用默认值。",
                "2:8 没有“颜色”这项设置；可用的有：language, theme, color, name, plans。",
                "4:9 设置“color”应是加引号的文字，已改用默认值。",
            ]
        );
        assert_eq!(settings.language, Some(Lang::Zh));
        assert_eq!(
            warnings[0].message(Lang::En),
            "The setting “theme” cannot be “drak”: use auto, light, dark, mono. Its default is used."
        );
    }
}
