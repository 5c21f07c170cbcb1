//! The life of a connection, and which function answers which request.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use gen_lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, Position,
    PublishDiagnosticsParams, TextDocumentIdentifier, TextDocumentPositionParams, Uri,
};
use jiff::civil::Date;
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::open::{Open, path_of};
use super::page::Page;
use super::place::Encoding;
use super::{actions, complete, diagnostics, hover, layout, links, outline};
use crate::words::{Lang, Text};

/// A language server: messages in, messages out.
#[derive(Debug, Default)]
pub struct Server {
    /// The day, for rules that ask for it.
    pub today: Option<Date>,
    pub(super) lang: Lang,
    pub(super) encoding: Encoding,
    /// Whether the client fills in templates with places to go to.
    pub(super) snippets: bool,
    /// The folder that the editor has open.
    pub(super) root: Option<PathBuf>,
    /// Whether the language was chosen for farsight: then the editor's own does not matter.
    is_lang_chosen: bool,
    stage: Stage,
    plans: BTreeMap<String, Open>,
    /// Whose findings are to be published after a rest.
    due: BTreeSet<String>,
}

/// How far a connection has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    #[default]
    New,
    Running,
    /// Asked to shut down; only `exit` is left.
    Down,
    /// Over; whether it was shut down before.
    Over(bool),
}

/// Why a request has no result.
#[derive(Debug)]
pub(super) struct Refused {
    code: ErrorCode,
    message: String,
}

impl Refused {
    /// The request is understood and cannot be done.
    pub fn failed(message: String) -> Refused {
        Refused {
            code: ErrorCode::RequestFailed,
            message,
        }
    }
}

type Answer = fn(&Server, Value) -> Result<Value, Refused>;

/// Every request that is answered once a connection stands.
const REQUESTS: &[(&str, Answer)] = &[
    ("textDocument/hover", |server, params| {
        at(server, params, hover::at)
    }),
    ("textDocument/completion", |server, params| {
        at(server, params, complete::at)
    }),
    ("textDocument/definition", |server, params| {
        at(server, params, links::definition)
    }),
    ("textDocument/references", |server, params| {
        let own = params.pointer("/context/includeDeclaration") == Some(&Value::Bool(true));
        on(
            server,
            params,
            |page, params: TextDocumentPositionParams| {
                Ok(links::references(page, params.position, own))
            },
        )
    }),
    ("textDocument/prepareRename", |server, params| {
        at(server, params, links::renamed_range)
    }),
    ("textDocument/rename", |server, params| {
        on(server, params, |page, params| links::rename(page, &params))
    }),
    ("textDocument/codeAction", |server, params| {
        on(server, params, |page, params| {
            Ok(actions::of(page, &params))
        })
    }),
    ("textDocument/documentSymbol", |server, params| {
        on(server, params, |page, _: Value| Ok(outline::symbols(page)))
    }),
    ("textDocument/formatting", |server, params| {
        on(server, params, |page, _: Value| Ok(layout::edits(page)))
    }),
    ("textDocument/foldingRange", |server, params| {
        on(server, params, |page, _: Value| Ok(outline::folds(page)))
    }),
];

/// Answers a request about a place.
fn at<T: Serialize>(
    server: &Server,
    params: Value,
    answer: fn(&Page, Position) -> Option<T>,
) -> Result<Value, Refused> {
    on(
        server,
        params,
        |page, params: TextDocumentPositionParams| Ok(answer(page, params.position)),
    )
}

/// Answers a request about an open plan; about another text there is nothing to say.
fn on<P: DeserializeOwned, T: Serialize>(
    server: &Server,
    params: Value,
    answer: impl FnOnce(&Page, P) -> Result<T, Refused>,
) -> Result<Value, Refused> {
    let document = params.get("textDocument").cloned().unwrap_or_default();
    let document: TextDocumentIdentifier = read(document)?;
    let params = read(params)?;
    let Some(open) = server.plans.get(&document.uri.0) else {
        return Ok(Value::Null);
    };
    if !open.is_plan() && !open.text.trim().is_empty() {
        return Ok(Value::Null);
    }
    written(answer(&Page::new(server, open), params)?)
}

fn read<P: DeserializeOwned>(params: Value) -> Result<P, Refused> {
    serde_json::from_value(params).map_err(|error| Refused {
        code: ErrorCode::InvalidParams,
        message: error.to_string(),
    })
}

fn written(result: impl Serialize) -> Result<Value, Refused> {
    serde_json::to_value(result).map_err(|error| Refused {
        code: ErrorCode::InternalError,
        message: error.to_string(),
    })
}

impl Server {
    /// A server that speaks a language; one that was not chosen for farsight gives way to the
    /// editor's.
    pub fn new(lang: Lang, is_chosen: bool) -> Server {
        Server {
            lang,
            is_lang_chosen: is_chosen,
            ..Server::default()
        }
    }

    /// Whether the connection is over; holds whether it was shut down first, as it should be.
    pub fn is_over(&self) -> Option<bool> {
        match self.stage {
            Stage::Over(well) => Some(well),
            _ => None,
        }
    }

    /// Whether findings are to be published after a rest.
    pub fn is_waiting(&self) -> bool {
        !self.due.is_empty()
    }

    /// Takes a message; what comes back goes to the client.
    pub fn handle(&mut self, message: Message) -> Vec<Message> {
        match message {
            Message::Request(request) => vec![self.answer(request).into()],
            Message::Notification(notification) => self.hear(notification),
            // Nothing is asked of the client.
            Message::Response(_) => Vec::new(),
        }
    }

    /// Publishes what waited for a rest.
    pub fn rest(&mut self) -> Vec<Message> {
        let due = std::mem::take(&mut self.due);
        let plans = due.iter().filter_map(|uri| self.plans.get(uri));
        plans
            .map(|open| publication(diagnostics::of(&Page::new(self, open))))
            .collect()
    }

    fn answer(&mut self, request: Request) -> Response {
        let Request { id, method, params } = request;
        let result = match (self.stage, method.as_str()) {
            (Stage::New, "initialize") => Ok(self.initialize(&params)),
            (Stage::New, _) => Err(self.refused(
                ErrorCode::ServerNotInitialized,
                Text::new(
                    "{0} came before initialize.",
                    "在 initialize 之前收到 {0}。",
                ),
                &method,
            )),
            (Stage::Running, "shutdown") => {
                self.stage = Stage::Down;
                Ok(Value::Null)
            }
            (Stage::Running, "initialize") | (Stage::Down | Stage::Over(_), _) => Err(self
                .refused(
                    ErrorCode::InvalidRequest,
                    Text::new("{0} comes at the wrong time.", "{0} 来得不是时候。"),
                    &method,
                )),
            (Stage::Running, _) => match REQUESTS.iter().find(|(name, _)| *name == method) {
                Some((_, answer)) => answer(self, params),
                None => Err(self.refused(
                    ErrorCode::MethodNotFound,
                    Text::new("{0} is not answered here.", "这里不回答 {0}。"),
                    &method,
                )),
            },
        };
        response(id, result)
    }

    fn refused(&self, code: ErrorCode, text: Text, method: &str) -> Refused {
        let message = text.fill(self.lang, &[method]);
        Refused { code, message }
    }

    /// Takes note of what the client can do, and says what the server can.
    fn initialize(&mut self, params: &Value) -> Value {
        let get = |pointer: &str| params.pointer(pointer);
        let offered = get("/capabilities/general/positionEncodings").cloned();
        let offered = offered.and_then(|it| serde_json::from_value(it).ok());
        self.encoding = Encoding::choose(&offered.unwrap_or_else(Vec::new));
        let snippets = "/capabilities/textDocument/completion/completionItem/snippetSupport";
        self.snippets = get(snippets) == Some(&Value::Bool(true));
        let locale = get("/locale").and_then(Value::as_str);
        if let Some(tag) = locale.filter(|_| !self.is_lang_chosen) {
            self.lang = Lang::from_tag(tag);
        }
        self.configure(get("/initializationOptions"));
        let root = get("/workspaceFolders/0/uri").or_else(|| get("/rootUri"));
        let root = root.and_then(Value::as_str);
        self.root = root.and_then(|uri| path_of(&Uri::from(uri)));
        self.stage = Stage::Running;
        json!({
            "capabilities": {
                "positionEncoding": self.encoding.kind(),
                "textDocumentSync": { "openClose": true, "change": 2, "save": true },
                "hoverProvider": true,
                "completionProvider": { "triggerCharacters": ["[", "\"", "=", ".", " "] },
                "definitionProvider": true,
                "referencesProvider": true,
                "renameProvider": { "prepareProvider": true },
                "codeActionProvider": { "codeActionKinds": ["quickfix", "source.fixAll"] },
                "documentSymbolProvider": true,
                "documentFormattingProvider": true,
                "foldingRangeProvider": true,
            },
            "serverInfo": { "name": "farsight", "version": env!("CARGO_PKG_VERSION") },
        })
    }

    /// The editor's settings for farsight: `language`, alone or under the name of the program.
    fn configure(&mut self, settings: Option<&Value>) {
        let own = settings.map(|it| it.get("farsight").unwrap_or(it));
        let tag = own
            .and_then(|it| it.get("language"))
            .and_then(Value::as_str);
        if let Some(tag) = tag {
            self.lang = Lang::from_tag(tag);
        }
    }

    fn hear(&mut self, notification: Notification) -> Vec<Message> {
        let Notification { method, params } = notification;
        if method == "exit" {
            self.stage = Stage::Over(self.stage == Stage::Down);
            return Vec::new();
        }
        if self.stage != Stage::Running {
            return Vec::new();
        }
        // What cannot be read cannot be answered either: a notification has no answer.
        match method.as_str() {
            "textDocument/didOpen" => read(params).map_or_else(|_| Vec::new(), |it| self.open(it)),
            "textDocument/didChange" => {
                let _ = read(params).map(|it| self.change(it));
                Vec::new()
            }
            "textDocument/didClose" => {
                read(params).map_or_else(|_| Vec::new(), |it| self.close(&it))
            }
            "workspace/didChangeConfiguration" => {
                self.configure(params.get("settings"));
                self.all_due()
            }
            // What was saved may be the settings of the project.
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.all_due(),
            _ => Vec::new(),
        }
    }

    fn all_due(&mut self) -> Vec<Message> {
        self.due.extend(self.plans.keys().cloned());
        self.rest()
    }

    fn open(&mut self, params: DidOpenTextDocumentParams) -> Vec<Message> {
        let item = params.text_document;
        let language = written(&item.language_id).unwrap_or_default();
        let open = Open {
            language: language.as_str().unwrap_or_default().to_owned(),
            version: item.version,
            text: item.text,
            uri: item.uri,
        };
        let uri = open.uri.0.clone();
        self.plans.insert(uri.clone(), open);
        self.due.insert(uri);
        self.rest()
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) {
        let document = params.text_document;
        let uri = document.text_document_identifier.uri.0;
        let Some(open) = self.plans.get_mut(&uri) else {
            return;
        };
        for change in params.content_changes {
            open.change(change, self.encoding);
        }
        open.version = document.version;
        self.due.insert(uri);
    }

    /// Forgets a plan and takes its findings back.
    fn close(&mut self, params: &DidCloseTextDocumentParams) -> Vec<Message> {
        let uri = &params.text_document.uri;
        self.due.remove(&uri.0);
        let Some(open) = self.plans.remove(&uri.0) else {
            return Vec::new();
        };
        vec![publication(PublishDiagnosticsParams {
            uri: open.uri,
            version: None,
            diagnostics: Vec::new(),
        })]
    }
}

fn publication(params: PublishDiagnosticsParams) -> Message {
    Message::Notification(Notification {
        method: String::from("textDocument/publishDiagnostics"),
        params: written(params).unwrap_or_default(),
    })
}

fn response(id: RequestId, result: Result<Value, Refused>) -> Response {
    match result {
        Ok(value) => Response {
            id,
            response_result: Ok(value),
        },
        Err(refused) => Response::new_err(id, refused.code as i32, refused.message),
    }
}
