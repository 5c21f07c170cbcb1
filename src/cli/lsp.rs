//! `farsight lsp`: a language server over the standard input and output.
//!
//! Here are the pipe and the clock; what is answered is [`crate::lsp`]'s.

use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};

use super::Early;
use super::console::Console;
use super::failure::{Exit, Failure};
use super::help::Help;
use crate::lsp::Server;
use crate::words::Text;

pub(super) const HELP: Help = Help {
    name: "lsp",
    about: Text::new(
        "Serve an editor: findings, help and completion as you type",
        "为编辑器提供服务：边写边检查、提示和补全",
    ),
    more: Text::new(
        "A language server on the standard input and output, started by an editor and not by hand. It shows findings under the text, explains fields, completes keys, choices and ids, goes from a reference to its row and back, renames an id everywhere, offers repairs, and lays a plan out when asked. The file need not be saved.\n\nThe language is that of --lang, FARSIGHT_LANG or the configuration; without these, the editor's. A project's `farsight.toml` holds as in `farsight check`. TOML files that are no plans are left alone.",
        "通过标准输入输出提供语言服务，由编辑器启动，不需要手动运行。它在文中标出检查结果，解释字段，补全键、选项和编号，在引用与条目之间跳转，统一修改编号，提供改正办法，也能按要求统一排版。文件不必先保存。\n\n语言取自 --lang、FARSIGHT_LANG 或配置文件；都没有时随编辑器。项目的 `farsight.toml` 与 `farsight check` 中一样有效。不是计划的 TOML 文件不受影响。",
    ),
    args: &[(
        "stdio",
        Text::new(
            "Use the standard input and output, as it does anyway",
            "使用标准输入输出（本来就是如此）",
        ),
    )],
    examples: &[(
        "farsight lsp",
        Text::new("the command to give an editor", "在编辑器中填写的命令"),
    )],
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Many editors say it unasked.
    #[arg(long)]
    #[allow(dead_code, reason = "there is no other way to choose")]
    stdio: bool,
}

/// How long messages have to rest before findings are sent: what an editor sends in one burst is
/// checked once, and nobody waits for more than the check itself takes.
const REST: Duration = Duration::from_millis(2);

/// A longer message is passed over: no plan comes near it.
const LONGEST: u64 = 64 << 20;

/// What came through the pipe.
enum Incoming {
    Message(Message),
    /// What to answer to something that is no message.
    Malformed(Value),
}

/// Serves until the client ends it.
pub(super) fn run(_: &Args, early: &Early, console: &mut Console) -> Result<Exit, Failure> {
    let mut server = Server::new(early.lang, early.is_lang_chosen());
    let (sender, incoming) = mpsc::sync_channel(64);
    thread::spawn(move || {
        let mut input = io::stdin().lock();
        while let Ok(Some(it)) = read(&mut input) {
            if sender.send(it).is_err() {
                return;
            }
        }
    });
    loop {
        let next = if server.is_waiting() {
            incoming.recv_timeout(REST)
        } else {
            incoming.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        server.today = Some(Console::today());
        match next {
            Ok(Incoming::Message(message)) => write(console, server.handle(message))?,
            Ok(Incoming::Malformed(answer)) => send(console, &answer)?,
            Err(RecvTimeoutError::Timeout) => write(console, server.rest())?,
            // An editor that is gone without a word has crashed.
            Err(RecvTimeoutError::Disconnected) => return Ok(Exit::Findings),
        }
        match server.is_over() {
            Some(true) => return Ok(Exit::Clean),
            Some(false) => return Ok(Exit::Findings),
            None => {}
        }
    }
}

fn write(console: &mut Console, messages: Vec<Message>) -> Result<(), Failure> {
    for message in messages {
        message.write(&mut console.out)?;
    }
    Ok(console.out.flush()?)
}

fn send(console: &mut Console, answer: &Value) -> Result<(), Failure> {
    let text = answer.to_string();
    write!(console.out, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    Ok(console.out.flush()?)
}

/// Reads what comes next; nothing at the end of the pipe.
///
/// Lines that are no header are passed over, so that one broken message does not end the
/// conversation.
fn read(input: &mut impl BufRead) -> io::Result<Option<Incoming>> {
    let mut length: Option<u64> = None;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(4096).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
        if line.is_empty() && length.is_some() {
            break;
        }
    }
    let length = length.unwrap_or_default();
    if length > LONGEST {
        io::copy(&mut input.by_ref().take(length), &mut io::sink())?;
        return Ok(Some(malformed(None, ErrorCode::InvalidRequest, "too long")));
    }
    let mut body = Vec::new();
    input.by_ref().take(length).read_to_end(&mut body)?;
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(message) => Incoming::Message(message),
        Err(error) => match serde_json::from_slice::<Value>(&body) {
            Ok(value) => malformed(
                value.get("id"),
                ErrorCode::InvalidRequest,
                &error.to_string(),
            ),
            Err(error) => malformed(None, ErrorCode::ParseError, &error.to_string()),
        },
    }))
}

fn malformed(id: Option<&Value>, code: ErrorCode, message: &str) -> Incoming {
    Incoming::Malformed(json!({
        "jsonrpc": "2.0",
        "id": id,
        "error": { "code": code as i32, "message": message },
    }))
}
