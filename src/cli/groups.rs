//! `farsight groups`: a file of purchases, counted into groups of customers.

mod help;
mod machine;
mod source;
mod table;
mod text;
mod wishes;
mod write;

use std::path::PathBuf;

use clap::ValueEnum;

use self::source::Watcher;
use super::console::Console;
use super::failure::{Exit, Failure};
use crate::customers::{self, CostIs, Database, Day, Form, Length, Outcome, Query, Report, Role};
use crate::words::Text;
pub(super) use help::HELP;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "CUSTOMERS", required_unless_present = "sql")]
    customers: Option<PathBuf>,
    #[arg(long, value_name = "LENGTH")]
    period: Option<Period>,
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
    #[arg(long, value_name = "SHARE")]
    margin_rate: Option<String>,
    #[arg(long, value_name = "KIND")]
    cost: Option<Cost>,
    #[arg(long, value_name = "MONEY", allow_negative_numbers = true)]
    profit_threshold: Option<String>,
    #[arg(long, value_name = "A,B", default_value = "80,95")]
    tiers: String,
    #[arg(long, value_name = "KIND", default_value = "relationship")]
    by: By,
    #[arg(long, value_name = "ROLE=NAME", value_delimiter = ',')]
    columns: Vec<String>,
    #[arg(long, value_name = "SIGN")]
    delimiter: Option<String>,
    #[arg(long, value_name = "SIGN")]
    decimal: Option<String>,
    #[arg(long, value_name = "FORM")]
    date_form: Option<DateForm>,
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[arg(long, value_name = "FILE")]
    bad_rows: Option<PathBuf>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    #[arg(long, value_name = "PLAN")]
    plan: Option<PathBuf>,
    #[arg(long, requires = "plan")]
    write: bool,
    #[arg(long, requires = "write")]
    dry_run: bool,
    #[arg(long, value_name = "DATABASE", conflicts_with_all = ["write", "bad_rows"])]
    sql: Option<Sql>,
    #[arg(
        long,
        value_name = "NAME",
        default_value = "purchases",
        requires = "sql"
    )]
    table: String,
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Period {
    Year,
    Quarter,
    Month,
}

impl Period {
    fn length(self) -> Length {
        match self {
            Period::Year => Length::Year,
            Period::Quarter => Length::Quarter,
            Period::Month => Length::Month,
        }
    }
}

/// What the column of costs holds.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Cost {
    Goods,
    Serve,
}

impl Cost {
    fn is(self) -> CostIs {
        match self {
            Cost::Goods => CostIs::Goods,
            Cost::Serve => CostIs::Serve,
        }
    }
}

/// What a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Relationship,
    Segment,
}

/// The order in which dates are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum DateForm {
    Ymd,
    Dmy,
    Mdy,
}

impl DateForm {
    fn form(self) -> Form {
        match self {
            DateForm::Ymd => Form::Ymd,
            DateForm::Dmy => Form::Dmy,
            DateForm::Mdy => Form::Mdy,
        }
    }
}

/// Output for people or for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
}

/// The kind of database.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Sql {
    #[value(name = "duckdb")]
    DuckDb,
    Postgres,
    #[value(name = "bigquery")]
    BigQuery,
    Spark,
}

impl Sql {
    fn database(self) -> Database {
        match self {
            Sql::DuckDb => Database::DuckDb,
            Sql::Postgres => Database::Postgres,
            Sql::BigQuery => Database::BigQuery,
            Sql::Spark => Database::Spark,
        }
    }
}

/// What was counted, and how the file is written.
struct Counted {
    /// The file as the user named it.
    name: String,
    dialect: customers::Dialect,
    outcome: Outcome,
    report: Report,
    /// Why the threshold and the period are what they are.
    from_plan: bool,
    tiers: [i64; 2],
}

/// Counts a file of purchases, or prints the query that would.
pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let lang = console.lang;
    let terms = wishes::terms(args, lang)?;
    let wishes = wishes::wishes(args, lang)?;
    if let Some(sql) = args.sql {
        return query(args, sql, &terms, &wishes, console);
    }
    let path = args
        .customers
        .as_deref()
        .unwrap_or(std::path::Path::new("-"));
    source::refuse_same(args, path, lang)?;
    let limit = terms.today.or_else(|| Day::from_date(Console::today()));
    let limit = limit.unwrap_or_else(wishes::last_day);
    let mut watcher = Watcher::new(path);
    let (dialect, outcome) = match &args.bad_rows {
        None => source::read(path, &wishes, terms.length, limit, &mut watcher, lang)?,
        Some(side) => source::read_beside(
            side,
            |watcher| source::read(path, &wishes, terms.length, limit, watcher, lang),
            &mut watcher,
            lang,
        )?,
    };
    let report = customers::report(&outcome, &terms);
    let counted = Counted {
        name: source::name(path),
        dialect,
        outcome,
        report,
        from_plan: args.plan.is_some(),
        tiers: terms.tiers,
    };
    match args.format {
        Format::Text => text::show(&counted, args, &watcher, console)?,
        Format::Json => machine::json(&counted, console)?,
        Format::Csv => machine::csv(&counted, args.by, console)?,
    }
    if args.format != Format::Text {
        text::warn_of_bad_rows(&counted, args, console);
        text::warn_of_revenue(&counted, console);
    }
    if args.write {
        write::run(&counted, args, console)?;
    }
    Ok(if counted.outcome.bad_rows() > 0 {
        Exit::Findings
    } else {
        Exit::Clean
    })
}

/// Prints the query; with a file, its columns are those of the file.
fn query(
    args: &Args,
    sql: Sql,
    terms: &customers::Terms,
    wishes: &customers::Wishes,
    console: &mut Console,
) -> Result<Exit, Failure> {
    let columns = match &args.customers {
        Some(path) => {
            let dialect = source::dialect(path, wishes, console.lang)?;
            let name = |role: Role| {
                let at = dialect.columns.at(role)?;
                Some((role, dialect.header.get(at)?.clone()))
            };
            Role::ALL.into_iter().filter_map(name).collect()
        }
        None => wishes.columns.clone(),
    };
    let by_segment = args.by == By::Segment;
    if by_segment && !columns.iter().any(|(role, _)| *role == Role::Segment) {
        return Err(no_segment(console));
    }
    let query = Query {
        database: sql.database(),
        table: &args.table,
        columns: &columns,
        terms,
        by_segment,
    };
    let text = customers::sql(&query, console.lang);
    console.line(text.trim_end())?;
    Ok(Exit::Clean)
}

fn no_segment(console: &Console) -> Failure {
    let what = Text::new("There is no column of segments.", "没有细分列。");
    let next = Text::new(
        "--columns segment=NAME names it.",
        "用 --columns segment=列名 指明。",
    );
    Failure::usage(console.say(what, &[])).hint(console.say(next, &[]))
}

/// Fewer than two complete periods: no groups can be made.
fn no_window(counted: &Counted, console: &Console) -> Failure {
    let what = Text::new(
        "The file has fewer than two complete periods, so there are no groups.",
        "文件不足两个完整周期，无法分群。",
    );
    let next = match counted.report.length {
        Length::Month => Text::new(
            "Two complete months of purchases are the least.",
            "至少需要两个完整的月。",
        ),
        _ => Text::new(
            "--period quarter or --period month makes shorter ones.",
            "用 --period quarter 或 --period month 缩短周期。",
        ),
    };
    Failure::usage(console.say(what, &[])).hint(console.say(next, &[]))
}
