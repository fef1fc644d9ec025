//! Bytes of dist/ against the budgets. 1 KB = 1024 bytes; brotli quality 11, as a server sends it.

use crate::{
    args::Args,
    dist,
    util::{dist_dir, files_below},
};
use anyhow::{Result, bail};
use std::{collections::BTreeMap, fs};

/// What may not grow: a name, the files that count together, and how much they may weigh.
struct Budget {
    what: &'static str,
    /// Paths in dist/; one that ends in a stroke stands for all files in that folder.
    files: &'static [&'static str],
    kilobytes: f64,
    /// A target is printed and missed aloud; a limit fails the run.
    target: bool,
}

const BUDGETS: &[Budget] = &[
    Budget {
        what: "loader",
        files: &["exosome-explainer.js"],
        kilobytes: 3.0,
        target: false,
    },
    // What the whole product is to weigh with all scenes. Not reached: every run says so.
    Budget {
        what: "loader + glue + wasm + one language (aim)",
        files: &[
            "exosome-explainer.js",
            "engine.js",
            "replay.js",
            "engine_bg.wasm",
            "parts/",
            "content/explainer.json",
            "content/ja.json",
        ],
        kilobytes: 150.0,
        target: true,
    },
    // What it weighs today, counted with all that a visitor of all scenes loads: it may not grow.
    Budget {
        what: "the same with all scripts and the style sheet",
        files: &[
            "exosome-explainer.js",
            "poster.js",
            "engine.js",
            "replay.js",
            "engine_bg.wasm",
            "parts/",
            "base.css",
            "content/explainer.json",
            "content/ja.json",
            "clinic.js",
            "clinic-file.js",
            "content/clinic.json",
        ],
        kilobytes: 300.0,
        target: false,
    },
    // The file itself is the clinic's.
    Budget {
        what: "what a clinic's own file is checked by, besides",
        files: &["wording.js", "content/wording.json"],
        kilobytes: 13.5,
        target: false,
    },
    // What has to come before the picture moves.
    Budget {
        what: "until the first scene is live, poster picture aside",
        files: &[
            "exosome-explainer.js",
            "poster.js",
            "engine.js",
            "replay.js",
            "engine_bg.wasm",
            "parts/exosome.wasm",
            "base.css",
            "content/explainer.json",
            "content/ja.json",
        ],
        kilobytes: 201.0,
        target: false,
    },
    Budget {
        what: "poster",
        files: &["stills/exosome-1-light.svg"],
        kilobytes: 25.0,
        target: false,
    },
    Budget {
        what: "still script",
        files: &["still.js"],
        kilobytes: 6.0,
        target: false,
    },
    Budget {
        what: "optional style sheet",
        files: &["exosome-explainer.css"],
        kilobytes: 0.5,
        target: false,
    },
];

/// Each still on its own.
const STILL_KILOBYTES: f64 = 60.0;

/// `cargo xtask size`.
pub fn run(mut args: Args) -> Result<()> {
    let build = !args.flag("--no-build");
    args.finish()?;
    if build {
        dist::build()?;
    }
    check()
}

/// Prints the table; fails above a budget.
pub fn check() -> Result<()> {
    let mut sizes: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for path in files_below(&dist_dir())? {
        let bytes = fs::read(&path)?;
        let name = path
            .strip_prefix(dist_dir())?
            .to_string_lossy()
            .replace('\\', "/");
        sizes.insert(name, (bytes.len(), brotli(&bytes).len()));
    }
    println!("| file | raw | brotli 11 |\n| --- | ---: | ---: |");
    for (name, (raw, small)) in &sizes {
        println!("| {name} | {raw} | {small} |");
    }
    println!("\n| budget | KB | limit |  |\n| --- | ---: | ---: | --- |");
    let mut over = 0;
    let mut row = |what: &str, bytes: Option<usize>, limit: f64, target: bool| {
        let kilobytes = bytes.map(|bytes| bytes as f64 / 1024.0);
        let verdict = match kilobytes {
            Some(kilobytes) if kilobytes <= limit => "ok",
            Some(_) if target => "target missed",
            Some(_) => "ABOVE",
            None => "MISSING",
        };
        over += usize::from(matches!(verdict, "ABOVE" | "MISSING"));
        println!(
            "| {what} | {:.2} | {limit:.1} | {verdict} |",
            kilobytes.unwrap_or(0.0)
        );
    };
    for budget in BUDGETS {
        let sum = budget
            .files
            .iter()
            .map(|file| {
                let all = sizes.range(file.to_string()..);
                let all = all.take_while(|(name, _)| {
                    *name == file || (file.ends_with('/') && name.starts_with(*file))
                });
                let small: Vec<usize> = all.map(|(_, (_, small))| *small).collect();
                (!small.is_empty()).then(|| small.iter().sum::<usize>())
            })
            .sum();
        row(budget.what, sum, budget.kilobytes, budget.target);
    }
    let stills = sizes.iter().filter(|(name, _)| name.starts_with("stills/"));
    let largest = stills.max_by_key(|(_, (_, small))| *small);
    row(
        "largest still",
        largest.map(|(_, (_, small))| *small),
        STILL_KILOBYTES,
        false,
    );
    if over > 0 {
        bail!("{over} budget(s) are exceeded");
    }
    Ok(())
}

/// Brotli at quality 11.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    // Writing into memory does not fail; an empty answer would show at once.
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params).ok();
    out
}
