//! Pinned command-line tools, compiled once into a cache outside the clone.

use crate::util::{output, run, which};
use anyhow::{Context as _, Result, bail};
use std::{env, fs, path::PathBuf, process::Command, time::Instant};

/// One tool: its crate, its version, its program and how long compiling it takes on two cores.
#[derive(Clone, Copy)]
pub struct Tool {
    name: &'static str,
    version: &'static str,
    program: &'static str,
    minutes: u32,
}

/// Builds the page.
const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    program: "trunk",
    minutes: 8,
};
/// Must be the version the main crate pins.
const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.126",
    program: "wasm-bindgen",
    minutes: 2,
};
/// Drives Firefox.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.0",
    program: "geckodriver",
    minutes: 2,
};

/// What `dist` needs.
pub const BUILD: &[Tool] = &[WASM_BINDGEN, TRUNK];

/// Finds or installs tools; returns the folders to put in front of PATH.
pub fn ensure(tools: &[Tool]) -> Result<Vec<PathBuf>> {
    ensure_wasm_target()?;
    tools.iter().map(|tool| tool.ensure()).collect()
}

/// PATH with folders in front.
pub fn path_with(folders: &[PathBuf]) -> Result<std::ffi::OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(
        folders.iter().cloned().chain(env::split_paths(&rest)),
    )?)
}

/// `rust-toolchain.toml` asks rustup for the target; a Rust from elsewhere may lack it.
fn ensure_wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let libdir = output("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if libdir.is_some_and(|path| fs::exists(path.trim()).unwrap_or(false)) {
        return Ok(());
    }
    println!("Adding the Rust target {TARGET} (seconds)");
    run(Command::new("rustup").args(["target", "add", TARGET]))
        .context("the Rust target is missing: install rustup from https://rustup.rs")
}

/// The cache that survives fresh clones.
fn cache() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()) {
        Some(path) => PathBuf::from(path),
        None => PathBuf::from(env::var_os("HOME").context("HOME is not set")?).join(".cache"),
    };
    Ok(base.join("exosome-explainer"))
}

impl Tool {
    fn is(self, program: impl AsRef<std::ffi::OsStr>) -> bool {
        let version = output(program, &["--version"]);
        version.is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    /// The folder that holds the tool, which is installed when missing.
    pub fn ensure(self) -> Result<PathBuf> {
        let home = cache()?
            .join("tools")
            .join(format!("{}-{}", self.name, self.version));
        let bin = home.join("bin");
        if self.is(bin.join(self.program)) {
            return Ok(bin);
        }
        if let Some(path) = which(self.program)
            && self.is(&path)
        {
            return Ok(path.parent().map(PathBuf::from).unwrap_or_default());
        }
        let started = Instant::now();
        if !self.fetch(&bin) {
            self.compile(&home)?;
        }
        if !self.is(bin.join(self.program)) {
            bail!(
                "{} {} was installed but does not run from {}",
                self.name,
                self.version,
                bin.display()
            );
        }
        println!(
            "{} is ready after {} s",
            self.name,
            started.elapsed().as_secs()
        );
        Ok(bin)
    }

    /// Fetches a ready-made program where cargo-binstall is present.
    fn fetch(self, bin: &PathBuf) -> bool {
        if output("cargo", &["binstall", "-V"]).is_none() {
            return false;
        }
        println!(
            "Fetching {} {} with cargo-binstall (seconds)",
            self.name, self.version
        );
        let spec = format!("{}@{}", self.name, self.version);
        let mut command = Command::new("cargo");
        command.args([
            "binstall",
            "--no-confirm",
            "--disable-strategies",
            "compile",
            "--install-path",
        ]);
        let fetched = fs::create_dir_all(bin).is_ok() && run(command.arg(bin).arg(spec)).is_ok();
        if !fetched {
            println!("No ready-made {} to be had; it will be compiled", self.name);
        }
        fetched
    }

    /// Compiles the tool. Its build folder is kept until it succeeds, so that a broken-off run goes on.
    fn compile(self, home: &PathBuf) -> Result<()> {
        let (name, version, minutes) = (self.name, self.version, self.minutes);
        println!("Compiling {name} {version}, once: about {minutes} minutes on two cores");
        let build = cache()?.join("build").join(name);
        let mut command = Command::new("cargo");
        command.args([
            "install",
            "--quiet",
            "--locked",
            name,
            "--version",
            version,
            "--root",
        ]);
        command
            .arg(home)
            .env("CARGO_TARGET_DIR", &build)
            .current_dir(env::temp_dir());
        run(&mut command).with_context(|| format!("could not install {name} {version}"))?;
        fs::remove_dir_all(&build).ok();
        Ok(())
    }
}
