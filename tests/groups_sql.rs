//! The query of `farsight groups --sql` gives what `farsight groups` counts, to the cent.
//!
//! The databases are asked for real where they are found: DuckDB as a program, or as a module of
//! the Python that `FARSIGHT_PYTHON` names (else `python3`); PostgreSQL from its package, started
//! in a folder of its own. A database that is not here is told past the test's captured output.
#![allow(clippy::unwrap_used)]

#[macro_use]
mod support;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::purchases::Shop;
use crate::support::sandbox::Sandbox;
use rust_decimal::Decimal;

/// The ways of counting that are compared.
const WAYS: &[&[&str]] = &[
    &[],
    &["--period", "quarter"],
    &["--period", "month", "--profit-threshold", "40"],
    &["--today", "2026-06-30", "--profit-threshold", "12.34"],
    &["--margin-rate", "37.5%"],
    &["--cost", "goods", "--columns", "margin="],
    &["--columns", "margin=,cost="],
    &["--by", "segment"],
    &[
        "--by",
        "segment",
        "--period",
        "month",
        "--today",
        "2026-03-31",
    ],
];

const SHOP: Shop = Shop {
    seed: 3,
    rows: 6_000,
    customers: 600,
    year: 2022,
    days: 4 * 365 + 181,
};

/// Rows of text, as a machine wrote them.
type Rows = Vec<Vec<String>>;

fn rows(csv: &str) -> Rows {
    let lines = csv.lines().skip(1);
    lines
        .map(|line| line.split(',').map(str::to_owned).collect())
        .collect()
}

fn ours(sandbox: &Sandbox, way: &[&str], more: &[&str]) -> String {
    let args = [&["groups", "purchases.csv"], way, more].concat();
    let output = sandbox.command(&args).output().unwrap();
    // 1: some rows come after the day that was told.
    let code = output.status.code().unwrap();
    assert!(code <= 1, "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Equal as numbers where both are, else as text.
fn assert_same(ours: &Rows, theirs: &Rows, way: &[&str]) {
    assert_eq!(ours.len(), theirs.len(), "{way:?}\n{ours:?}\n{theirs:?}");
    assert!(!ours.is_empty());
    for (a, b) in ours.iter().zip(theirs) {
        assert_eq!(a.len(), b.len(), "{way:?}\n{a:?}\n{b:?}");
        for (a, b) in a.iter().zip(b) {
            let numbers = a.parse::<Decimal>().ok().zip(b.parse::<Decimal>().ok());
            let is_same = numbers.map_or_else(|| a == b, |(a, b)| a == b);
            assert!(is_same, "{way:?}: {a} is not {b}\n{ours:?}\n{theirs:?}");
        }
    }
}

/// Says it even where the test's output is captured.
fn skipped(why: &str) {
    let _ = writeln!(std::io::stderr(), "\nskipped: {why}");
}

fn shop() -> Sandbox {
    let sandbox = Sandbox::new();
    let mut file = BufWriter::new(File::create(sandbox.path("purchases.csv")).unwrap());
    SHOP.write(&mut file, true).unwrap();
    file.flush().unwrap();
    sandbox
}

#[test]
fn duckdb_gives_the_same() {
    let Some(duckdb) = DuckDb::find() else {
        return skipped("no duckdb here, neither as a program nor as a module of Python");
    };
    let sandbox = shop();
    for way in WAYS {
        let table = format!("'{}'", sandbox.path("purchases.csv").display());
        let sql = ours(&sandbox, way, &["--sql", "duckdb", "--table", &table]);
        let theirs = duckdb.ask(&sql);
        let ours = ours(&sandbox, way, &["--format", "csv"]);
        assert_same(&rows(&ours), &rows(&theirs), way);
    }
}

enum DuckDb {
    Program,
    Module(String),
}

impl DuckDb {
    fn find() -> Option<DuckDb> {
        if works(Command::new("duckdb").arg("-version")) {
            return Some(DuckDb::Program);
        }
        let python = std::env::var("FARSIGHT_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        works(Command::new(&python).args(["-c", "import duckdb"])).then_some(DuckDb::Module(python))
    }

    fn ask(&self, sql: &str) -> String {
        let mut command = match self {
            DuckDb::Program => {
                let mut command = Command::new("duckdb");
                command.args(["-csv", ":memory:"]);
                command
            }
            DuckDb::Module(python) => {
                let mut command = Command::new(python);
                command.args(["-c", "import csv, duckdb, sys\nq = duckdb.sql(sys.stdin.read())\nout = csv.writer(sys.stdout)\nout.writerow(q.columns)\nout.writerows(q.fetchall())"]);
                command
            }
        };
        told(&mut command, sql)
    }
}

fn works(command: &mut Command) -> bool {
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// What a program answers to this input.
fn told(command: &mut Command, input: &str) -> String {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}\n{input}");
    String::from_utf8(output.stdout).unwrap().replace('\r', "")
}

#[test]
fn postgres_gives_the_same() {
    let Some(postgres) = Postgres::start() else {
        return skipped("no PostgreSQL here, or it does not start");
    };
    let sandbox = shop();
    let data = sandbox.read("purchases.csv");
    let load = format!(
        "CREATE TABLE purchases (customer text, date date, amount numeric, margin numeric, cost numeric, segment text);\n\\copy purchases FROM pstdin CSV HEADER\n{data}"
    );
    told(&mut postgres.psql(), &load);
    for way in WAYS {
        let sql = ours(&sandbox, way, &["--sql", "postgres"]);
        let theirs = told(&mut postgres.psql(), &sql);
        let ours = ours(&sandbox, way, &["--format", "csv"]);
        assert_same(&rows(&ours), &rows(&theirs), way);
    }
}

/// A server in a folder of its own, without a port; it ends with the test.
struct Postgres {
    folder: tempfile::TempDir,
    programs: PathBuf,
}

impl Postgres {
    fn start() -> Option<Postgres> {
        let programs = Postgres::programs()?;
        let folder = tempfile::tempdir().unwrap();
        let mut server = Postgres { folder, programs };
        let data = server.data();
        if is_root() {
            let path = server.folder.path().to_owned();
            works(Command::new("chown").arg("postgres").arg(path)).then_some(())?;
        }
        let log = server.folder.path().join("log");
        let socket = format!("-k {} -c listen_addresses=", server.folder.path().display());
        let begun = works(
            server
                .run("initdb")
                .arg("-D")
                .arg(&data)
                .args(["-A", "trust", "-U", "farsight"]),
        ) && works(
            server
                .run("pg_ctl")
                .arg("-D")
                .arg(&data)
                .arg("-l")
                .arg(log)
                .args(["-o", &socket, "-w", "start"]),
        );
        if !begun {
            // Nothing is there to be stopped.
            server.programs = PathBuf::new();
        }
        begun.then_some(server)
    }

    /// Where Debian and others keep the server's programs: the newest ones.
    fn programs() -> Option<PathBuf> {
        let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
        let mut folders: Vec<PathBuf> = versions
            .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
            .filter(|path| path.join("initdb").exists() && path.join("pg_ctl").exists())
            .collect();
        folders.sort();
        folders.pop()
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// One of its programs; a server does not run as root.
    fn run(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.current_dir("/");
        command
    }

    fn psql(&self) -> Command {
        let mut command = self.run("psql");
        command.args([
            "-X",
            "-q",
            "--csv",
            "-v",
            "ON_ERROR_STOP=1",
            "-U",
            "farsight",
        ]);
        command
            .args(["-d", "postgres", "-h"])
            .arg(self.folder.path());
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if self.programs.as_os_str().is_empty() {
            return;
        }
        let data = self.data();
        works(
            self.run("pg_ctl")
                .arg("-D")
                .arg(data)
                .args(["-m", "immediate", "-w", "stop"]),
        );
    }
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout == b"0\n")
}

/// Every dialect, with and without a margin; the query is read in reviews, so it is kept here.
#[test]
fn every_database_has_its_query() {
    let mut sandbox = Sandbox::new();
    for database in ["duckdb", "postgres", "bigquery", "spark"] {
        sandbox.run(&["groups", "--sql", database]);
    }
    sandbox.run(&[
        "groups",
        "--sql",
        "bigquery",
        "--table",
        "shop.orders",
        "--columns",
        "customer=client id,date=paid,amount=net,margin=gm,cost=serve,segment=channel",
        "--by",
        "segment",
        "--period",
        "month",
        "--today",
        "2026-03-31",
    ]);
    sandbox.run(&[
        "groups",
        "--sql",
        "spark",
        "--profit-threshold",
        "50",
        "--lang",
        "zh",
    ]);
    sandbox.run(&["groups", "--sql", "oracle"]);
    sandbox.run(&["groups", "--sql", "spark", "--by", "segment"]);
    told!("groups-sql", sandbox.transcript());
}

/// Writes made-up purchases to the file that `FARSIGHT_PURCHASES` names, for measuring:
/// `FARSIGHT_PURCHASES=big.csv cargo test --test groups_sql -- --ignored`
#[test]
#[ignore = "writes a large file where it is told to"]
fn write_purchases() {
    let Ok(path) = std::env::var("FARSIGHT_PURCHASES") else {
        return;
    };
    let number =
        |name: &str, usual: u64| std::env::var(name).map_or(usual, |it| it.parse().unwrap());
    let shop = Shop {
        seed: 7,
        rows: number("FARSIGHT_ROWS", 10_000_000),
        customers: number("FARSIGHT_CUSTOMERS", 1_000_000),
        ..SHOP
    };
    let mut file = BufWriter::new(File::create(Path::new(&path)).unwrap());
    shop.write(&mut file, std::env::var("FARSIGHT_EXTRA").is_ok())
        .unwrap();
}
