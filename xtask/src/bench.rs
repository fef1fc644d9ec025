//! Measures what a visitor's tablet feels, in headless Chromium with the CPU slowed four times. Prints markdown tables
//! and says what is over its limit; it never fails for being slow, because machines differ.

use crate::{
    args::Args,
    browser::worlds::WORLDS,
    browsers::{self, Engine},
    dist,
    driver::Browser,
    server::{Server, Site},
};
use anyhow::{Result, bail};
use serde_json::{Value, json};

/// How much slower than this machine the measured one is.
const SLOWDOWN: u32 = 4;
/// A counsellor's tablet.
const TABLET: (u32, u32, f64) = (1180, 820, 2.0);
/// Shaky clinic Wi-Fi: bytes per second and milliseconds there and back.
const NETWORK: (f64, u32) = (1.6e6 / 8.0, 150);

/// One measure and what the issue allows; infinity where nothing is said.
struct Measure {
    what: &'static str,
    unit: &'static str,
    limit: f64,
    /// Key in what the page returns.
    key: &'static str,
}

const fn measure(what: &'static str, unit: &'static str, limit: f64, key: &'static str) -> Measure {
    Measure {
        what,
        unit,
        limit,
        key,
    }
}

const FRAMES: &[Measure] = &[
    measure(
        "script per frame, median",
        "ms",
        f64::INFINITY,
        "scriptMedian",
    ),
    measure("script per frame, 95th percentile", "ms", 8.0, "scriptP95"),
    measure(
        "interval between frames, median",
        "ms",
        f64::INFINITY,
        "intervalMedian",
    ),
    measure(
        "interval between frames, 95th percentile",
        "ms",
        f64::INFINITY,
        "intervalP95",
    ),
    measure("shapes drawn, median", "", f64::INFINITY, "shapesMedian"),
    measure("shapes drawn, most", "", f64::INFINITY, "shapesMost"),
];

const MEMORY: &[Measure] = &[
    measure("wasm memory after one mount", "KiB", f64::INFINITY, "first"),
    measure("growth after 500 remounts", "KiB", 64.0, "growth"),
];

const LOAD: &[Measure] = &[
    measure("first contentful paint", "ms", f64::INFINITY, "paint"),
    measure(
        "the same page without the element",
        "ms",
        f64::INFINITY,
        "paintWithout",
    ),
    measure("difference", "%", 5.0, "paintMore"),
    measure("first frame with data-tier=live", "ms", 1900.0, "live"),
    measure("total blocking time", "ms", 50.0, "blocking"),
    measure("layout shift", "", 0.0, "shift"),
];

/// `cargo xtask bench`.
pub fn run(mut args: Args) -> Result<()> {
    let build = !args.flag("--no-build");
    let runs = args.number("--runs")?.unwrap_or(3).max(1);
    let only = args.list("--only")?;
    args.finish()?;
    let parts = ["frames", "memory", "load"];
    if let Some(unknown) = only
        .iter()
        .flatten()
        .find(|part| !parts.contains(&part.as_str()))
    {
        bail!("{unknown:?} is no part: {}", parts.join(", "));
    }
    let wanted = |part: &str| {
        only.as_ref()
            .is_none_or(|only| only.iter().any(|name| name == part))
    };
    browsers::ensure(&[Engine::Chromium])?;
    if build {
        dist::build()?;
    }
    let server = Server::start(Site::worlds(WORLDS, true), 0)?;
    let origin = server.origin();
    let (width, height, ratio) = TABLET;
    println!("Chromium, CPU slowed {SLOWDOWN}x, {width}x{height} at {ratio}; medians of {runs}");
    tokio::runtime::Runtime::new()?.block_on(async {
        if wanted("frames") {
            for scene in scenes()? {
                let results = repeat(runs, || frames(&origin, &scene)).await?;
                print(&format!("playing {scene}"), FRAMES, &results);
            }
        }
        if wanted("memory") {
            print("memory", MEMORY, &repeat(1, || memory(&origin)).await?);
        }
        if wanted("load") {
            warm(&origin).await?;
            let results = repeat(runs, || load(&origin)).await?;
            print("load over 1.6 Mbit/s, 150 ms", LOAD, &results);
        }
        Ok(())
    })
}

/// The scenes the content lists.
fn scenes() -> Result<Vec<String>> {
    let text = crate::util::read(&crate::util::dist_dir().join("content/explainer.json"))?;
    let explainer: Value = serde_json::from_str(&text)?;
    let scenes = explainer["scenes"].as_array().into_iter().flatten();
    Ok(scenes
        .filter_map(|scene| scene["id"].as_str().map(str::to_owned))
        .collect())
}

async fn repeat<F: Future<Output = Result<Value>>>(
    runs: u32,
    one: impl Fn() -> F,
) -> Result<Vec<Value>> {
    let mut results = Vec::new();
    for _ in 0..runs {
        results.push(one().await?);
    }
    Ok(results)
}

fn print(title: &str, measures: &[Measure], results: &[Value]) {
    println!("\n| {title} | median | limit |  |\n| --- | ---: | ---: | --- |");
    for Measure {
        what,
        unit,
        limit,
        key,
    } in measures
    {
        let mut values: Vec<f64> = results
            .iter()
            .filter_map(|result| result[key].as_f64())
            .collect();
        values.sort_by(f64::total_cmp);
        let Some(median) = values.get(values.len() / 2) else {
            println!("| {what} | – |  | not measured |");
            continue;
        };
        let shown = |value: f64| format!("{} {unit}", (value * 100.0).round() / 100.0);
        let (allowed, verdict) = match limit.is_finite() {
            true => (shown(*limit), if median <= limit { "ok" } else { "ABOVE" }),
            false => (String::new(), ""),
        };
        println!("| {what} | {} | {allowed} | {verdict} |", shown(*median));
    }
}

/// A browser like the measured tablet.
async fn tablet() -> Result<Browser> {
    let browser = Browser::start(Engine::Chromium).await?;
    let (width, height, ratio) = TABLET;
    browser.emulate(width, height, ratio).await?;
    browser
        .cdp("Emulation.setCPUThrottlingRate", json!({"rate": SLOWDOWN}))
        .await?;
    Ok(browser)
}

async fn measured(browser: Browser, url: &str, script: &str) -> Result<Value> {
    let result = async {
        browser.open(url).await?;
        browser.run(script, vec![]).await
    };
    let result = result.await;
    browser.close().await;
    result
}

/// Plays a whole scene and looks at every frame.
async fn frames(origin: &str, scene: &str) -> Result<Value> {
    let url =
        format!("{origin}/plain/page.html?class=bare&el=lang%3Dja+loading%3Deager+scene%3D{scene}");
    measured(tablet().await?, &url, PLAY).await
}

/// Real time would take more than a minute a run: two and a half seconds from the start, the middle and the last third
/// of each step are played.
const PLAY: &str = "
    await T.tier('live'); await T.sleep(1500);
    const el = T.el, canvas = T.$('canvas[data-stage]');
    const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
    const script = [], intervals = [], shapes = [];
    const starts = [];
    for (let step = 1; ; step++) { try { await el.goTo(el.currentScene, step); } catch { break; } starts.push(el.currentTime); }
    const moments = starts.flatMap((from, i) => [0, 0.45, 0.8].map((share) => from + share * ((starts[i + 1] ?? el.duration) - from)));
    for (const from of moments) {
        await el.seek(from); await el.play(); await T.sleep(250);
        T.frames.times.length = 0;
        const until = performance.now() + 2500;
        let last;
        while (performance.now() < until) {
            const now = await T.frame();
            if (last) intervals.push(now - last);
            last = now;
            if (canvas.dataset.shapes) shapes.push(Number(canvas.dataset.shapes));
        }
        script.push(...T.frames.times);
        await el.pause();
    }
    return { scriptMedian: at(script, 0.5), scriptP95: at(script, 0.95), intervalMedian: at(intervals, 0.5), intervalP95: at(intervals, 0.95),
        shapesMedian: shapes.length ? at(shapes, 0.5) : null, shapesMost: shapes.length ? Math.max(...shapes) : null, frames: script.length };
";

/// Five hundred elements, one after the other.
async fn memory(origin: &str) -> Result<Value> {
    let browser = Browser::start(Engine::Chromium).await?;
    let url = format!("{origin}/plain/page.html?class=bare");
    let script = "
        await T.tier('live'); await T.sleep(300);
        const first = T.wasmBytes();
        T.el.remove(); await T.sleep(50);
        for (let i = 0; i < 500; i++) {
            const el = T.make({ lang: 'ja', scene: 'microglia', loading: 'eager' });
            for (let n = 0; n < 2000 && el.dataset.tier !== 'live'; n++) await (n < 5 ? T.frame() : T.sleep(5));
            el.remove(); await T.sleep(0);
        }
        return { first: first / 1024, growth: (T.wasmBytes() - first) / 1024 };
    ";
    measured(browser, &url, script).await
}

/// The first answer of the server compresses, which is not what is measured.
async fn warm(origin: &str) -> Result<()> {
    let browser = Browser::start(Engine::Chromium).await?;
    let url = format!("{origin}/plain/page.html?class=bare");
    measured(browser, &url, "await T.tier('live'); await T.sleep(500);").await?;
    Ok(())
}

/// An ordinary page over a slow network, with and without the element, each in a browser without a cache.
async fn load(origin: &str) -> Result<Value> {
    let text = "<h1>慢性の痛みとエクソソーム</h1><p>この説明では、提案されているしくみを図で見ることができます。</p>";
    let with = page(
        origin,
        &[("class", "plain"), ("before", text), ("css", SHEET)],
    )?;
    let without = page(
        origin,
        &[
            ("class", "plain"),
            ("before", text),
            ("loader", "missing.js"),
        ],
    )?;
    let mut result = measured(slow_tablet().await?, &with, LOAD_SCRIPT).await?;
    let bare = measured(slow_tablet().await?, &without, PAINT_SCRIPT).await?;
    let (paint, bare) = (
        result["paint"].as_f64().unwrap_or(0.0),
        bare["paint"].as_f64().unwrap_or(0.0),
    );
    result["paintWithout"] = json!(bare);
    result["paintMore"] = json!((paint / bare - 1.0) * 100.0);
    Ok(result)
}

const SHEET: &str = "<link rel=stylesheet href=dist/exosome-explainer.css>";

fn page(origin: &str, query: &[(&str, &str)]) -> Result<String> {
    let mut url = url::Url::parse(&format!("{origin}/plain/page.html"))?;
    url.query_pairs_mut().extend_pairs(query);
    Ok(url.into())
}

async fn slow_tablet() -> Result<Browser> {
    let browser = tablet().await?;
    let (bytes, latency) = NETWORK;
    browser.cdp("Network.enable", json!({})).await?;
    let conditions = json!({"offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes});
    browser
        .cdp("Network.emulateNetworkConditions", conditions)
        .await?;
    Ok(browser)
}

const PAINT_SCRIPT: &str = "
    const entry = await T.until('the first paint', () => performance.getEntriesByName('first-contentful-paint')[0]);
    return { paint: entry.startTime };
";

const LOAD_SCRIPT: &str = "
    await T.tier('live'); await T.frame(); await T.frame();
    const live = T.tierTimes.live;
    await T.sleep(1500);
    const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    const blocking = T.tasks.filter(task => task.start >= paint).reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0);
    return { paint, live, blocking, shift: T.shift };
";
