use super::*;

/// Sentences that only a plan about a shop near a station would say.
const OWN: [&str; 6] = [
    "Nurses who leave the ward at six find every counter near the station shut.",
    "They carry a damp coat home and iron it before sleeping.",
    "Eleven of fourteen asked for a locker that opens with a hospital badge.",
    "Harbour Loft keeps one shelf warm until the first tram arrives.",
    "A missed slot costs them the only quiet hour of the day.",
    "Wet shoes are the complaint that came up in every talk.",
];

const OWN_ZH: [&str; 6] = [
    "六点下夜班的护士发现车站附近的柜台全关着。",
    "她们把潮湿的外套带回家，睡前还要自己熨干。",
    "十四个人里有十一个想要刷工牌就能打开的储物柜。",
    "静安洗衣会把一层架子保温到头班电车进站。",
    "错过取件时间就等于丢掉一天里唯一清静的一小时。",
    "每次谈话里都有人抱怨鞋子湿了没处烘。",
];

/// A plan that says these things, one a row.
fn plan(organisation: &str, sentences: &[&str]) -> String {
    let mut text = format!("farsight = 1\n[plan]\norganisation = \"{organisation}\"\n");
    for (at, sentence) in sentences.iter().enumerate() {
        text += &format!("\n[[needs.customer_needs]]\nid = \"n{at}\"\nneed = \"{sentence}\"\n");
    }
    text
}

/// Others who write about things of their own.
fn others(zh: bool) -> Vec<String> {
    let (who, what) = if zh {
        (
            [
                "果农", "租客", "骑手", "考生", "房东", "乘客", "店主", "球迷", "村民", "厨师",
            ],
            [
                "赶在雨季之前把纸箱搬到高处",
                "隔着柜台等一张盖章的回执",
                "为一把丢掉的伞跑遍整条街",
            ],
        )
    } else {
        (
            [
                "orchards",
                "lodgers",
                "riders",
                "pupils",
                "landlords",
                "travellers",
                "keepers",
                "fans",
                "farmers",
                "cooks",
            ],
            [
                "move the cartons uphill ahead of the rain",
                "queue for a stamped receipt across the yard",
                "search the whole street over a lost umbrella",
            ],
        )
    };
    let say = |who: &&str| {
        let end = if zh { "。" } else { "." };
        let rows = what.map(|what| {
            let gap = if zh { "" } else { " " };
            format!("{who}{gap}{what}{gap}{who}{gap}{who}{end}")
        });
        plan(who, &rows.each_ref().map(String::as_str))
    };
    who.iter().map(say).collect()
}

fn compared(texts: &[String], given: &[&str]) -> Similarity {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    compare(&texts, given)
}

/// A class in which the last two are these.
fn with(one: String, other: String, zh: bool) -> Vec<String> {
    let mut texts = others(zh);
    texts.extend([one, other]);
    texts
}

#[test]
fn a_copy_in_another_order_with_other_names_and_numbers_comes_first() {
    let mut copy = OWN.map(|it| {
        let it = it
            .replace("Harbour Loft", "Mill Lane")
            .replace("Eleven", "9");
        it.replace("fourteen", "23")
    });
    copy.reverse();
    let texts = with(
        plan("Harbour Loft", &OWN),
        plan("Mill Lane", &copy.each_ref().map(String::as_str)),
        false,
    );
    let found = compared(&texts, &[]);
    assert_eq!(found.pairs[0].plans, [10, 11]);
    assert!(found.pairs[0].score > 0.99, "{}", found.pairs[0].score);
    assert_eq!(found.pairs[0].passages.len(), 6);
    assert_eq!(found.pairs.len(), 1);
    let first = &found.pairs[0].passages[0].places;
    assert!(
        texts[10]
            .lines()
            .nth(first[0].line - 1)
            .unwrap_or("")
            .contains(&first[0].text)
    );
    assert!(
        texts[11]
            .lines()
            .nth(first[1].line - 1)
            .unwrap_or("")
            .contains(&first[1].text)
    );
}

#[test]
fn 换了顺序名称和数字的抄本排在最前() {
    let mut copy = OWN_ZH.map(|it| {
        let it = it.replace("静安洗衣", "城南驿站").replace("十四", "23");
        it.replace("十一", "百分之九")
    });
    copy.reverse();
    let texts = with(
        plan("静安洗衣", &OWN_ZH),
        plan("城南驿站", &copy.each_ref().map(String::as_str)),
        true,
    );
    let found = compared(&texts, &[]);
    assert_eq!(found.pairs.len(), 1);
    assert_eq!(found.pairs[0].plans, [10, 11]);
    assert!(found.pairs[0].score > 0.99, "{}", found.pairs[0].score);
}

#[test]
fn what_was_given_or_is_quoted_counts_nothing() {
    for (own, zh, open, close) in [(OWN, false, "“", "”"), (OWN_ZH, true, "“", "”")] {
        let texts = with(plan("A one", &own), plan("B two", &own), zh);
        let given = plan("The given", &own);
        let found = compared(&texts, &[&given]);
        assert!(found.pairs.is_empty());
        assert!(found.bare.ends_with(&[10, 11]));
        let quoted = own.map(|it| format!("{open}{it}{close}"));
        let quoted = quoted.each_ref().map(String::as_str);
        let texts = with(plan("A one", &quoted), plan("B two", &quoted), zh);
        assert!(compared(&texts, &[]).pairs.is_empty());
    }
}

#[test]
fn half_a_copy_stands_out_and_common_phrases_do_not() {
    let own = |from: usize| plan("X", &OWN[from..]);
    // Everybody answers one brief in much the same words, and then says things of their own.
    let whens = [
        "nine", "noon", "dusk", "dawn", "midnight", "Easter", "lunch", "frost", "tea", "snow",
    ];
    let whos = [
        "bakers", "pilots", "tailors", "guards", "porters", "clerks", "divers", "smiths",
        "nannies", "drummers",
    ];
    let say = |(when, who): (&str, &str)| {
        let said = [
            format!("The shop should open earlier because customers complain before {when}."),
            format!("Most {who} told us about long queues, closed doors and {when} trains."),
            format!("We asked {who} twice what they gave up when {when} came too soon."),
        ];
        plan(who, &said.each_ref().map(String::as_str))
    };
    let mut texts: Vec<String> = whens.into_iter().zip(whos).map(say).collect();
    assert!(compared(&texts, &[]).pairs.is_empty());
    texts.extend([own(0), own(3)]);
    let found = compared(&texts, &[]);
    assert_eq!(found.pairs.len(), 1);
    assert_eq!(found.pairs[0].plans, [10, 11]);
}

#[test]
fn the_order_of_files_and_of_sentences_changes_nothing() {
    let mut turned = OWN;
    turned.rotate_left(2);
    let (one, other) = (plan("X", &OWN[..5]), plan("Y", &turned));
    let score = |one: &str, other: &str| {
        let texts = with(one.to_owned(), other.to_owned(), false);
        compared(&texts, &[]).pairs[0].score
    };
    assert!((score(&one, &other) - score(&other, &one)).abs() < 1e-9);
    assert!((score(&one, &other) - score(&one, &plan("Y", &OWN))).abs() < 1e-9);
}

#[test]
fn three_of_one_origin_are_one_group() {
    let mut texts = others(false);
    texts.extend([plan("X", &OWN), plan("Y", &OWN), plan("Z", &OWN)]);
    let found = compared(&texts, &[]);
    assert_eq!(found.groups.len(), 1);
    assert_eq!(found.groups[0].plans, [10, 11, 12]);
    assert_eq!(found.groups[0].pairs.len(), 3);
    assert_eq!(found.groups[0].chain.len(), 2);
}

#[test]
fn the_same_odd_figures_are_a_sign_where_words_are_translated() {
    let figures = |own: &str| {
        format!(
            "{own}\n[needs.market]\nsize = 41273\n\n[[relationships.groups]]\nid = \"g\"\ncustomers = 1287\nacquisition_cost = 17.35\n"
        )
    };
    let texts = with(
        figures(&plan("X", &OWN)),
        figures(&plan("Y", &OWN_ZH)),
        false,
    );
    let found = compared(&texts, &[]);
    assert_eq!(found.pairs.len(), 1);
    assert_eq!(found.pairs[0].sign, Sign::Figures);
    let fields: Vec<&str> = found.pairs[0]
        .figures
        .iter()
        .map(|it| it.field.as_str())
        .collect();
    assert_eq!(
        fields,
        [
            "needs.market.size",
            "relationships.groups.acquisition_cost",
            "relationships.groups.customers"
        ]
    );
}

#[test]
fn few_plans_none_and_odd_ones() {
    assert!(compared(&[], &[]).pairs.is_empty());
    let texts = vec![plan("X", &OWN), plan("Y", &OWN)];
    let found = compared(&texts, &[]);
    assert!(found.is_small && found.pairs.len() == 1);
    let odd = ["", "[", "\u{feff}farsight = 1", "a = \"“\"", "💥"].map(str::to_owned);
    assert!(compared(&odd, &[]).pairs.is_empty());
    assert_eq!(compared(&odd, &[]).bare.len(), odd.len());
    let same = vec![plan("X", &OWN); 5];
    assert_eq!(compared(&same, &[]).groups[0].plans.len(), 5);
}
