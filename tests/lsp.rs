//! `farsight lsp`, driven as an editor drives it: over pipes, with the real binary.
#![allow(clippy::unwrap_used)] // a test that cannot run should say so loudly

mod support;

use std::io::{BufReader, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::support::sandbox::Sandbox;
use farsight::words::Lang;
use lsp_server::{Message, Notification, Request, RequestId};
use serde_json::{Value, json};

/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

const URI: &str = "file:///nowhere/%E8%8C%B6%E9%A6%86.toml";

/// A plan with an emoji before every place that matters.
const PLAN: &str = "farsight = 1\n\
[plan]\n\
title = \"🍵 茶馆\"\n\
currency = \"CNY\"\n\
\n\
[[needs.customer_needs]]\n\
id = \"下班歇脚\"\n\
need = \"🍵 坐下来歇一会儿\"\n\
importance = 5\n\
\n\
[[targeting.segments]]\n\
id = \"nurses\"\n\
name = \"🍵 夜班护士\"\n\
needs = [\"下班歇脚\"]\n\
decision = \"target\"\n";

/// An editor.
struct Editor {
    child: Child,
    stdin: Option<ChildStdin>,
    said: Receiver<Message>,
    last: i32,
}

impl Editor {
    /// Starts a server; no handshake yet.
    fn bare(sandbox: &Sandbox) -> Editor {
        let mut command = sandbox.command(&["lsp"]);
        command.env_remove("FARSIGHT_LANG");
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let (tell, said) = channel();
        std::thread::spawn(move || {
            loop {
                match Message::read(&mut stdout) {
                    Ok(Some(message)) => {
                        if tell.send(message).is_err() {
                            return;
                        }
                    }
                    // An answer to what was no message has no id, which the reader cannot read.
                    Err(error) if error.to_string().contains("malformed LSP payload") => {
                        let said = Notification::new(String::from("malformed"), error.to_string());
                        let _ = tell.send(said.into());
                    }
                    _ => return,
                }
            }
        });
        Editor {
            stdin: child.stdin.take(),
            child,
            said,
            last: 0,
        }
    }

    fn start(sandbox: &Sandbox, lang: &str, encodings: &[&str]) -> Editor {
        let mut editor = Editor::bare(sandbox);
        let result = editor.ask(
            "initialize",
            json!({
                "processId": null, "rootUri": null, "locale": lang,
                "capabilities": { "general": { "positionEncodings": encodings } },
            }),
        );
        let wanted = encodings.first().unwrap_or(&"utf-16");
        assert_eq!(result["capabilities"]["positionEncoding"], *wanted);
        editor.tell("initialized", json!({}));
        editor
    }

    fn raw(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().unwrap();
        stdin.write_all(bytes).unwrap();
        stdin.flush().unwrap();
    }

    fn send(&mut self, message: impl Into<Message>) {
        let mut bytes = Vec::new();
        message.into().write(&mut bytes).unwrap();
        self.raw(&bytes);
    }

    fn tell(&mut self, method: &str, params: Value) {
        self.send(Notification::new(method.to_owned(), params));
    }

    fn next(&self) -> Message {
        self.said.recv_timeout(PATIENCE).unwrap()
    }

    /// Asks, and gives the result or the error.
    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let id = RequestId::from(self.last);
        self.send(Request::new(id.clone(), method.to_owned(), params));
        loop {
            if let Message::Response(response) = self.next()
                && response.id == id
            {
                let error = |it| json!({ "error": it });
                return response.response_result.unwrap_or_else(error);
            }
        }
    }

    fn open(&mut self, uri: &str, text: &str) -> Vec<Value> {
        let item = json!({ "uri": uri, "languageId": "toml", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": item }));
        self.findings(uri)
    }

    /// Waits for the findings of a plan.
    fn findings(&self, uri: &str) -> Vec<Value> {
        loop {
            if let Message::Notification(it) = self.next()
                && it.method == "textDocument/publishDiagnostics"
                && it.params["uri"] == uri
            {
                return it.params["diagnostics"].as_array().unwrap().clone();
            }
        }
    }

    fn change(&mut self, version: i32, change: &Value) {
        let document = json!({ "uri": URI, "version": version });
        self.tell(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": [change] }),
        );
    }

    /// Asks about a place: `line` from 0, `character` in units of two bytes.
    fn at(&mut self, method: &str, line: usize, character: usize) -> Value {
        self.ask(&format!("textDocument/{method}"), place(line, character))
    }

    /// Shuts the server down and gives its exit code.
    fn end(mut self) -> Option<i32> {
        assert_eq!(self.ask("shutdown", Value::Null), Value::Null);
        self.tell("exit", Value::Null);
        self.child.wait().unwrap().code()
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn place(line: usize, character: usize) -> Value {
    json!({
        "textDocument": { "uri": URI },
        "position": { "line": line, "character": character },
    })
}

fn codes(findings: &[Value]) -> Vec<&str> {
    let codes = findings.iter().filter_map(|it| it["code"].as_str());
    codes.collect()
}

fn labels(items: &Value) -> Vec<&str> {
    let items = items.as_array().unwrap().iter();
    items.filter_map(|it| it["label"].as_str()).collect()
}

/// Makes the edits of a workspace edit in a text, in units of two bytes.
fn applied(text: &str, edit: &Value) -> String {
    let edits = edit["changes"][URI].as_array().unwrap();
    let byte = |place: &Value| {
        let line = usize::try_from(place["line"].as_u64().unwrap()).unwrap();
        let units = usize::try_from(place["character"].as_u64().unwrap()).unwrap();
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let mut seen = 0;
        let inside = text[start..].char_indices().find(|(_, c)| {
            let here = seen == units;
            seen += c.len_utf16();
            here
        });
        inside.map_or(text.len(), |(at, _)| start + at)
    };
    let mut splices: Vec<_> = edits
        .iter()
        .map(|it| {
            let range = byte(&it["range"]["start"])..byte(&it["range"]["end"]);
            (range, it["newText"].as_str().unwrap())
        })
        .collect();
    splices.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut out = text.to_owned();
    for (range, new) in splices {
        out.replace_range(range, new);
    }
    out
}

#[test]
fn findings_follow_an_edit_in_both_languages() {
    for (lang, ask) in [("en-GB", "Was the row renamed"), ("zh-CN", "改了编号")] {
        let sandbox = Sandbox::new();
        let mut editor = Editor::start(&sandbox, lang, &["utf-16"]);
        assert!(!codes(&editor.open(URI, PLAN)).contains(&"F004"));
        // The reference loses its last character: 下班歇脚 becomes 下班歇.
        let range = json!({
            "start": { "line": 13, "character": 13 }, "end": { "line": 13, "character": 14 },
        });
        editor.change(2, &json!({ "range": range, "text": "" }));
        let found = editor.findings(URI);
        let dangling = found
            .iter()
            .find(|it| it["code"] == "F011")
            .unwrap_or_else(|| panic!("{found:#?}"));
        assert_eq!(dangling["severity"], 1);
        assert_eq!(dangling["source"], "farsight");
        assert_eq!(
            dangling["range"],
            json!({
                "start": { "line": 13, "character": 9 }, "end": { "line": 13, "character": 14 },
            })
        );
        let said = dangling["message"].as_str().unwrap();
        assert!(said.contains(ask), "{said}");
        assert_eq!(editor.end(), Some(0));
    }
}

#[test]
fn what_an_exercise_locks_is_marked_in_both_languages() {
    let exercise = farsight::classroom::exercise("past-the-product").unwrap();
    for (tag, lang, kept, put_back) in [
        ("en-GB", Lang::En, "The exercise keeps “", "Put it back"),
        ("zh-CN", Lang::Zh, "练习规定“", "请改回去"),
    ] {
        let sandbox = Sandbox::new();
        let mut editor = Editor::start(&sandbox, tag, &["utf-16"]);
        let start = exercise.start(lang);
        let locks = |found: &[Value], severity: u32| -> Vec<String> {
            let ours = found.iter().filter(|it| it["code"].is_null());
            let ours = ours.filter(|it| it["severity"] == severity);
            ours.map(|it| it["message"].as_str().unwrap().to_owned())
                .collect()
        };
        let found = editor.open(URI, &start);
        assert_eq!(locks(&found, 4).len(), 3, "{found:#?}");
        assert!(locks(&found, 4).iter().all(|it| it.contains(kept)));
        let text = start.replacen("sample = ", "sample = 1", 1);
        editor.change(2, &json!({ "text": text }));
        let found = editor.findings(URI);
        assert_eq!(locks(&found, 4).len(), 2);
        let changed = locks(&found, 2);
        assert!(
            matches!(changed.as_slice(), [one] if one.contains(put_back)),
            "{changed:?}"
        );
        assert_eq!(editor.end(), Some(0));
    }
}

#[test]
fn a_client_that_counts_bytes_gets_bytes() {
    let sandbox = Sandbox::new();
    let mut editor = Editor::start(&sandbox, "zh", &["utf-8", "utf-16"]);
    editor.open(
        URI,
        &PLAN.replace("needs = [\"下班歇脚\"]", "needs = [\"下班\"]"),
    );
    let hover = editor.at("hover", 13, 11);
    assert_eq!(hover["range"]["start"]["character"], 9);
    assert_eq!(hover["range"]["end"]["character"], 17);
}

#[test]
fn hover_explains_fields_references_rules_and_numbers() {
    let sandbox = Sandbox::new();
    for (lang, good, row) in [
        ("en", "Good: ", "**customer need**"),
        ("zh", "好：", "**顾客需要**"),
    ] {
        let mut editor = Editor::start(&sandbox, lang, &[]);
        editor.open(URI, PLAN);
        let said = |hover: Value| hover["contents"]["value"].as_str().unwrap().to_owned();
        let field = said(editor.at("hover", 7, 2));
        assert!(
            field.contains(good) && field.contains("needs.customer_needs.need"),
            "{field}"
        );
        let reference = said(editor.at("hover", 13, 11));
        assert!(
            reference.contains(row) && reference.contains("🍵 坐下来"),
            "{reference}"
        );
        assert!(editor.at("hover", 4, 0).is_null());
    }
}

#[test]
fn completion_knows_what_is_missing() {
    let sandbox = Sandbox::new();
    let mut editor = Editor::start(&sandbox, "zh", &[]);
    let text = format!("{PLAN}ne\nneeds = [\"\"]\nsize = \n[\n[[accept]]\ncheck = \"\n");
    editor.open(URI, &text);
    let keys = editor.at("completion", 15, 2);
    let keys = labels(&keys);
    assert!(
        !keys.contains(&"needs") && !keys.contains(&"id"),
        "{keys:?}"
    );
    assert!(!keys.is_empty());
    let ids = editor.at("completion", 16, 10);
    assert_eq!(labels(&ids), ["下班歇脚"]);
    assert_eq!(ids[0]["textEdit"]["newText"], "\"下班歇脚\"");
    assert_eq!(ids[0]["textEdit"]["range"]["start"]["character"], 9);
    let headers = editor.at("completion", 18, 1);
    let headers = labels(&headers);
    assert!(headers.contains(&"[[targeting.segments]]"), "{headers:?}");
    assert!(!headers.contains(&"[plan]"), "{headers:?}");
    let rules = editor.at("completion", 20, 9);
    assert!(labels(&rules).contains(&"mix-element-missing"), "{rules}");
    let rules = rules.as_array().unwrap();
    let rule = rules.iter().find(|it| it["label"] == "mix-element-missing");
    let rule = rule.unwrap();
    assert_eq!(rule["textEdit"]["newText"], "\"mix-element-missing\"");
    assert_eq!(rule["filterText"], "\"mix-element-missing");
    let page = rule["documentation"]["value"].as_str().unwrap();
    assert!(
        page.contains("**M101") || page.contains("mix-element-missing"),
        "{page}"
    );
    // What no answer can silence is not offered.
    assert!(rules.iter().all(|it| it["label"] != "syntax-error"));
    let choices = editor.at("completion", 14, 13);
    assert!(labels(&choices).contains(&"target"), "{choices:#}");
}

#[test]
fn answers_complete_with_rules_and_places_in_both_languages() {
    let sandbox = Sandbox::new();
    for (lang, title) in [("en", "Mix element missing"), ("zh", "组合")] {
        let mut editor = Editor::start(&sandbox, lang, &[]);
        let answer = "\n[[accept]]\ncheck = \"mix-\"\nat = \"\"\n";
        editor.open(URI, &format!("{PLAN}{answer}"));
        let rules = editor.at("completion", 17, 13);
        let wanted = |it: &&Value| it["label"] == "mix-element-missing";
        let rule = rules.as_array().unwrap().iter().find(wanted).unwrap();
        assert!(rule["detail"].as_str().unwrap().contains(title), "{rule}");
        // The word that was begun goes, with both its quotes.
        let range = &rule["textEdit"]["range"];
        assert_eq!(range["start"]["character"], 8);
        assert_eq!(range["end"]["character"], 14);
        let places = editor.at("completion", 18, 6);
        assert!(
            labels(&places).contains(&"targeting.criteria"),
            "{places:#}"
        );
    }
}

#[test]
fn a_number_shows_the_figures_it_goes_into() {
    let plan = "farsight = 1\n[plan]\ntitle = \"🍵\"\ncurrency = \"CNY\"\n\
        [[mix.products]]\nid = \"茶\"\nname = \"茶\"\nprice = 18\nunit_cost = 6.5\n";
    let sandbox = Sandbox::new();
    for (lang, said) in [("en", "contribution"), ("zh", "单位贡献")] {
        let mut editor = Editor::start(&sandbox, lang, &[]);
        editor.open(URI, plan);
        // The value and the key alike.
        for character in [2, 9] {
            let hover = editor.at("hover", 7, character);
            let text = hover["contents"]["value"].as_str().unwrap().to_lowercase();
            assert!(text.contains(said) && text.contains("11.5"), "{text}");
        }
        // A field that goes into no figure has its page alone.
        let hover = editor.at("hover", 6, 2);
        let text = hover["contents"]["value"].as_str().unwrap();
        assert!(
            text.contains("mix.products.name") && !text.contains("11.5"),
            "{text}"
        );
    }
}

#[test]
fn a_plan_is_laid_out_by_few_edits() {
    let sandbox = Sandbox::new();
    let options = json!({ "tabSize": 4, "insertSpaces": true });
    let params = json!({ "textDocument": { "uri": URI }, "options": options });
    let untidy = PLAN.replace("importance = 5", "importance   =5");
    let mut untidy = untidy.replace("\n\n[[targeting", "\n\n\n\n[[targeting");
    for eol in ["\n", "\r\n"] {
        untidy = untidy.replace('\n', eol);
        for encodings in [&["utf-16"][..], &["utf-8"]] {
            let mut editor = Editor::start(&sandbox, "zh", encodings);
            editor.open(URI, &untidy);
            let edits = editor.ask("textDocument/formatting", params.clone());
            let wanted = farsight::plan::layout(&untidy).unwrap();
            assert_ne!(wanted, untidy);
            let edit = json!({ "changes": { URI: edits.clone() } });
            if encodings == ["utf-16"] {
                assert_eq!(applied(&untidy, &edit), wanted);
            }
            // Lines that are in order already are not touched.
            let all = edits.as_array().unwrap();
            assert!(
                all.iter().all(|it| it["range"]["start"]["line"] != 0),
                "{edits:#}"
            );
            // In order, there is nothing to do.
            editor.open(URI, &wanted);
            assert_eq!(
                editor.ask("textDocument/formatting", params.clone()),
                json!([])
            );
            // What cannot be laid out is left alone.
            for text in ["farsight = 1\n[plan\n", "farsight = 99\n", "[package]\n"] {
                editor.open(URI, text);
                assert!(
                    editor
                        .ask("textDocument/formatting", params.clone())
                        .is_null()
                );
            }
        }
    }
}

#[test]
fn an_id_is_found_and_renamed_everywhere() {
    let sandbox = Sandbox::new();
    let mut editor = Editor::start(&sandbox, "zh", &[]);
    editor.open(URI, PLAN);
    let home = editor.at("definition", 13, 11);
    assert_eq!(home["range"]["start"], json!({ "line": 6, "character": 5 }));
    let mut params = place(6, 7);
    params["context"] = json!({ "includeDeclaration": true });
    let all = editor.ask("textDocument/references", params);
    assert_eq!(all.as_array().unwrap().len(), 2);
    let name = editor.at("prepareRename", 13, 11);
    assert_eq!(name["placeholder"], "下班歇脚");
    let mut params = place(13, 11);
    params["newName"] = json!("quiet");
    let edit = editor.ask("textDocument/rename", params.clone());
    let after = applied(PLAN, &edit);
    assert_eq!(after, PLAN.replace("\"下班歇脚\"", "\"quiet\""));
    params["newName"] = json!("Night Nurses");
    let refused = editor.ask("textDocument/rename", params);
    assert!(
        refused["error"]["message"]
            .as_str()
            .unwrap()
            .contains("不能作编号"),
        "{refused}"
    );
}

#[test]
fn findings_are_repaired_or_answered() {
    let sandbox = Sandbox::new();
    let mut editor = Editor::start(&sandbox, "zh", &[]);
    let text = PLAN.replace("title =", "titel =");
    editor.open(URI, &text);
    let range = |line: u32| {
        let at = json!({ "line": line, "character": 2 });
        json!({
            "textDocument": { "uri": URI }, "range": { "start": at, "end": at },
            "context": { "diagnostics": [] },
        })
    };
    let actions = editor.ask("textDocument/codeAction", range(2));
    let repair = &actions[0];
    assert_eq!(repair["kind"], "quickfix");
    assert_eq!(applied(&text, &repair["edit"]), PLAN);
    let actions = editor.ask("textDocument/codeAction", range(10));
    let all = actions.as_array().unwrap();
    let answer = all
        .iter()
        .find(|it| it["title"].as_str().unwrap().starts_with("不改"))
        .unwrap_or_else(|| panic!("{actions:#}"));
    let after = applied(&text, &answer["edit"]);
    assert!(
        after.contains("[[accept]]\ncheck = ") && after.contains("待填"),
        "{after}"
    );
}

#[test]
fn the_outline_has_rows_below_their_list() {
    let sandbox = Sandbox::new();
    let mut editor = Editor::start(&sandbox, "zh", &[]);
    editor.open(URI, PLAN);
    let params = json!({ "textDocument": { "uri": URI } });
    let symbols = editor.ask("textDocument/documentSymbol", params.clone());
    let names: Vec<_> = symbols
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["detail"])
        .collect();
    assert_eq!(
        names,
        ["plan", "needs.customer_needs", "targeting.segments"]
    );
    assert_eq!(symbols[1]["children"][0]["name"], "🍵 坐下来歇一会儿");
    let folds = editor.ask("textDocument/foldingRange", params);
    assert_eq!(folds[0], json!({ "startLine": 1, "endLine": 3 }));
}

#[test]
fn broken_messages_end_nothing() {
    let sandbox = Sandbox::new();
    let mut editor = Editor::bare(&sandbox);
    let early = editor.ask("textDocument/hover", place(0, 0));
    assert_eq!(early["error"]["code"], -32002);
    let result = editor.ask("initialize", json!({ "capabilities": {}, "locale": "zh" }));
    assert_eq!(result["serverInfo"]["name"], "farsight");
    editor.raw(b"what is this\r\n\r\n");
    for (body, code) in [
        ("{", "-32700"),
        ("[1]", "-32600"),
        ("{\"id\":3.5}", "-32600"),
    ] {
        editor.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
        let Message::Notification(said) = editor.next() else {
            panic!("{body}")
        };
        assert!(
            said.params.as_str().unwrap().contains(code),
            "{body} {said:?}"
        );
    }
    let unknown = editor.ask("textDocument/fly", json!({}));
    assert_eq!(unknown["error"]["code"], -32601);
    let wrong = editor.ask("textDocument/hover", json!({ "textDocument": 3 }));
    assert_eq!(wrong["error"]["code"], -32602);
    editor.tell("textDocument/didChange", json!({ "textDocument": [] }));
    editor.tell("$/unheardOf", json!([]));
    // Other TOML files are left alone, and texts that were never opened have nothing to say.
    assert!(
        editor
            .open("file:///nowhere/Cargo.toml", "[package]\nname = 3\n")
            .is_empty()
    );
    assert!(editor.at("hover", 0, 0).is_null());
    assert!(!editor.open(URI, "farsight = 1\n[[[\n").is_empty());
    for line in 0..4 {
        for character in [0, 1, 2, 99] {
            for method in ["hover", "completion", "definition", "prepareRename"] {
                assert!(editor.at(method, line, character).get("error").is_none());
            }
        }
    }
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn an_exit_without_a_shutdown_is_told() {
    let sandbox = Sandbox::new();
    let mut editor = Editor::start(&sandbox, "en", &[]);
    editor.tell("exit", Value::Null);
    assert_eq!(editor.child.wait().unwrap().code(), Some(1));
    let mut editor = Editor::start(&sandbox, "en", &[]);
    drop(editor.stdin.take());
    assert_eq!(editor.child.wait().unwrap().code(), Some(1));
}
