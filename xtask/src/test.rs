//! Everything that must hold: format, lints, native tests, budgets, and the browser tests in three engines.

use crate::{
    args::Args,
    browser,
    browsers::{self, Engine},
    check_content, dist, size,
    util::{cargo, run as run_command},
};
use anyhow::{Result, bail};
use std::time::Instant;

const PARTS: [&str; 5] = ["fmt", "clippy", "native", "size", "browser"];

/// `cargo xtask test`.
pub fn run(mut args: Args) -> Result<()> {
    let only = args.list("--only")?;
    let engines = match args.list("--browser")? {
        Some(names) => names
            .iter()
            .map(|name| Engine::named(name))
            .collect::<Result<Vec<_>>>()?,
        None => Engine::ALL.to_vec(),
    };
    let filter = args.value("--filter")?.unwrap_or_default();
    let build = !args.flag("--no-build");
    args.finish()?;
    if let Some(unknown) = only
        .iter()
        .flatten()
        .find(|part| !PARTS.contains(&part.as_str()))
    {
        bail!("{unknown:?} is no part: {}", PARTS.join(", "));
    }
    let wanted = |part: &str| {
        only.as_ref()
            .is_none_or(|only| only.iter().any(|name| name == part))
    };

    let mut failures = Vec::new();
    let mut part = |name: &str, work: &mut dyn FnMut() -> Result<()>| {
        if wanted(name) {
            println!("\n== {name}");
            let started = Instant::now();
            if let Err(error) = work() {
                eprintln!("{name}: {error:#}");
                failures.push(name.to_owned());
            }
            println!("== {name} took {} s", started.elapsed().as_secs());
        }
    };

    // What is missing is said first: nobody waits for a build to hear it.
    let mut browsers_there = false;
    part("browser", &mut || {
        browsers::ensure(&engines)?;
        browsers_there = true;
        Ok(())
    });
    part("fmt", &mut || {
        run_command(cargo().args(["fmt", "--all", "--check"]))
    });
    part("clippy", &mut || {
        let deny = ["--", "-D", "warnings"];
        run_command(
            cargo()
                .args(["clippy", "--workspace", "--all-targets"])
                .args(deny),
        )?;
        let wasm = [
            "clippy",
            "--target",
            "wasm32-unknown-unknown",
            "-p",
            "exosome-explainer",
        ];
        run_command(cargo().args(wasm).args(deny))
    });
    part("native", &mut || {
        let result = run_command(cargo().args(["test", "--workspace", "--no-fail-fast"]));
        check_content::built_in().and(result)
    });
    let mut built = !build;
    let mut build_once = || -> Result<()> {
        if !built {
            dist::build()?;
            built = true;
        }
        Ok(())
    };
    part("size", &mut || {
        build_once()?;
        size::check()
    });
    let mut tally = None;
    if browsers_there {
        part("browser", &mut || {
            build_once()?;
            let result = browser::run(&engines, &filter)?;
            let failed = result.failed.len();
            tally = Some(result);
            if failed > 0 {
                bail!("{failed} browser test(s) failed")
            } else {
                Ok(())
            }
        });
    }

    let tally = tally.unwrap_or_default();
    if !tally.at_second_try.is_empty() {
        let count = tally.at_second_try.len();
        eprintln!("{count} of the passed failed at the first try");
    }
    for name in &tally.at_second_try {
        eprintln!("only at the second try: {name}");
    }
    for name in &tally.failed {
        eprintln!("failed: {name}");
    }
    if !failures.is_empty() {
        eprintln!("failed parts: {}", failures.join(", "));
    }
    // The last line is for machines that count; nothing may follow it.
    println!(
        "{} passed, {} failed",
        tally.passed,
        tally.failed.len().max(failures.len())
    );
    if failures.is_empty() {
        Ok(())
    } else {
        std::process::exit(1)
    }
}
