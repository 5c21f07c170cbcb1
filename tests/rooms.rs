//! The rooms of `src/`: who may use whom, the walls between them, and how long a file may be.
//!
//! The tables below are the architecture page of `src/lib.rs` in a form that can fail. Changing a
//! row is a decision; the commit that changes it says why.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in the order of their work, each with the rooms that it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("words", &[]),
    ("catalogue", &["words"]),
    ("plan", &["words", "catalogue"]),
    ("prose", &["words"]),
    // Whether customers have only just come is told by their name.
    ("figures", &["words", "catalogue", "plan", "prose"]),
    // Drawn as text for the interface and the command line alike, so neither of them is used.
    ("charts", &["words", "catalogue", "plan", "figures"]),
    (
        "checks",
        &["words", "catalogue", "plan", "figures", "prose"],
    ),
    // Texts in, data out: what differs between plans, and how two changes become one.
    (
        "review",
        &["words", "catalogue", "plan", "figures", "checks"],
    ),
    // What leaders read is what the other rooms say, put into sections once for every format.
    (
        "report",
        &[
            "words",
            "catalogue",
            "plan",
            "figures",
            "charts",
            "checks",
            "prose",
        ],
    ),
    // Exercises are plans, judged by rules; what a teacher writes is handed in as text, and what
    // students get back is a report.
    (
        "classroom",
        &[
            "words",
            "catalogue",
            "plan",
            "prose",
            "figures",
            "charts",
            "checks",
            "review",
            "report",
        ],
    ),
    ("customers", &["words"]),
    // A cell is read by the rules by which it is written, a text as a file of purchases is.
    (
        "import",
        &["words", "catalogue", "plan", "report", "customers"],
    ),
    ("store", &["words"]),
    ("config", &["words", "plan"]),
    // What a project sets is told to the rules, and found on the disk.
    ("settings", &["words", "plan", "checks", "store"]),
    // An editor sees what the interface and the command line see, by the same rooms: what an
    // exercise locks as well.
    (
        "lsp",
        &[
            "words",
            "catalogue",
            "plan",
            "figures",
            "checks",
            "classroom",
            "store",
            "settings",
        ],
    ),
    (
        "tui",
        &[
            "words",
            "catalogue",
            "plan",
            "figures",
            "prose",
            "charts",
            "checks",
            "review",
            "classroom",
            "store",
            "settings",
        ],
    ),
    (
        "cli",
        &[
            "words",
            "catalogue",
            "plan",
            "figures",
            "prose",
            "charts",
            "checks",
            "review",
            "report",
            "classroom",
            "customers",
            "import",
            "store",
            "config",
            "settings",
            "lsp",
            "tui",
        ],
    ),
];

/// Names that only some places may say.
struct Wall {
    why: &'static str,
    /// Crates, met where a path begins.
    crates: &'static [&'static str],
    /// Beginnings of names, met anywhere.
    names: &'static [&'static str],
    /// Folders and files below `src/`.
    only_in: &'static [&'static str],
}

/// Where the surroundings may be looked at; of the settings only where they are.
///
/// A file of purchases may be larger than memory: where it is read, a reader is handed in. So
/// `std::io` is said there, but nothing that opens a file or looks at a clock.
const PURE: &[&str] = &[
    "config.rs",
    "customers/decode.rs",
    "customers/dialect.rs",
    "customers/error.rs",
    "customers/pass.rs",
    "customers/records.rs",
    "import/cells.rs",
    // A package is written into memory.
    "report/docx/mod.rs",
    "main.rs",
    "settings/find.rs",
    "store/",
    "tui/",
    "cli/",
];

const WALLS: &[Wall] = &[
    Wall {
        why: "the text of a plan is read and spliced in one room",
        crates: &["toml", "toml_parser", "toml_writer", "toml_edit"],
        names: &[],
        only_in: &["plan/"],
    },
    Wall {
        why: "beyond one door the terminal's types are our own",
        crates: &["crossterm", "signal_hook"],
        names: &["ratatui::crossterm", "ratatui::prelude"],
        only_in: &["tui/terminal.rs"],
    },
    Wall {
        why: "the interface is drawn in one room",
        crates: &["ratatui"],
        names: &[],
        only_in: &["tui/"],
    },
    Wall {
        why: "arguments are read in one room",
        crates: &["clap", "clap_complete", "clap_mangen"],
        names: &[],
        only_in: &["cli/"],
    },
    Wall {
        why: "the editors' protocol is spoken in one room",
        crates: &["lsp_server", "gen_lsp_types"],
        names: &[],
        only_in: &["lsp/", "cli/lsp.rs"],
    },
    Wall {
        why: "workbooks are written in one room and read in another",
        crates: &["rust_xlsxwriter", "calamine", "zip"],
        names: &[],
        only_in: &[
            "report/xlsx/",
            "report/docx/",
            "report/package.rs",
            "import/cells.rs",
        ],
    },
    Wall {
        why: "one room writes to disk, so that no other can lose a file",
        crates: &["tempfile"],
        names: &[
            "fs::write",
            "fs::copy",
            "fs::rename",
            "File::create",
            "File::options",
            "OpenOptions",
            "create_dir",
            "remove_file",
            "remove_dir",
            "hard_link",
            "set_permissions",
            "set_len",
        ],
        only_in: &["store/"],
    },
    Wall {
        why: "the same text gives the same findings: no clock, no disk, no surroundings",
        crates: &[],
        names: &[
            "std::fs",
            "std::env",
            "std::io",
            "Instant::now",
            "SystemTime::now",
            "Zoned::now",
        ],
        only_in: PURE,
    },
    Wall {
        why: "the programs that are started are the person's own editor and git",
        crates: &[],
        names: &["process::Command"],
        only_in: &["tui/run.rs", "store/git.rs"],
    },
    Wall {
        why: "output goes through the console, which knows the language and the pipe",
        crates: &[],
        names: &[
            "println!",
            "print!",
            "eprintln!",
            "eprint!",
            "process::exit",
        ],
        only_in: &[],
    },
    Wall {
        why: "nothing is sent anywhere",
        crates: &[],
        names: &["std::net", "TcpStream", "UdpSocket", "UnixStream"],
        only_in: &[],
    },
];

/// The longest that a file may be.
const LINES: usize = 600;

/// Files that are longer, and why that is right.
const LONGER: &[(&str, &str)] = &[
    ("catalogue/needs.rs", "a table of fields"),
    ("catalogue/plan.rs", "a table of fields"),
    ("catalogue/relationships.rs", "a table of fields"),
    ("words/glossary/terms.rs", "the table of terms"),
];

/// A file below `src/`, with its path in forward slashes.
struct Source {
    path: String,
    lines: usize,
    /// What runs outside of tests, without comments.
    code: String,
}

impl Source {
    fn room(&self) -> &str {
        let end = self.path.find(['/', '.']).unwrap_or(self.path.len());
        &self.path[..end]
    }

    /// How many modules deep the file is: `tui/mod.rs` is 1, `tui/app/go.rs` is 3.
    fn depth(&self) -> usize {
        let path = self.path.trim_end_matches(".rs").trim_end_matches("/mod");
        path.split('/').count()
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    assert!(paths.len() > 100, "only {} files found", paths.len());
    let sources = paths.iter().map(|path| {
        let text = fs::read_to_string(path).unwrap();
        let inside = path.strip_prefix(&root).unwrap();
        let path = inside.to_string_lossy().replace('\\', "/");
        Source {
            lines: text.lines().count(),
            code: code_of(&path, &text),
            path,
        }
    });
    sources.collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|end| end == "rs") {
            paths.push(path);
        }
    }
}

/// The code of a file without comments and tests. Tests may use what they like, as an oracle.
fn code_of(path: &str, text: &str) -> String {
    if path.split('/').any(|part| part.starts_with("test")) {
        return String::new();
    }
    let mut code = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let next = lines.peek().unwrap_or(&"");
        if line == "#[cfg(test)]" && next.contains("mod ") && next.ends_with('{') {
            // rustfmt closes a module at the start of a line.
            for line in lines.by_ref() {
                if line == "}" {
                    break;
                }
            }
            continue;
        }
        let end = line.find("//").unwrap_or(line.len());
        code.push_str(&line[..end]);
        code.push('\n');
    }
    code
}

/// Whether the code says `name` where a word begins.
fn says(code: &str, name: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(name)
        .any(|(at, _)| !code[..at].ends_with(word))
}

/// Whether a path of the code begins with the crate `name`.
fn names_crate(code: &str, name: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || "_:\"`.".contains(c);
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        let is_used = before.ends_with("use ") && after.starts_with([';', ' ']);
        !before.ends_with(inside) && (is_used || after.starts_with("::"))
    })
}

/// The rooms that the code names: `crate::plan::…` and `use crate::{catalogue, checks}`.
fn used(code: &str) -> BTreeSet<&str> {
    let name = |text: &'_ str| {
        text.find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(text.len())
    };
    let mut used = BTreeSet::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        if code[..at].ends_with('$') {
            continue;
        }
        let Some(list) = rest.strip_prefix('{') else {
            used.insert(&rest[..name(rest)]);
            continue;
        };
        // The names at the first level of the braces.
        let mut level = 0;
        let mut start = true;
        for (at, c) in list.char_indices() {
            match c {
                '{' => level += 1,
                '}' if level == 0 => break,
                '}' => level -= 1,
                ',' if level == 0 => start = true,
                c if start && c.is_alphabetic() => {
                    used.insert(&list[at..at + name(&list[at..])]);
                    start = false;
                }
                _ => {}
            }
        }
    }
    used
}

/// The longest chain of `super::` in the code.
fn climbs(code: &str) -> usize {
    let mut longest = 0;
    for (at, _) in code.match_indices("super::") {
        let chain = code[at..].split("::").take_while(|part| *part == "super");
        longest = longest.max(chain.count());
    }
    longest
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn a_room_uses_only_the_rooms_before_it() {
    let mut faults = Vec::new();
    for source in sources() {
        let room = source.room();
        if ["lib", "main"].contains(&room) {
            continue;
        }
        let Some((_, may)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            faults.push(format!("{}: no row in ROOMS for {room}", source.path));
            continue;
        };
        for name in used(&source.code) {
            if name != room && !may.contains(&name) {
                faults.push(format!("{}: {room} may not use {name}", source.path));
            }
        }
        if climbs(&source.code) >= source.depth() {
            faults.push(format!("{}: `super` leaves the room", source.path));
        }
    }
    assert_none(&faults);
}

#[test]
fn the_table_of_rooms_goes_one_way() {
    for (at, (room, may)) in ROOMS.iter().enumerate() {
        for other in *may {
            let before = ROOMS.iter().position(|(name, _)| name == other);
            assert!(before.is_some_and(|before| before < at), "{room}: {other}");
        }
    }
}

#[test]
fn the_walls_stand() {
    let sources = sources();
    let mut faults = Vec::new();
    for wall in WALLS {
        for source in &sources {
            if wall
                .only_in
                .iter()
                .any(|place| source.path.starts_with(place))
            {
                continue;
            }
            let crates = wall.crates.iter();
            let said = crates
                .filter(|name| names_crate(&source.code, name))
                .chain(wall.names.iter().filter(|name| says(&source.code, name)));
            for name in said {
                faults.push(format!("{}: `{name}`, but {}", source.path, wall.why));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn a_file_can_be_read_in_one_sitting() {
    let mut faults = Vec::new();
    for source in sources() {
        let reason = LONGER.iter().find(|(path, _)| *path == source.path);
        match (source.lines > LINES, reason) {
            (true, None) => faults.push(format!("{}: {} lines", source.path, source.lines)),
            (false, Some(_)) => faults.push(format!("{}: take it out of LONGER", source.path)),
            _ => {}
        }
    }
    assert_none(&faults);
}

#[test]
fn the_architecture_page_names_every_room() {
    let page = include_str!("../src/lib.rs");
    for (room, may) in ROOMS {
        let name = format!("| [`{room}`] |");
        let row = page.lines().find(|line| line.contains(&name));
        let row = row.unwrap_or_else(|| panic!("no row for {room}"));
        let uses = row.rsplit('|').nth(1).unwrap_or_default();
        let named: BTreeSet<&str> = uses.split('`').skip(1).step_by(2).collect();
        let may: BTreeSet<&str> = may.iter().copied().collect();
        if !uses.contains("all above") {
            assert_eq!(named, may, "{room}");
        }
    }
}
