//! `farsight myopia`.

use crate::support::sandbox::Sandbox;

#[test]
fn a_statement_is_read_with_the_words_that_decided() {
    let mut sandbox = Sandbox::new();
    let need = ["myopia", "--field", "need", "--offering"];
    let drill = "Joiners need our 18 V brushless drill with two batteries.";
    sandbox.run(&[&need[..], &["cordless drills", drill]].concat());
    let shelf = "She can't hang the shelf before her parents arrive on Sunday.";
    sandbox.run(&[&need[..], &["cordless drills", shelf]].concat());
    sandbox.run(&["myopia", "--field", "nowhere", "a text"]);
    sandbox.run(&["myopia", "…"]);
    sandbox.run(&["myopia"]);
    told!("myopia", sandbox.transcript());
}

#[test]
fn 读一句话并列出起决定作用的词() {
    let mut sandbox = Sandbox::new();
    sandbox.var("FARSIGHT_LANG", "zh");
    let need = [
        "myopia",
        "--field",
        "needs.customer_needs.need",
        "--offering",
    ];
    let drill = "用户需要一台配两块电池的18伏无刷电钻。";
    sandbox.run(&[&need[..], &["电钻", drill]].concat());
    let shelf = "爸妈周日就到了，她一个人装不上架子，急得想哭。";
    sandbox.run(&[&need[..], &["电钻", shelf]].concat());
    sandbox.run(&["myopia", "--field", "别处", "一句话"]);
    told!("myopia-zh", sandbox.transcript());
}

#[test]
fn lines_come_back_in_their_order_and_bad_ones_are_told() {
    let mut sandbox = Sandbox::new();
    sandbox.write(
        "all.jsonl",
        "{\"id\": 1, \"text\": \"We make drills.\", \"field\": \"mission\", \"label\": \"product\"}\n\
         no json\n\
         \n\
         {\"id\": 4, \"field\": \"mission\"}\n\
         {\"id\": 5, \"text\": \"!?\", \"note\": [1, 2]}\n\
         {\"id\": 6, \"text\": \"夜班护士凌晨三点吃不上一口热饭。\", \"field\": \"need\", \"label\": \"customer\", \"lang\": \"zh\"}\n",
    );
    sandbox.run(&["myopia", "--jsonl", "all.jsonl"]);
    sandbox.run(&["myopia", "--jsonl", "all.jsonl", "--score"]);
    sandbox.run(&["myopia", "--jsonl", "missing.jsonl"]);
    told!("myopia-lines", sandbox.transcript());
}
