//! `cargo xtask …`: everything one does with this project besides writing it.
//!
//! Reading order: [`tools`] and [`browsers`] find or install what is needed, [`dist`] builds what a web server needs,
//! [`server`] serves it, [`size`] and [`bench`] measure it, [`shots`] photographs it, [`check_content`] reads it
//! as the rules of medical advertising do, [`test`] runs every check. The
//! browser tests themselves are data: `browser/` and `pages/`.

mod args;
mod bench;
mod browser;
mod browsers;
mod check_content;
mod dist;
mod driver;
mod minify;
mod page;
mod server;
mod shots;
mod shrink;
mod size;
mod test;
#[cfg(test)]
mod tidy;
mod tools;
mod util;

use args::Args;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command> [options]

  serve [--port N]      Install what is missing, build in release, serve http://127.0.0.1:8080 (127.0.0.1 only).
      --no-build        Use dist/ as it is
      --worlds          The test pages too: /strict/page.html, /no-wasm-file/page.html?el=lang=en …
  test                  Install what is missing (browsers and drivers too, where the system's package manager may
                        be used), then run everything: format, clippy on host and wasm32, native tests, size
                        budgets, browser tests in Chromium, Firefox and WebKitGTK (Safari on macOS).
      --only LIST       Some parts only: fmt,clippy,native,size,browser
      --browser LIST    Some engines only: chromium,firefox,webkit
      --filter TEXT     Browser tests whose name contains TEXT
      --no-build        Use dist/ as it is
  dist                  Fill dist/ with everything a web server needs, nothing from elsewhere.
  size [--no-build]     Raw and brotli-11 bytes of each file in dist/ against the budgets; fails above them.
  bench [--no-build]    Measure in headless Chromium, CPU slowed 4x: frames, memory, load. Information, never a test.
      --only LIST       frames,memory,load
      --runs N          Runs each median is taken from (default 3)
  shots [--no-build]    Screenshots in headless Chromium, for people to look at.
      --out DIR         Where to (default target/shots)
      --scene LIST      Scenes, default microglia
      --size LIST       phone,phone360,tablet,embed,medium or WxH, default phone,tablet,embed
      --lang LIST       default ja
      --theme LIST      default light
      --at LIST         What to show: poster, a step (4 or 4.5 = half way through step 4), or seconds (51.5s);
                        default poster,5
      --attrs TEXT      More attributes of the element, such as 'mode=present'
      --run JS          Script run before the picture is taken; `el` is the element, `root` its shadow root
      --url PATH        Another page of dist/, such as index.html
      --full            The whole page instead of the viewport
  check-content [FILE…] Check the built-in content and each FILE: a clinic's file, a language file, or any text. Schema,
                        languages, grades and sources, the column behind each claim, H1 with H2, wording that medical
                        advertising must not hold, sentence length and reading ease. Exit status 1 where something is to be mended.
      --json            A list of findings: rule, place, text, advice
      --compared LIST   Only keep that these claims, or all, were compared with the column's sentences
      --release-ready   Pending sources, and disclosures a FILE lacks, count as findings
  tools                 Only install the pinned build tools.

Tools are compiled once into $XDG_CACHE_HOME/exosome-explainer (default ~/.cache) and survive fresh clones.
";

fn main() -> ExitCode {
    let mut args = Args::from_env();
    let result = match args.command().as_str() {
        "serve" => serve(args),
        "test" => test::run(args),
        "dist" => args.finish().and_then(|()| dist::build()),
        "size" => size::run(args),
        "bench" => bench::run(args),
        "shots" => shots::run(args),
        "check-content" => check_content::run(args),
        "tools" => args
            .finish()
            .and_then(|()| tools::ensure(tools::BUILD))
            .map(|_| ()),
        "" | "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(anyhow::anyhow!(
            "there is no command {other:?}; see `cargo xtask --help`"
        )),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Builds and serves until interrupted.
fn serve(mut args: Args) -> anyhow::Result<()> {
    let port = args.number("--port")?.unwrap_or(8080);
    let (worlds, build) = (args.flag("--worlds"), !args.flag("--no-build"));
    args.finish()?;
    if build {
        dist::build()?;
    }
    let site = match worlds {
        true => server::Site::worlds(browser::worlds::WORLDS, true),
        false => server::Site::dist(),
    };
    let server = server::Server::start(site, u16::try_from(port)?)?;
    println!(
        "\nThe explainer is at {}/ (stop with Ctrl-C)",
        server.origin()
    );
    loop {
        std::thread::park();
    }
}
