//! The table of groups, asked of a warehouse: a query that counts exactly as the report does.

mod words;

use super::day::Length;
use super::header::Role;
use super::report::{Basis, CostIs, Terms, Worth};
use crate::words::{Lang, Text};

/// A kind of database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Database {
    /// DuckDB.
    DuckDb,
    /// PostgreSQL.
    Postgres,
    /// BigQuery.
    BigQuery,
    /// Spark SQL.
    Spark,
}

/// What a query asks.
#[derive(Debug, Clone)]
pub struct Query<'a> {
    /// The kind of database.
    pub database: Database,
    /// The table, or whatever stands behind FROM.
    pub table: &'a str,
    /// The columns that the table has, by role.
    pub columns: &'a [(Role, String)],
    /// By which terms customers are counted.
    pub terms: &'a Terms,
    /// Whether a group is a segment.
    pub by_segment: bool,
}

/// The columns of the answer, which are those of `--format csv`.
pub const COLUMNS: [&str; 9] = [
    "group",
    "customers",
    "purchases",
    "revenue",
    "margin",
    "cost_to_serve",
    "profit",
    "at_risk",
    "retained",
];

impl Database {
    fn quoted(self, name: &str) -> String {
        match self {
            Database::DuckDb | Database::Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
            Database::BigQuery | Database::Spark => format!("`{}`", name.replace('`', "``")),
        }
    }

    /// A number with four decimals.
    fn decimal(self) -> &'static str {
        match self {
            Database::BigQuery => "NUMERIC",
            _ => "DECIMAL(18, 4)",
        }
    }

    /// The first day of the period of a day.
    fn floor(self, day: &str, length: Length) -> String {
        let unit = length.key();
        match self {
            Database::DuckDb | Database::Postgres => {
                format!("CAST(date_trunc('{unit}', {day}) AS DATE)")
            }
            Database::BigQuery => format!("DATE_TRUNC({day}, {})", unit.to_uppercase()),
            Database::Spark => format!("trunc({day}, '{}')", unit.to_uppercase()),
        }
    }

    fn day_after(self, day: &str) -> String {
        match self {
            Database::DuckDb | Database::Postgres => format!("{day} + INTERVAL '1 day'"),
            Database::BigQuery => format!("DATE_ADD({day}, INTERVAL 1 DAY)"),
            Database::Spark => format!("date_add({day}, 1)"),
        }
    }

    fn months_before(self, day: &str, months: u16) -> String {
        match self {
            Database::DuckDb | Database::Postgres => {
                format!("CAST({day} - INTERVAL '{months} months' AS DATE)")
            }
            Database::BigQuery => format!("DATE_SUB({day}, INTERVAL {months} MONTH)"),
            Database::Spark => format!("add_months({day}, -{months})"),
        }
    }

    /// The day and the segment of a purchase as one text, so that the last in order is the last
    /// purchase: nothing has to be joined.
    fn last_segment(self) -> String {
        let text = match self {
            Database::BigQuery | Database::Spark => "concat(CAST(day AS STRING), segment)",
            _ => "concat(CAST(day AS VARCHAR), segment)",
        };
        self.in_order(text)
    }

    /// Texts in the order of their bytes.
    fn in_order(self, text: &str) -> String {
        match self {
            Database::Postgres => format!("{text} COLLATE \"C\""),
            _ => text.to_owned(),
        }
    }
}

/// The query, with its comments in a language.
pub fn sql(query: &Query<'_>, lang: Lang) -> String {
    let terms = query.terms;
    let has = |role: Role| query.columns.iter().any(|(it, _)| *it == role);
    let worth = Worth::new(has(Role::Margin), has(Role::Cost), terms);
    let note = |text: Text, args: &[String]| {
        let mut lines = String::new();
        for line in text.fill(lang, args).lines() {
            lines += &format!("-- {line}\n");
        }
        lines
    };
    let mut out = note(words::HEAD, &[terms.length.key().to_owned()]);
    out += &note(words::profit(&worth), &[percent(terms.rate)]);
    out += "WITH\n";
    out += &rows(query);
    out += &calendar(query);
    out += &note(words::CUSTOMERS, &[]);
    out += &customers(query, &worth);
    if query.by_segment {
        out += &segments(query);
    } else {
        out += &note(words::LINE, &[]);
        out += &line(terms);
        out += &note(words::GROUPS, &[]);
        out += &groups();
    }
    out.replace("{group}", &query.database.quoted("group"))
}

fn percent(rate: Option<i64>) -> String {
    rate.map_or_else(String::new, decimal)
}

/// Ten-thousandths as a decimal number.
fn decimal(parts: i64) -> String {
    let sign = if parts < 0 { "-" } else { "" };
    let parts = parts.unsigned_abs();
    format!("{sign}{}.{:04}", parts / 10_000, parts % 10_000)
}

/// The rows, typed and under names of our own.
fn rows(query: &Query<'_>) -> String {
    let database = query.database;
    let column = |role: Role| {
        let name = query.columns.iter().find(|(it, _)| *it == role);
        name.map(|(_, name)| database.quoted(name))
    };
    let typed = |name: String| format!("CAST({name} AS {})", database.decimal());
    let number = |role: Role| column(role).map_or_else(|| "0".to_owned(), typed);
    let needed = |role: Role| column(role).unwrap_or_else(|| database.quoted(role.key()));
    let text = match database {
        Database::BigQuery | Database::Spark => "STRING",
        _ => "VARCHAR",
    };
    let segment = column(Role::Segment).map_or_else(
        || "''".to_owned(),
        |name| format!("coalesce(CAST({name} AS {text}), '')"),
    );
    let today = match query.terms.today {
        Some(day) => format!("DATE '{}'", day.date()),
        None => "current_date".to_owned(),
    };
    format!(
        "purchase_rows AS (\n  SELECT\n    {} AS customer,\n    CAST({} AS DATE) AS day,\n    {} AS amount,\n    {} AS margin,\n    {} AS cost,\n    {segment} AS segment\n  FROM {}\n  WHERE CAST({} AS DATE) <= {today}\n),\n",
        needed(Role::Customer),
        needed(Role::Date),
        typed(needed(Role::Amount)),
        number(Role::Margin),
        number(Role::Cost),
        query.table,
        needed(Role::Date),
    )
}

/// Where the last three complete periods begin, and where the last one ends.
fn calendar(query: &Query<'_>) -> String {
    let database = query.database;
    let length = query.terms.length;
    let reference = match query.terms.today {
        Some(day) => format!("SELECT DATE '{}' AS reference", day.date()),
        None => "SELECT max(day) AS reference FROM purchase_rows".to_owned(),
    };
    let next = database.day_after("reference");
    let end = database.floor(&next, length);
    let begin = |periods: u16| database.months_before("ends", periods * length.months());
    format!(
        "reference_day AS ({reference}),\nlast_end AS (SELECT {end} AS ends FROM reference_day),\ncalendar AS (\n  SELECT\n    {} AS before_begins,\n    {} AS earlier_begins,\n    {} AS latest_begins,\n    ends\n  FROM last_end\n),\n",
        begin(3),
        begin(2),
        begin(1),
    )
}

/// What each customer did in each of the three periods.
fn customers(query: &Query<'_>, worth: &Worth) -> String {
    const PERIODS: [(&str, &str, &str); 3] = [
        ("before", "before_begins", "earlier_begins"),
        ("earlier", "earlier_begins", "latest_begins"),
        ("latest", "latest_begins", "ends"),
    ];
    let margin = match worth.basis {
        Basis::Margin => "margin".to_owned(),
        Basis::Rate => format!("amount * {}", decimal(query.terms.rate.unwrap_or_default())),
        Basis::LessCost => "amount - cost".to_owned(),
        Basis::Revenue => "amount".to_owned(),
    };
    let serve = match worth.cost {
        Some(CostIs::Serve) => "cost",
        _ => "0",
    };
    let mut sums = String::new();
    for (name, from, to) in PERIODS {
        let inside = format!("day >= {from} AND day < {to}");
        sums += &format!(
            ",\n    sum(CASE WHEN {inside} AND amount > 0 THEN 1 ELSE 0 END) AS bought_{name}"
        );
        for (what, value) in [("revenue", "amount"), ("margin", &margin), ("serve", serve)] {
            sums +=
                &format!(",\n    sum(CASE WHEN {inside} THEN {value} ELSE 0 END) AS {what}_{name}");
        }
    }
    let mut out = String::new();
    if query.by_segment {
        sums += &format!(
            ",\n    max(CASE WHEN amount > 0 THEN {} END) AS last_segment",
            query.database.last_segment()
        );
    }
    out += &format!(
        "customer_sums AS (\n  SELECT\n    customer{sums}\n  FROM purchase_rows CROSS JOIN calendar\n  GROUP BY customer\n),\n"
    );
    out += "windows AS (\n  SELECT\n    customer, bought_before, bought_earlier, bought_latest,\n    bought_earlier + bought_latest AS purchases,\n    revenue_earlier + revenue_latest AS revenue,\n    margin_earlier + margin_latest AS margin,\n    serve_earlier + serve_latest AS serve,\n    margin_earlier + margin_latest - serve_earlier - serve_latest AS profit,\n    margin_before + margin_earlier - serve_before - serve_earlier AS profit_then";
    if query.by_segment {
        out += ",\n    substr(last_segment, 11) AS segment";
    }
    out += "\n  FROM customer_sums\n)";
    // Segments need no line between profitable customers and others.
    out += if query.by_segment { "" } else { ",\n" };
    out
}

/// From which profit in a window customers are profitable, six times: nothing is divided.
fn line(terms: &Terms) -> String {
    match terms.threshold {
        Some(threshold) => format!(
            "line AS (SELECT {} * {} AS six_profits)",
            decimal(threshold),
            terms.length.months()
        ),
        None => "ranked AS (\n  SELECT profit, row_number() OVER (ORDER BY profit) AS place, count(*) OVER () AS customers\n  FROM windows\n  WHERE purchases > 0\n),\nline AS (SELECT max(profit) * 6 AS six_profits FROM ranked WHERE 2 * place - customers IN (0, 1))".to_owned(),
    }
}

fn groups() -> String {
    ",
members AS (
  SELECT
    CASE
      WHEN profit * 6 >= six_profits AND bought_earlier > 0 AND bought_latest > 0 THEN 'true-friends'
      WHEN profit * 6 >= six_profits THEN 'butterflies'
      WHEN bought_earlier > 0 AND bought_latest > 0 THEN 'barnacles'
      ELSE 'strangers'
    END AS name,
    count(*) AS customers, sum(purchases) AS purchases, sum(revenue) AS revenue,
    sum(margin) AS margin, sum(serve) AS serve, sum(profit) AS profit
  FROM windows CROSS JOIN line
  WHERE purchases > 0
  GROUP BY 1
),
members_then AS (
  SELECT
    CASE
      WHEN profit_then * 6 >= six_profits AND bought_before > 0 THEN 'true-friends'
      WHEN profit_then * 6 >= six_profits THEN 'butterflies'
      WHEN bought_before > 0 THEN 'barnacles'
      ELSE 'strangers'
    END AS name,
    count(*) AS at_risk, sum(CASE WHEN bought_latest > 0 THEN 1 ELSE 0 END) AS retained
  FROM windows CROSS JOIN line
  WHERE bought_earlier > 0
  GROUP BY 1
),
names AS (
  SELECT 1 AS place, 'true-friends' AS name
  UNION ALL SELECT 2, 'butterflies'
  UNION ALL SELECT 3, 'barnacles'
  UNION ALL SELECT 4, 'strangers'
)
SELECT
  names.name AS {group},
  coalesce(members.customers, 0) AS customers,
  coalesce(members.purchases, 0) AS purchases,
  coalesce(members.revenue, 0) AS revenue,
  coalesce(members.margin, 0) AS margin,
  coalesce(members.serve, 0) AS cost_to_serve,
  coalesce(members.profit, 0) AS profit,
  coalesce(members_then.at_risk, 0) AS at_risk,
  coalesce(members_then.retained, 0) AS retained
FROM names
LEFT JOIN members ON members.name = names.name
LEFT JOIN members_then ON members_then.name = names.name
ORDER BY names.place;
"
    .to_owned()
}

fn segments(query: &Query<'_>) -> String {
    let order = query.database.in_order("segment");
    format!(
        "
SELECT
  segment AS {{group}},
  count(*) AS customers, sum(purchases) AS purchases, sum(revenue) AS revenue,
  sum(margin) AS margin, sum(serve) AS cost_to_serve, sum(profit) AS profit,
  sum(CASE WHEN bought_earlier > 0 THEN 1 ELSE 0 END) AS at_risk,
  sum(CASE WHEN bought_earlier > 0 AND bought_latest > 0 THEN 1 ELSE 0 END) AS retained
FROM windows
WHERE purchases > 0
GROUP BY segment
ORDER BY {order};
"
    )
}
