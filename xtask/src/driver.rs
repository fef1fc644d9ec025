//! One browser under WebDriver: its driver process, its session, and the few commands the tests and measurements use.

use crate::{
    browsers::{self, Engine},
    tools,
    util::{target_dir, which},
};
use anyhow::{Context as _, Result, anyhow, bail};
use fantoccini::{
    Client, ClientBuilder,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// How long a driver may take to listen and a browser to start.
const START: Duration = Duration::from_secs(60);

/// A running browser. Dropping it ends its driver.
pub struct Browser {
    /// The WebDriver session.
    pub client: Client,
    /// Which one it is.
    pub engine: Engine,
    _processes: Vec<Process>,
}

/// A child that is ended with its owner.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

impl Browser {
    /// Starts a browser.
    pub async fn start(engine: Engine) -> Result<Browser> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let processes = start_driver(engine, port)?;
        let address = format!("http://127.0.0.1:{port}");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities(engine)?);
        let client = tokio::time::timeout(START, builder.connect(&address))
            .await
            .map_err(|_| {
                anyhow!(
                    "{} did not start within {} s",
                    engine.name(),
                    START.as_secs()
                )
            })?
            .with_context(|| {
                format!(
                    "{} did not start; its driver's log is in {}",
                    engine.name(),
                    logs()
                )
            })?;
        let browser = Browser {
            client,
            engine,
            _processes: processes,
        };
        let timeouts = json!({"script": 280_000, "pageLoad": 60_000, "implicit": 0});
        browser.command("timeouts", timeouts).await?;
        Ok(browser)
    }

    /// Ends the session, then the driver.
    pub async fn close(self) {
        tokio::time::timeout(Duration::from_secs(10), self.client.close())
            .await
            .ok();
    }

    /// Opens a page and waits for its `load`.
    pub async fn open(&self, url: &str) -> Result<()> {
        self.client
            .goto(url)
            .await
            .with_context(|| format!("could not open {url}"))
    }

    /// Runs the body of an async function in the page and returns what it returns. A thrown error becomes ours.
    pub async fn run(&self, body: &str, args: Vec<Value>) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
             (async () => {{ {body}\n }})().then(
               value => done({{value: value === undefined ? null : value}}),
               error => done({{error: String(error && error.message || error)}}));"
        );
        let answer = self
            .client
            .execute_async(&script, args)
            .await
            .context("the page's script did not end")?;
        match answer.get("error") {
            Some(error) => bail!("{}", error.as_str().unwrap_or_default()),
            None => Ok(answer.get("value").cloned().unwrap_or_default()),
        }
    }

    /// Sends a WebDriver command below the session.
    pub async fn command(&self, path: &str, body: Value) -> Result<Value> {
        let command = Raw {
            path: path.to_owned(),
            body,
        };
        self.client
            .issue_cmd(command)
            .await
            .with_context(|| format!("the command {path} failed"))
    }

    /// Sends a command of the Chrome DevTools Protocol (Chromium only).
    pub async fn cdp(&self, command: &str, params: Value) -> Result<Value> {
        let body = json!({"cmd": command, "params": params});
        self.command("goog/cdp/execute", body)
            .await
            .with_context(|| command.to_owned())
    }

    /// Makes the viewport this large, in CSS pixels.
    pub async fn viewport(&self, width: u32, height: u32) -> Result<()> {
        if self.engine == Engine::Chromium {
            return self.emulate(width, height, 1.0).await;
        }
        let mut outer = (width, height);
        for _ in 0..3 {
            self.client.set_window_rect(0, 0, outer.0, outer.1).await?;
            tokio::time::sleep(Duration::from_millis(150)).await;
            let inner = self.run("return [innerWidth, innerHeight]", vec![]).await?;
            let inner = |at: usize| inner[at].as_u64().unwrap_or_default() as u32;
            if (inner(0), inner(1)) == (width, height) {
                return Ok(());
            }
            outer = (
                (outer.0 + width).saturating_sub(inner(0)),
                (outer.1 + height).saturating_sub(inner(1)),
            );
        }
        Ok(())
    }

    /// Makes the viewport this large at this device pixel ratio (Chromium only).
    pub async fn emulate(&self, width: u32, height: u32, ratio: f64) -> Result<()> {
        let params =
            json!({"width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", params)
            .await?;
        Ok(())
    }
}

/// Any WebDriver command that posts JSON.
#[derive(Debug)]
struct Raw {
    path: String,
    body: Value,
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// Where drivers write their logs.
fn logs() -> String {
    target_dir().join("drivers").display().to_string()
}

fn start_driver(engine: Engine, port: u16) -> Result<Vec<Process>> {
    let mut processes = Vec::new();
    let mut command = match engine {
        Engine::Chromium => {
            let mut command = Command::new("chromedriver");
            command.arg(format!("--port={port}"));
            command
        }
        Engine::Firefox => {
            let mut command = Command::new(tools::GECKODRIVER.ensure()?.join("geckodriver"));
            command.args(["--port", &port.to_string(), "--log", "warn"]);
            // Without the display of another user, even headless Firefox starts faster.
            command.env("MOZ_HEADLESS", "1");
            command
        }
        Engine::WebKit if cfg!(target_os = "macos") => {
            let mut command = Command::new("safaridriver");
            command.args(["-p", &port.to_string()]);
            command
        }
        Engine::WebKit => {
            let (display, name) = start_display()?;
            processes.push(display);
            let mut command =
                Command::new(which("WebKitWebDriver").context("WebKitWebDriver is not in PATH")?);
            command.args(["-p", &port.to_string()]).env("DISPLAY", name);
            // Its sandbox cannot be made by root, nor inside most containers.
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            // There is no accelerated display here: without it, compositing in software makes frames crawl.
            command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
            command
                .env("LIBGL_ALWAYS_SOFTWARE", "1")
                .env("GDK_BACKEND", "x11");
            command
        }
    };
    fs::create_dir_all(logs())?;
    let log = File::create(
        target_dir()
            .join("drivers")
            .join(format!("{}.log", engine.name())),
    )?;
    command
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log);
    let child = command
        .spawn()
        .with_context(|| format!("could not start the driver of {}", engine.name()))?;
    // The driver goes before its display.
    processes.insert(0, Process(child));
    let started = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if started.elapsed() > START {
            bail!(
                "the driver of {} does not listen; see {}",
                engine.name(),
                logs()
            );
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(processes)
}

/// A virtual display with a free number.
fn start_display() -> Result<(Process, String)> {
    let mut child = Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1600x1400x24",
            "-nolisten",
            "tcp",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("could not start Xvfb")?;
    let mut number = String::new();
    if let Some(stdout) = child.stdout.take() {
        BufReader::new(stdout).read_line(&mut number)?;
    }
    Ok((Process(child), format!(":{}", number.trim())))
}

fn capabilities(engine: Engine) -> Result<Capabilities> {
    let shown = |path: Option<std::path::PathBuf>| path.map(|path| path.display().to_string());
    let value = match engine {
        Engine::Chromium => json!({
            "goog:chromeOptions": {
                "binary": shown(browsers::chromium()).context("Chromium is missing")?,
                "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--hide-scrollbars", "--window-size=1280,1000", "--force-color-profile=srgb"],
            },
        }),
        Engine::Firefox => json!({
            "moz:firefoxOptions": {
                "binary": shown(browsers::firefox()).context("Firefox is missing")?,
                "args": ["-headless", "--width=1280", "--height=1000"],
            },
        }),
        Engine::WebKit if cfg!(target_os = "macos") => json!({"browserName": "safari"}),
        Engine::WebKit => json!({
            "webkitgtk:browserOptions": {
                "binary": shown(browsers::mini_browser()).context("MiniBrowser is missing")?,
                "args": ["--automation"],
            },
        }),
    };
    match value {
        Value::Object(map) => Ok(map),
        _ => bail!("capabilities are an object"),
    }
}
