//! A class of students and the plans that they hand in: good, thin, wrong, broken, copied.
//!
//! The same seed gives the same class. Sentences are put together from the pools in [`words`], so
//! that two students who answer the same task seldom say the same thing, and a planted copy says
//! what its model says in another order, under other names and with other numbers.

pub mod words;

use std::path::Path;

use farsight::words::Lang;

use words::{Pool, pool};

/// What a student handed in.
#[derive(Debug, Clone)]
pub struct Handed {
    /// The student's name, as a list of students has it.
    pub name: String,
    /// The name of the file, without a folder.
    pub file: String,
    /// What stands in it.
    pub text: String,
    /// What is the matter with it.
    pub kind: Kind,
}

/// What is the matter with what a student handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plan, better or worse: from 0 (thin) to 4 (good).
    Plan(usize),
    /// A plan that its name says came too late.
    Late,
    /// A plan of another exercise.
    Other,
    /// No TOML from some line on.
    Broken,
    /// An empty file.
    Empty,
    /// A copy of the plan at this place, other names and numbers in it, its sentences reordered.
    Copy(usize),
}

/// A small generator of numbers that look like chance (SplitMix64).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice that always fall the same way for a seed.
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// The next number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % n.max(1) as u64).unwrap()
    }

    /// One of some things.
    pub fn of<'a, T: ?Sized>(&mut self, things: &[&'a T]) -> &'a T {
        things[self.below(things.len())]
    }

    /// Puts things in another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at + 1));
        }
    }
}

/// A class of so many students, all of one language and one exercise.
///
/// Of each forty the last seven are, in this order: late, of another exercise, broken, empty, and
/// three copies of sound plans.
pub fn class(count: usize, seed: u64, lang: Lang, exercise: &str) -> Vec<Handed> {
    let mut dice = Dice::new(seed);
    let mut class: Vec<Handed> = Vec::with_capacity(count);
    for at in 0..count {
        let name = name(at, lang);
        let kind = match at % 40 {
            33 => Kind::Late,
            34 => Kind::Other,
            35 => Kind::Broken,
            36 => Kind::Empty,
            0..=32 => Kind::Plan(dice.below(5)),
            // Of the first three of the same forty.
            _ => Kind::Copy(at - 37),
        };
        let mark = if kind == Kind::Late { "_LATE" } else { "" };
        let file = format!("{}{mark}.toml", name.replace(' ', "-").to_lowercase());
        let text = match kind {
            Kind::Plan(quality) => plan(&mut dice, lang, exercise, quality),
            Kind::Late => plan(&mut dice, lang, exercise, 3),
            Kind::Other => plan(&mut dice, lang, "another-task", 3),
            Kind::Broken => plan(&mut dice, lang, exercise, 2).replacen("who = \"", "who = ", 1),
            Kind::Empty => String::new(),
            // What is copied is worth copying.
            Kind::Copy(model) => {
                let rich = plan(&mut dice, lang, exercise, 4);
                class[model].kind = Kind::Plan(4);
                class[model].text = rich;
                copy(&mut dice, lang, &class[model].text)
            }
        };
        class.push(Handed {
            name,
            file,
            text,
            kind,
        });
    }
    class
}

/// Puts a class into a folder.
pub fn write(class: &[Handed], folder: &Path) {
    for handed in class {
        std::fs::write(folder.join(&handed.file), &handed.text).unwrap();
    }
}

/// The name of the student at a place; no two of the first thousand share one.
pub fn name(at: usize, lang: Lang) -> String {
    let pool = pool(lang);
    let (given, family) = (pool.given, pool.family);
    let first = given[at % given.len()];
    let last = family[(at / given.len() + at * 7) % family.len()];
    let round = at / (given.len() * family.len());
    let extra = if round == 0 {
        String::new()
    } else {
        (round + 1).to_string()
    };
    match lang {
        Lang::En => format!("{first} {last}{extra}"),
        Lang::Zh => format!("{last}{first}{extra}"),
    }
}

/// A sentence of the pools: who, does or lacks what, when, and what follows.
fn sentence(dice: &mut Dice, pool: &Pool) -> String {
    let parts: Vec<&str> = pool.clauses.iter().map(|list| dice.of(list)).collect();
    pool.joined(&parts)
}

/// The plan of a student: `quality` says how many of the sections are there and how well filled.
pub fn plan(dice: &mut Dice, lang: Lang, exercise: &str, quality: usize) -> String {
    let p = pool(lang);
    let business = dice.of(p.businesses);
    let (category, offering) = *p.trades[dice.below(p.trades.len())];
    let mut out = format!(
        "farsight = 1\n\n[plan]\ntitle = \"{business}\"\norganisation = \"{business}\"\n\
         offering = \"{offering}\"\ncategory = \"{category}\"\nmission = \"{}\"\n\
         kind = \"business\"\norientation = \"marketing\"\nstatus = \"draft\"\n\
         starts = 2027-09-01\nends = 2028-08-31\ncurrency = \"{}\"\nexercise = \"{exercise}\"\n\n",
        sentence(dice, p),
        p.currency,
    );
    let size = 1000 + dice.below(9000);
    out += &format!(
        "[needs.market]\ndefinition = \"{}\"\nsize = {size}\ngrowth = 0.0{}\nderivation = \"{}\"\nsource = \"{}\"\n\n",
        if quality > 0 {
            sentence(dice, p)
        } else {
            category.to_owned()
        },
        1 + dice.below(8),
        sentence(dice, p),
        dice.of(p.sources),
    );
    let needs = 1 + quality;
    for at in 1..=needs {
        out += &format!(
            "[[needs.customer_needs]]\nid = \"n{at}\"\nwho = \"{}\"\nsituation = \"{}\"\nneed = \"{}\"\nwant = \"{}\"\ndemand = \"{}\"\n",
            dice.of(p.people),
            sentence(dice, p),
            if quality > 0 {
                sentence(dice, p)
            } else {
                format!("{}{offering}", p.wants)
            },
            sentence(dice, p),
            sentence(dice, p),
        );
        out += &format!(
            "status = \"{}\"\nimportance = {}\nsatisfaction = {}\n",
            dice.of(&["underserved", "unmet", "latent", "met"]),
            3 + dice.below(3),
            1 + dice.below(4),
        );
        out += if quality > 1 {
            "evidence = [\"e1\", \"e2\"]\n\n"
        } else {
            "\n"
        };
    }
    for at in 1..=quality.min(2) {
        out += &format!(
            "[[needs.evidence]]\nid = \"e{at}\"\nquestion = \"{}\"\nmethod = \"{}\"\nrespondents = \"{}\"\nsample = {}\ndate = 2027-0{}-1{}\nsource = \"{}\"\nfinding = \"{}\"\nconfidence = \"medium\"\n\n",
            sentence(dice, p),
            dice.of(&["interview", "survey", "observation"]),
            dice.of(&["non-customers", "prospects", "customers"]),
            6 + dice.below(40),
            1 + dice.below(5),
            dice.below(10),
            dice.of(p.sources),
            sentence(dice, p),
        );
    }
    for at in 1..=quality {
        out += &format!(
            "[[needs.alternatives]]\nid = \"a{at}\"\nname = \"{}\"\nkind = \"{}\"\noffer = \"{}\"\nprice = {}\nserves = [\"n1\"]\n\n",
            dice.of(p.rivals),
            ["direct", "substitute", "inaction", "workaround"][at % 4],
            sentence(dice, p),
            dice.below(60),
        );
    }
    if quality > 1 {
        segments(dice, p, quality, size, &mut out);
    }
    if quality > 2 {
        mix(dice, p, &mut out);
    }
    out
}

fn segments(dice: &mut Dice, p: &Pool, quality: usize, size: usize, out: &mut String) {
    *out += &format!(
        "[targeting]\nstrategy = \"concentrated\"\ncriteria = \"{}\"\nnot_for = \"{}\"\n\n",
        sentence(dice, p),
        sentence(dice, p),
    );
    for at in 1..=2 {
        *out += &format!(
            "[[targeting.segments]]\nid = \"s{at}\"\nname = \"{}\"\ndescription = \"{}\"\nbases = [\"behavioural\", \"benefit\"]\nneeds = [\"n1\"]\nsize = {}\nattractiveness = {}\nfit = {}\ndecision = \"{}\"\nreason = \"{}\"\n\n",
            dice.of(p.people),
            sentence(dice, p),
            size / (at + 1) - dice.below(90),
            2 + dice.below(4),
            2 + dice.below(4),
            if at == 1 { "target" } else { "later" },
            sentence(dice, p),
        );
    }
    if quality < 3 {
        return;
    }
    *out += &format!(
        "[[value.propositions]]\nid = \"p1\"\nsegment = \"s1\"\nstatement = \"{}\"\nagainst = [\"a1\"]\nposition = \"more-for-same\"\nlead = \"b1\"\n\n",
        sentence(dice, p),
    );
    for at in 1..=2 {
        *out += &format!(
            "[[value.benefits]]\nid = \"b{at}\"\nproposition = \"p1\"\nneed = \"n{at}\"\nbenefit = \"{}\"\nfeature = \"{}\"\nproof = \"{}\"\n\n",
            sentence(dice, p),
            sentence(dice, p),
            sentence(dice, p),
        );
    }
}

fn mix(dice: &mut Dice, p: &Pool, out: &mut String) {
    let price = 8 + dice.below(40);
    let cost = 3 + dice.below(12);
    *out += &format!(
        "[[mix.products]]\nid = \"o1\"\nname = \"{}\"\ncore = \"{}\"\nsegments = [\"s1\"]\nprice = {price}\nunit_cost = {cost}\nprice_basis = [\"value\", \"competition\"]\nprice_reason = \"{}\"\n\n",
        dice.of(p.businesses),
        sentence(dice, p),
        sentence(dice, p),
    );
    *out += &format!(
        "[[mix.channels]]\nid = \"c1\"\nname = \"{}\"\nsegments = [\"s1\"]\n\n[[mix.messages]]\nid = \"m1\"\nsegment = \"s1\"\nbenefit = \"b1\"\ntext = \"{}\"\nmedium = \"{}\"\nstep = \"aware\"\n\n",
        dice.of(p.sources),
        sentence(dice, p),
        dice.of(p.sources),
    );
    *out += &format!(
        "[[mix.objectives]]\nid = \"j1\"\nkind = \"customer\"\nstatement = \"{}\"\nmetric = \"{}\"\nbaseline = 0\ntarget = {}\nby = 2028-03-31\nowner = \"{}\"\n\n",
        sentence(dice, p),
        dice.of(p.people),
        200 + dice.below(700),
        dice.of(p.given),
    );
    *out += &format!(
        "[[relationships.groups]]\nid = \"g1\"\nname = \"{}\"\nsegment = \"s1\"\ncustomers = {}\npurchases = {}\naverage_purchase = {price}\nmargin_rate = 0.{}\nretention = 0.{}\nacquisition_cost = {}\npolicy = \"invest\"\n",
        dice.of(p.people),
        100 + dice.below(800),
        2 + dice.below(20),
        30 + dice.below(40),
        40 + dice.below(50),
        3 + dice.below(30),
    );
}

/// A plan handed in by somebody else: its rows and sentences in another order, other people and
/// businesses in it, and other numbers.
pub fn copy(dice: &mut Dice, lang: Lang, text: &str) -> String {
    let p = pool(lang);
    let mut blocks: Vec<String> = text.split_inclusive("\n\n").map(str::to_owned).collect();
    // The file and its frame stay on top; tables may stand in any order below.
    let head: Vec<String> = blocks.drain(..2.min(blocks.len())).collect();
    if let Some(last) = blocks.last_mut() {
        *last = format!("{}\n\n", last.trim_end());
    }
    dice.shuffle(&mut blocks);
    let mut copy = head.concat() + &blocks.concat();
    for (pool, way) in [(p.people, 5), (p.businesses, 3), (p.rivals, 2)] {
        // Each name becomes the one some places further on, all at once.
        for (at, name) in pool.iter().enumerate() {
            copy = copy.replace(&format!("\"{name}\""), &format!("\"\u{1}{way}.{at}\""));
        }
        for (at, _) in pool.iter().enumerate() {
            let other = pool[(at + way) % pool.len()];
            copy = copy.replace(&format!("\u{1}{way}.{at}\""), &format!("{other}\""));
        }
    }
    let numbers = |line: &str| match line.split_once(" = ") {
        Some((key @ ("sample" | "size" | "customers" | "target"), value)) => {
            let number: usize = value.trim().parse().unwrap_or_default();
            format!("{key} = {}\n", number + 1 + number / 50)
        }
        _ => line.to_owned(),
    };
    let copy: String = copy.split_inclusive('\n').map(numbers).collect();
    // Numbers in words become digits, and some become others.
    p.respelt
        .iter()
        .fold(copy, |copy, (old, new)| copy.replace(old, new))
}

/// A plan handed in by somebody else in another language: other sentences, the same figures.
///
/// Both must have been made with the same quality, so that their lines are of the same fields.
pub fn translation(plan: &str, other: &str) -> String {
    let is_figure = |line: &str| {
        let value = line.split_once(" = ").map_or("", |(_, value)| value);
        value.starts_with(|c: char| c.is_ascii_digit()) && value.bytes().all(|b| b != b'-')
    };
    let lines = plan.lines().zip(other.lines());
    let lines = lines.map(|(one, other)| if is_figure(one) { one } else { other });
    lines.flat_map(|line| [line, "\n"]).collect()
}
