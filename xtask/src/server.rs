//! A small static server for 127.0.0.1: right MIME types, brotli, keep-alive, revalidation by ETag.
//!
//! For tests it also serves *worlds*: `/<world>/dist/…` is dist/ as one kind of host would send it (a strict policy, a
//! missing file, a wrong MIME type), `/<world>/page.html?…` a page that embeds the element, `/<world>/…` files of
//! `xtask/pages`, `/<world>/native.json` what the native readers make of the same data. One origin, so that one browser
//! session visits them all.

use crate::util::{dist_dir, root};
use anyhow::{Context as _, Result};
use std::{
    collections::HashMap,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// How one kind of host sends files.
pub struct World {
    /// First part of its paths.
    pub name: &'static str,
    /// Its `Content-Security-Policy`.
    pub policy: &'static str,
    /// Requests whose path contains one of these get 404.
    pub refused: &'static [&'static str],
    /// The MIME type of `.wasm` files.
    pub wasm_type: &'static str,
    /// How long `.wasm` files are held back, in milliseconds.
    pub wasm_delay_ms: u64,
    /// What is done to JSON content.
    pub content: fn(String) -> String,
}

/// A host as one hopes for it.
pub const PLAIN: World = World {
    name: "plain",
    policy: "",
    refused: &[],
    wasm_type: "application/wasm",
    wasm_delay_ms: 0,
    content: |text| text,
};

/// What is served.
pub struct Site {
    dist: PathBuf,
    /// Files and templates of test pages, and the worlds they are served in.
    worlds: Option<(PathBuf, &'static [World])>,
    compress: bool,
}

impl Site {
    /// dist/ at the root.
    pub fn dist() -> Site {
        Site {
            dist: dist_dir(),
            worlds: None,
            compress: true,
        }
    }

    /// dist/ at the root and in every world.
    pub fn worlds(worlds: &'static [World], compress: bool) -> Site {
        Site {
            dist: dist_dir(),
            worlds: Some((root().join("xtask/pages"), worlds)),
            compress,
        }
    }
}

/// A running server; it ends with the program.
pub struct Server {
    port: u16,
}

struct Shared {
    site: Site,
    /// Compressed bodies by ETag: brotli 11 takes seconds for the wasm.
    compressed: Mutex<HashMap<String, Arc<Vec<u8>>>>,
}

struct Request {
    method: String,
    path: String,
    query: String,
    brotli: bool,
    if_none_match: String,
    keep_alive: bool,
}

struct Response {
    status: &'static str,
    mime: &'static str,
    policy: &'static str,
    body: Vec<u8>,
}

impl Server {
    /// Starts to serve on a port; 0 takes a free one.
    pub fn start(site: Site, port: u16) -> Result<Server> {
        let listener = TcpListener::bind(("127.0.0.1", port))
            .with_context(|| format!("port {port} is not free; choose another with --port"))?;
        let port = listener.local_addr()?.port();
        let shared = Arc::new(Shared {
            site,
            compressed: Mutex::default(),
        });
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                // A broken connection is the browser's business.
                thread::spawn(move || serve(&shared, stream).ok());
            }
        });
        Ok(Server { port })
    }

    /// Where it is.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

fn serve(shared: &Shared, stream: TcpStream) -> Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(120)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    while let Some(request) = read_request(&mut reader)? {
        let response = shared.site.answer(&request);
        shared.send(&mut writer, &request, response)?;
        if !request.keep_alive {
            break;
        }
    }
    Ok(())
}

fn read_request(reader: &mut BufReader<TcpStream>) -> Result<Option<Request>> {
    let mut line = String::new();
    if reader.by_ref().take(16_384).read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace();
    let method = words.next().unwrap_or_default().to_owned();
    let target = words.next().unwrap_or("/");
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut request = Request {
        method,
        path: decode(path, false),
        query: query.to_owned(),
        brotli: false,
        if_none_match: String::new(),
        keep_alive: true,
    };
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.by_ref().take(16_384).read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => {
                request.brotli = value.split(',').any(|item| item.trim().starts_with("br"))
            }
            "if-none-match" => value.clone_into(&mut request.if_none_match),
            "connection" => request.keep_alive = !value.eq_ignore_ascii_case("close"),
            "content-length" => length = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    // Nothing here takes a body; read it away so that the next request starts where it should.
    std::io::copy(&mut reader.by_ref().take(length), &mut std::io::sink())?;
    Ok(Some(request))
}

impl Shared {
    fn send(&self, writer: &mut TcpStream, request: &Request, response: Response) -> Result<()> {
        let mut hasher = DefaultHasher::new();
        response.body.hash(&mut hasher);
        let etag = format!("\"{:x}\"", hasher.finish());
        let unchanged = response.status.starts_with("200") && request.if_none_match == etag;
        let compress =
            self.site.compress && request.brotli && !unchanged && response.body.len() > 256;
        let body = if unchanged {
            Arc::default()
        } else if compress {
            self.compressed(&etag, &response.body)
        } else {
            Arc::new(response.body)
        };
        let status = if unchanged {
            "304 Not Modified"
        } else {
            response.status
        };
        let mut head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\nETag: {etag}\r\n\
             Cache-Control: no-cache\r\nVary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\n",
            response.mime,
            body.len()
        );
        if compress {
            head.push_str("Content-Encoding: br\r\n");
        }
        if !response.policy.is_empty() {
            head.push_str(&format!("Content-Security-Policy: {}\r\n", response.policy));
        }
        head.push_str("\r\n");
        let mut bytes = head.into_bytes();
        if request.method != "HEAD" {
            bytes.extend_from_slice(&body);
        }
        writer.write_all(&bytes)?;
        Ok(())
    }

    fn compressed(&self, etag: &str, body: &[u8]) -> Arc<Vec<u8>> {
        let known = self
            .compressed
            .lock()
            .ok()
            .and_then(|known| known.get(etag).cloned());
        known.unwrap_or_else(|| {
            let bytes = Arc::new(crate::size::brotli(body));
            if let Ok(mut known) = self.compressed.lock() {
                known.insert(etag.to_owned(), Arc::clone(&bytes));
            }
            bytes
        })
    }
}

impl Site {
    fn answer(&self, request: &Request) -> Response {
        if request.method != "GET" && request.method != "HEAD" {
            return text("405 Method Not Allowed", "only GET and HEAD");
        }
        let path = request.path.trim_start_matches('/');
        let Some((pages, worlds)) = &self.worlds else {
            return file(&self.dist, path);
        };
        let (name, rest) = path.split_once('/').unwrap_or((path, ""));
        let Some(world) = worlds.iter().find(|world| world.name == name) else {
            return file(&self.dist, path);
        };
        let mut response = match rest.strip_prefix("dist/") {
            _ if world.refused.iter().any(|part| rest.contains(part)) => {
                text("404 Not Found", "refused by this world")
            }
            Some(inside) => world.dist_file(&self.dist, inside),
            None if rest == "page.html" => page(pages, &request.query),
            None if rest == "native.json" => native(),
            None => file(pages, rest),
        };
        response.policy = world.policy;
        response
    }
}

impl World {
    fn dist_file(&self, dist: &Path, path: &str) -> Response {
        let mut response = file(dist, path);
        if path.ends_with(".wasm") {
            thread::sleep(Duration::from_millis(self.wasm_delay_ms));
            response.mime = self.wasm_type;
        }
        if path.ends_with(".json")
            && let Ok(text) = String::from_utf8(response.body.clone())
        {
            response.body = (self.content)(text).into_bytes();
        }
        response
    }
}

/// What the native readers say.
fn native() -> Response {
    match crate::browser::twins::native() {
        Ok(found) => Response {
            status: "200 OK",
            mime: mime(".json"),
            policy: "",
            body: found.to_string().into_bytes(),
        },
        Err(error) => text("500 Internal Server Error", &format!("{error:#}")),
    }
}

/// The template with each `{{name}}` or `{{name|default}}` replaced by the query's value. Only tests write these queries.
fn page(pages: &Path, query: &str) -> Response {
    let Ok(template) = fs::read_to_string(pages.join("page.html")) else {
        return text("500 Internal Server Error", "no template");
    };
    let values: HashMap<&str, String> = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (name, decode(value, true)))
        .collect();
    let mut html = String::new();
    let mut rest = template.as_str();
    while let Some((before, inside, after)) = next_slot(rest) {
        let (name, default) = inside.split_once('|').unwrap_or((inside, ""));
        html.push_str(before);
        html.push_str(values.get(name).map_or(default, String::as_str));
        rest = after;
    }
    html.push_str(rest);
    Response {
        status: "200 OK",
        mime: "text/html; charset=utf-8",
        policy: "",
        body: html.into_bytes(),
    }
}

fn next_slot(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{{")?;
    let (inside, after) = rest.split_once("}}")?;
    Some((before, inside, after))
}

fn file(folder: &Path, path: &str) -> Response {
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    let inside = Path::new(&path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let bytes = if inside {
        fs::read(folder.join(&path)).ok()
    } else {
        None
    };
    match bytes {
        Some(body) => Response {
            status: "200 OK",
            mime: mime(&path),
            policy: "",
            body,
        },
        None => text("404 Not Found", "not found"),
    }
}

fn text(status: &'static str, body: &str) -> Response {
    Response {
        status,
        mime: "text/plain; charset=utf-8",
        policy: "",
        body: body.into(),
    }
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Percent-decoding; in queries `+` is a space.
fn decode(text: &str, plus_is_space: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let hex = |digit: Option<u8>| digit.and_then(|digit| char::from(digit).to_digit(16));
        match byte {
            b'+' if plus_is_space => bytes.push(b' '),
            b'%' => match (hex(rest.next()), hex(rest.next())) {
                (Some(high), Some(low)) => bytes.push((high * 16 + low) as u8),
                _ => bytes.push(b'%'),
            },
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_decoded() {
        assert_eq!(decode("a%3Db+c%", true), "a=b c%");
        assert_eq!(decode("/a+b%E5%9B%B3", false), "/a+b図");
    }

    #[test]
    fn paths_stay_inside() {
        let response = file(&root().join("xtask"), "../Cargo.toml");
        assert_eq!(response.status, "404 Not Found");
    }
}
