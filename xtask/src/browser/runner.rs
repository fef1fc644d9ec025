//! Takes the cases through the engines: all engines side by side, the cases of one engine one after the other in one
//! session. A browser that hangs is replaced, and the case counts as failed.
//!
//! A case that fails is tried once more in a new browser, for at most [`SECOND_TRIES`] cases of an engine. Engines have
//! faults of their own that show once in some hundred runs (WebKitGTK 2.50 crashed inside its WebAssembly interpreter).
//! A race of ours may pass at the second try as well: so both outcomes are printed, and the sum counts and names what
//! needed it. Whatever stands there again and again is to be looked at, not tried a third time.

use super::{Case, Step, cases, worlds::WORLDS};
use crate::{
    browsers::Engine,
    driver::Browser,
    server::{Server, Site},
};
use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How many cases of one engine may be tried a second time.
const SECOND_TRIES: usize = 2;

/// How many cases passed and failed.
#[derive(Default)]
pub struct Tally {
    /// Cases that passed.
    pub passed: usize,
    /// Names of those among them that failed at first, with the engine.
    pub at_second_try: Vec<String>,
    /// Names of those that failed, with the engine.
    pub failed: Vec<String>,
}

/// Runs the cases whose name contains the filter, in these engines.
pub fn run(engines: &[Engine], filter: &str) -> Result<Tally> {
    let server = Server::start(Site::worlds(WORLDS, false), 0)?;
    let origin = server.origin();
    // Starting and ending a driver blocks its thread for a moment; the other engines must not wait for it.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(8)
        .enable_all()
        .build()?;
    let tallies = runtime.block_on(async {
        let mut tasks = Vec::new();
        for engine in engines.iter().copied() {
            let (origin, filter) = (origin.clone(), filter.to_owned());
            tasks.push(tokio::spawn(async move {
                run_engine(engine, &origin, &filter).await
            }));
        }
        let mut tallies = Vec::new();
        for task in tasks {
            tallies.push(task.await);
        }
        tallies
    });
    let mut sum = Tally::default();
    for tally in tallies {
        let tally = tally.context("a browser task broke")?;
        sum.passed += tally.passed;
        sum.at_second_try.extend(tally.at_second_try);
        sum.failed.extend(tally.failed);
    }
    Ok(sum)
}

/// A browser and the viewport it has.
struct Session {
    browser: Browser,
    size: (u32, u32),
}

async fn run_engine(engine: Engine, origin: &str, filter: &str) -> Tally {
    let mut tally = Tally::default();
    let mut session = None;
    let chosen =
        cases().filter(|case| case.engines.contains(&engine) && case.name.contains(filter));
    let mut second_tries = SECOND_TRIES;
    for case in chosen {
        let name = format!("{} {}", engine.name(), case.name);
        let first = tried(engine, origin, case, &mut session).await;
        let outcome = match first {
            Err(error) if second_tries > 0 => {
                second_tries -= 1;
                println!("again {name}: {error:#}");
                if let Some(session) = session.take() {
                    session.browser.close().await;
                }
                let second = tried(engine, origin, case, &mut session).await;
                if second.is_ok() {
                    tally.at_second_try.push(name.clone());
                }
                second
            }
            outcome => outcome,
        };
        match outcome {
            Ok(()) => tally.passed += 1,
            Err(error) => {
                println!("FAIL  {name}: {error:#}");
                tally.failed.push(name);
            }
        }
    }
    if let Some(session) = session {
        session.browser.close().await;
    }
    tally
}

/// Runs a case; prints how long one took that passed.
async fn tried(
    engine: Engine,
    origin: &str,
    case: &'static Case,
    session: &mut Option<Session>,
) -> Result<()> {
    let started = Instant::now();
    let outcome = run_case(engine, origin, case, session).await;
    let seconds = started.elapsed().as_secs_f64();
    match outcome {
        Ok(()) => {
            println!("ok    {:8} {} ({seconds:.1} s)", engine.name(), case.name);
            Ok(())
        }
        Err(error) => Err(error.context(format!("after {seconds:.1} s"))),
    }
}

async fn run_case(
    engine: Engine,
    origin: &str,
    case: &'static Case,
    session: &mut Option<Session>,
) -> Result<()> {
    let mut running = match session.take() {
        Some(running) => running,
        None => Session {
            browser: start(engine).await?,
            size: (0, 0),
        },
    };
    let limit = Duration::from_secs(case.seconds);
    match tokio::time::timeout(limit, running.run(origin, case)).await {
        Ok(outcome) => {
            // A broken session fails every further command: ask before it is kept.
            if outcome.is_ok() || running.alive().await {
                *session = Some(running);
            } else {
                running.browser.close().await;
            }
            outcome
        }
        Err(_) => {
            running.browser.close().await;
            bail!("given up after {} s", case.seconds)
        }
    }
}

/// Starting a browser on a busy machine may fail once.
async fn start(engine: Engine) -> Result<Browser> {
    match Browser::start(engine).await {
        Ok(browser) => Ok(browser),
        Err(first) => {
            println!("      {:8} starting again: {first:#}", engine.name());
            Browser::start(engine).await
        }
    }
}

impl Session {
    async fn run(&mut self, origin: &str, case: &Case) -> Result<()> {
        if self.size != case.size {
            self.browser.viewport(case.size.0, case.size.1).await?;
            self.size = case.size;
        }
        self.browser.open(&address(origin, case)?).await?;
        for (at, step) in case.steps.iter().enumerate() {
            self.step(step)
                .await
                .with_context(|| format!("step {}", at + 1))?;
        }
        if !case.unclean {
            self.browser.run("if (window.T) T.clean()", vec![]).await?;
        }
        Ok(())
    }

    async fn alive(&self) -> bool {
        let answer = self.browser.run("return 1", vec![]);
        tokio::time::timeout(Duration::from_secs(10), answer)
            .await
            .is_ok_and(|answer| answer.is_ok())
    }

    async fn step(&mut self, step: &Step) -> Result<()> {
        let browser = &self.browser;
        match step {
            Step::Js(body) => {
                let body = format!("const engine = args[0]; {body}");
                browser
                    .run(&body, vec![json!(browser.engine.name())])
                    .await?;
            }
            Step::Keys(keys) => {
                for key in keys.split_whitespace() {
                    let value = key_value(key);
                    let actions = json!([
                        {"type": "keyDown", "value": value},
                        {"type": "keyUp", "value": value},
                    ]);
                    act(
                        browser,
                        json!({"type": "key", "id": "keyboard", "actions": actions}),
                    )
                    .await?;
                }
            }
            Step::Tap(what) => {
                let (x, y) = middle(browser, what).await?;
                let actions = json!([
                    {"type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport"},
                    {"type": "pointerDown", "button": 0},
                    {"type": "pause", "duration": 30},
                    {"type": "pointerUp", "button": 0},
                ]);
                let pointer = json!({"pointerType": "mouse"});
                let source = json!({"type": "pointer", "id": "mouse", "parameters": pointer, "actions": actions});
                act(browser, source).await?;
            }
            Step::Wheel(what, dy) => {
                let (x, y) = middle(browser, what).await?;
                let action = json!({"type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": dy,
                    "duration": 0, "origin": "viewport"});
                let source = json!({"type": "wheel", "id": "wheel", "actions": [action]});
                if act(browser, source).await.is_err() {
                    browser
                        .run(&format!("T.wheelRefused = true; scrollBy(0, {dy})"), vec![])
                        .await?;
                }
            }
            Step::Reload => browser.client.refresh().await?,
        }
        Ok(())
    }
}

async fn act(browser: &Browser, source: Value) -> Result<()> {
    browser
        .command("actions", json!({"actions": [source]}))
        .await?;
    Ok(())
}

/// The middle of an element, scrolled into view.
async fn middle(browser: &Browser, what: &str) -> Result<(i64, i64)> {
    let body = format!(
        "const node = {what}; if (!node) throw new Error('there is no ' + args[0]);
         node.scrollIntoView({{block: 'nearest'}}); await T.sleep(100);
         const box = node.getBoundingClientRect();
         return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];"
    );
    let point = browser.run(&body, vec![json!(what)]).await?;
    let side = |at: usize| {
        point[at]
            .as_i64()
            .ok_or_else(|| anyhow!("{what} has no place"))
    };
    Ok((side(0)?, side(1)?))
}

/// WebDriver's code points of keys without a letter.
fn key_value(name: &str) -> String {
    let code = match name {
        "Space" => ' ',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Escape" => '\u{e00c}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        other => return other.to_owned(),
    };
    code.to_string()
}

fn address(origin: &str, case: &Case) -> Result<String> {
    let mut url = url::Url::parse(&format!("{origin}/{}/{}", case.world, case.file))?;
    if !case.page.is_empty() {
        url.query_pairs_mut().extend_pairs(case.page);
    }
    Ok(url.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_worlds_exist() {
        let mut names: Vec<&str> = cases().map(|case| case.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        for case in cases() {
            assert!(
                WORLDS.iter().any(|world| world.name == case.world),
                "{}",
                case.name
            );
        }
    }
}
