//! Fills dist/ with everything a web server needs: Trunk builds the engine, the rest is copied small, and the stills are
//! baked here, natively, by the same pure scene that plays in the browser.

use crate::{
    check_content, minify, page, shrink, tools,
    util::{cargo, dist_dir, files_below, read, root, run, target_dir, write},
};
use anyhow::{Context as _, Result, bail, ensure};
use exosome_explainer::{
    scene::{self, still},
    session::START,
    units::Theme,
};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Folders whose files end up at the top of dist/.
const COPIED: [&str; 2] = ["assets/element", "assets/page"];

/// Builds dist/ anew.
pub fn build() -> Result<()> {
    let tools = tools::ensure(tools::BUILD)?;
    println!("Building in release (about two minutes the first time, then seconds)");
    let built = target_dir().join("trunk");
    build_engine(&tools, &built)?;

    let dist = dist_dir();
    if dist.exists() {
        fs::remove_dir_all(&dist).context("could not empty dist/")?;
    }
    copy_engine(&built, &dist)?;
    for folder in COPIED {
        copy_small(&root().join(folder), &dist)?;
    }
    copy_content(&dist)?;
    write_schema(&dist)?;
    bake_stills(&dist)?;
    check(&dist)?;
    println!("dist/ is ready: {} files", files_below(&dist)?.len());
    Ok(())
}

/// Trunk compiles the crate and writes glue, wasm and page.
fn build_engine(tools: &[PathBuf], built: &Path) -> Result<()> {
    fs::remove_dir_all(built).ok();
    let trunk = tools::path_with(tools)?;
    let mut command = Command::new("trunk");
    command.current_dir(root()).env("PATH", &trunk).args([
        "build",
        "--log",
        "warn",
        "--release",
        "--offline",
        "--dist",
    ]);
    command
        .arg(built)
        .env("CARGO_ENCODED_RUSTFLAGS", rust_flags())
        .env_remove("RUSTFLAGS");
    // Some environments set NO_COLOR=1, which this version of Trunk takes for a wrong value.
    command.env_remove("NO_COLOR");
    // Crates must be there before Trunk, which is kept off the network.
    run(cargo().args(["fetch", "--quiet", "--locked"]))?;
    run(&mut command).context("Trunk could not build the engine")
}

/// For this build alone.
fn rust_flags() -> OsString {
    let home = env::var_os("HOME").map(PathBuf::from);
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or(home.map(|home| home.join(".cargo")));
    // Panic messages carry the paths of sources; none of this machine's may end up in the wasm.
    let paths = [(cargo_home, "c"), (Some(root()), ".")]
        .into_iter()
        .filter_map(|(from, to)| Some(format!("--remap-path-prefix={}={to}", from?.display())));
    // Which code uses which data, for the cut into parts. None of it is shipped.
    let flags = paths.chain(["-Clink-arg=--emit-relocs".to_owned()]);
    flags.collect::<Vec<_>>().join("\u{1f}").into()
}

/// The glue and the wasm get short, fixed names, outside and inside.
fn copy_engine(built: &Path, dist: &Path) -> Result<()> {
    let files = files_below(built)?;
    let wasm = files
        .iter()
        .find(|path| path.to_string_lossy().ends_with("_bg.wasm"));
    let wasm = wasm.with_context(|| format!("Trunk left no wasm in {}", built.display()))?;
    let wasm_name = wasm
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let stem = wasm_name.trim_end_matches("_bg.wasm");
    let glue = read(&built.join(format!("{stem}.js")))?;
    let wasm = fs::read(wasm)?;
    // What wasm-bindgen was given.
    let linked = target_dir().join(format!("wasm32-unknown-unknown/release/{stem}.wasm"));
    let links = fs::read(&linked)
        .map_err(Into::into)
        .and_then(|linked| shrink::Links::read(&linked, &wasm))
        .with_context(|| format!("cannot tell from {} what uses which data", linked.display()))?;
    let small = shrink::shrink(&glue, &wasm, links)
        .context("the glue is not of the form that `xtask/src/shrink.rs` knows")?;
    write(&dist.join("engine.js"), small.glue)?;
    write(&dist.join("engine_bg.wasm"), small.wasm)?;
    for (_, needed) in scene::parts() {
        let found = small.parts.iter().find(|(name, _)| *name == needed);
        // Otherwise the way into it was compiled in elsewhere.
        ensure!(found.is_some(), "the part {needed} has no code of its own");
    }
    for (name, part) in small.parts {
        write(&dist.join(format!("parts/{name}.wasm")), part)?;
    }
    let page = page::fill(&read(&built.join("index.html"))?)?;
    write(&dist.join("index.html"), page)
}

/// Scripts and sheets without comments and indentation, everything else as it is.
fn copy_small(from: &Path, dist: &Path) -> Result<()> {
    for path in files_below(from)? {
        let to = dist.join(path.strip_prefix(from)?);
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("js") => write(&to, minify::js(&read(&path)?))?,
            Some("css") => write(&to, minify::css(&read(&path)?))?,
            _ => write(&to, fs::read(&path)?)?,
        }
    }
    Ok(())
}

/// Content without white space and without what only its makers need; a file that is not JSON stops here.
fn copy_content(dist: &Path) -> Result<()> {
    let from = root().join("assets/content");
    for path in files_below(&from)? {
        let name = path.strip_prefix(&from)?;
        let mut value: serde_json::Value =
            serde_json::from_str(&read(&path)?).with_context(|| path.display().to_string())?;
        // Where a claim comes from is checked before; nobody reads it from here.
        let claims = value
            .get_mut("claims")
            .and_then(serde_json::Value::as_array_mut);
        for claim in claims
            .into_iter()
            .flatten()
            .filter_map(serde_json::Value::as_object_mut)
        {
            claim.retain(|key, _| key != "origin" && key != "own");
        }
        write(&dist.join("content").join(name), value.to_string())?;
    }
    Ok(())
}

/// The schema of a clinic's file, for its author's editor.
fn write_schema(dist: &Path) -> Result<()> {
    let mut checked = check_content::Checked::default();
    let schema = check_content::BuiltIn::load(&mut checked)?.schema();
    write(&dist.join("content/clinic.schema.json"), schema.to_string())
}

/// `stills/<scene>-<n>-<light|dark>.svg` for every step of every scene the content lists, and for the opening view.
fn bake_stills(dist: &Path) -> Result<()> {
    let explainer: serde_json::Value =
        serde_json::from_str(&read(&root().join("assets/content/explainer.json"))?)?;
    let scenes = explainer["scenes"]
        .as_array()
        .context("content/explainer.json lists no scenes")?;
    let panels = explainer["panels"].as_array();
    let opening = panels.into_iter().flatten().filter(|it| it["id"] == START);
    for scene in scenes.iter().chain(opening) {
        let id = scene["id"].as_str().context("a scene has no id")?;
        let lanes = scene["lanes"].as_u64();
        let steps = scene["steps"].as_array().map_or(0, Vec::len);
        for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            for step in 1..=steps {
                let svg = still::still(id, step, theme)
                    .with_context(|| format!("no still of {id}, step {step}"))?;
                write(&dist.join(format!("stills/{id}-{step}-{name}.svg")), svg)?;
                let narrow = match lanes {
                    Some(2) => still::still_stacked,
                    _ => still::still_whole,
                };
                let svg = narrow(id, step, theme)
                    .with_context(|| format!("no narrow still of {id}, step {step}"))?;
                write(
                    &dist.join(format!("stills/{id}-{step}-{name}-narrow.svg")),
                    svg,
                )?;
            }
        }
    }
    Ok(())
}

/// What must never be shipped, and what is said about it.
const FORBIDDEN: &[(&str, &str)] = &[
    ("new Function", "strict policies refuse it"),
    ("eval(", "strict policies refuse it"),
    ("innerHTML", "Trusted Types refuse it"),
    ("outerHTML", "Trusted Types refuse it"),
    ("insertAdjacentHTML", "Trusted Types refuse it"),
    ("document.cookie", "no cookie is promised"),
    ("blob:", "strict policies refuse it"),
    ("\"data:", "strict policies refuse data: URLs"),
    ("'data:", "strict policies refuse data: URLs"),
    ("(data:", "strict policies refuse data: URLs"),
    ("`data:", "strict policies refuse data: URLs"),
    (" style=\"", "strict policies refuse style attributes"),
    ("<style", "strict policies refuse style elements"),
];

/// Looks through everything that was built.
fn check(dist: &Path) -> Result<()> {
    let mut problems = Vec::new();
    let machine = machine_names();
    for path in files_below(dist)? {
        let name = path
            .strip_prefix(dist)?
            .to_string_lossy()
            .replace('\\', "/");
        let bytes = fs::read(&path)?;
        let text = String::from_utf8_lossy(&bytes);
        let is_wasm = name.ends_with(".wasm");
        if !is_wasm {
            // Yew's way to show raw HTML is named in the glue; `tidy` sees to it that no source uses it.
            let glue = name == "engine.js";
            let found = |word: &str| text.contains(word) && !(glue && word.ends_with("rHTML"));
            for (word, why) in FORBIDDEN.iter().filter(|(word, _)| found(word)) {
                problems.push(format!("{name} holds `{word}`: {why}"));
            }
        }
        // Sources are links a visitor may follow, never requests of ours.
        if !name.starts_with("content/") && !is_wasm {
            problems
                .extend(foreign_addresses(&text).map(|address| format!("{name} names {address}")));
        }
        for word in machine.iter().filter(|word| text.contains(word.as_str())) {
            problems.push(format!("{name} names this machine's {word}"));
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    for problem in &problems {
        eprintln!("dist: {problem}");
    }
    bail!("{} thing(s) in dist/ must not be there", problems.len())
}

/// Absolute addresses other than XML namespaces.
fn foreign_addresses(text: &str) -> impl Iterator<Item = &str> {
    ["http://", "https://"]
        .into_iter()
        .flat_map(move |scheme| text.match_indices(scheme))
        .filter_map(move |(at, _)| {
            let rest = &text[at..];
            let end = rest
                .find(['"', '\'', '`', ' ', ')', '<', '\\', '\n'])
                .unwrap_or(rest.len());
            let address = &rest[..end];
            (!address.starts_with("http://www.w3.org/")).then_some(address)
        })
}

/// Folders of this machine.
fn machine_names() -> Vec<String> {
    let home = env::var("HOME")
        .ok()
        .filter(|home| home.len() > 1)
        .map(|home| format!("{home}/"));
    let cargo_home = env::var("CARGO_HOME").ok();
    let mut names = vec![
        root().display().to_string(),
        target_dir().display().to_string(),
    ];
    names.extend(home.into_iter().chain(cargo_home));
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_addresses_are_seen() {
        let text = "<svg xmlns=\"http://www.w3.org/2000/svg\"><a href='https://a.example/x'>";
        assert_eq!(
            foreign_addresses(text).collect::<Vec<_>>(),
            ["https://a.example/x"]
        );
    }
}
