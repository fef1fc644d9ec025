//! Finds browsers, drivers and fonts; installs what is missing where the system's package manager may be used.

use crate::{
    tools,
    util::{output, run, which},
};
use anyhow::{Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A browser engine the tests run in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox through geckodriver.
    Firefox,
    /// WebKitGTK through WebKitWebDriver; Safari through safaridriver on macOS.
    WebKit,
}

impl Engine {
    /// All three: a missing one fails the run.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// The name used on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }

    /// The engine of a name.
    pub fn named(name: &str) -> Result<Engine> {
        let found = Engine::ALL.into_iter().find(|engine| engine.name() == name);
        found.ok_or_else(|| anyhow::anyhow!("{name:?} is no engine: chromium, firefox or webkit"))
    }
}

/// Something that must be on the machine: how to see that it is there, and where it comes from.
struct Piece {
    what: &'static str,
    found: fn() -> bool,
    debian: &'static str,
    brew: &'static str,
}

const CHROMIUM: Piece = Piece {
    what: "Chromium",
    found: || chromium().is_some(),
    debian: "chromium",
    brew: "brew install --cask chromium",
};
const CHROMEDRIVER: Piece = Piece {
    what: "chromedriver",
    found: || which("chromedriver").is_some(),
    debian: "chromium-driver",
    brew: "brew install --cask chromedriver",
};
const FIREFOX: Piece = Piece {
    what: "Firefox",
    found: || firefox().is_some(),
    debian: "firefox-esr",
    brew: "brew install --cask firefox",
};
const WEBKIT_DRIVER: Piece = Piece {
    what: "WebKitGTK with WebKitWebDriver and MiniBrowser",
    found: || which("WebKitWebDriver").is_some() && mini_browser().is_some(),
    debian: "webkit2gtk-driver",
    brew: "",
};
const SAFARI: Piece = Piece {
    what: "safaridriver",
    found: || which("safaridriver").is_some(),
    debian: "",
    brew: "sudo safaridriver --enable",
};
const DISPLAY: Piece = Piece {
    what: "Xvfb",
    found: || which("Xvfb").is_some(),
    debian: "xvfb",
    brew: "",
};
const FONTS: Piece = Piece {
    what: "Japanese fonts",
    found: japanese_fonts,
    debian: "fontconfig fonts-noto-cjk",
    brew: "",
};

fn pieces(engine: Engine) -> Vec<Piece> {
    match (engine, cfg!(target_os = "macos")) {
        (Engine::Chromium, false) => vec![CHROMIUM, CHROMEDRIVER, FONTS],
        (Engine::Chromium, true) => vec![CHROMIUM, CHROMEDRIVER],
        (Engine::Firefox, false) => vec![FIREFOX, FONTS],
        (Engine::Firefox, true) => vec![FIREFOX],
        (Engine::WebKit, false) => vec![WEBKIT_DRIVER, DISPLAY, FONTS],
        (Engine::WebKit, true) => vec![SAFARI],
    }
}

/// Makes sure that the engines and their drivers are there; names each missing piece otherwise.
pub fn ensure(engines: &[Engine]) -> Result<()> {
    let mut missing = missing(engines);
    if !missing.is_empty() {
        install(&missing);
        missing.retain(|piece| !(piece.found)());
    }
    if engines.contains(&Engine::Firefox) {
        tools::GECKODRIVER.ensure()?;
    }
    if missing.is_empty() {
        return Ok(());
    }
    for piece in &missing {
        eprintln!("missing: {} — {}", piece.what, command_for(piece));
    }
    bail!(
        "{} piece(s) the browser tests need are missing",
        missing.len()
    )
}

fn missing(engines: &[Engine]) -> Vec<Piece> {
    let mut missing: Vec<Piece> = Vec::new();
    for piece in engines.iter().flat_map(|engine| pieces(*engine)) {
        if !(piece.found)() && missing.iter().all(|other| other.what != piece.what) {
            missing.push(piece);
        }
    }
    missing
}

/// What a person types to get a piece.
fn command_for(piece: &Piece) -> String {
    match (cfg!(target_os = "macos"), which("apt-get").is_some()) {
        (true, _) => piece.brew.to_owned(),
        (false, true) => format!("sudo apt-get install {}", piece.debian),
        (false, false) => format!(
            "install your system's package of it (Debian: {})",
            piece.debian
        ),
    }
}

/// Installs Debian packages where that needs no question. What fails is reported by the caller.
fn install(missing: &[Piece]) {
    if which("apt-get").is_none() {
        return;
    }
    let prefix: &[&str] = match () {
        () if output("id", &["-u"]).is_some_and(|id| id.trim() == "0") => &[],
        () if output("sudo", &["-n", "true"]).is_some() => &["sudo", "-n"],
        () => return,
    };
    let packages = missing
        .iter()
        .flat_map(|piece| piece.debian.split_whitespace());
    let packages: Vec<&str> = packages.collect();
    println!(
        "Installing {} with apt-get (one to five minutes)",
        packages.join(" ")
    );
    let apt = |args: &[&str]| {
        let words: Vec<&str> = [
            prefix,
            &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"],
            args,
        ]
        .concat();
        let result = words
            .split_first()
            .map(|(program, rest)| run(Command::new(program).args(rest)));
        if let Some(Err(error)) = result {
            eprintln!("{error:#}");
        }
    };
    apt(&["update"]);
    apt(&[
        &["install", "-y", "--no-install-recommends"],
        packages.as_slice(),
    ]
    .concat());
}

/// Chromium's program.
pub fn chromium() -> Option<PathBuf> {
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let apps = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    names
        .iter()
        .find_map(|name| which(name))
        .or_else(|| existing(&apps))
}

/// Firefox's program.
pub fn firefox() -> Option<PathBuf> {
    let apps = ["/Applications/Firefox.app/Contents/MacOS/firefox"];
    ["firefox-esr", "firefox"]
        .iter()
        .find_map(|name| which(name))
        .or_else(|| existing(&apps))
}

/// WebKitGTK's test browser; its folder holds the machine's triplet and the version.
pub fn mini_browser() -> Option<PathBuf> {
    let subfolders = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries
            .map(|entry| entry.path())
            .filter(|path| path.is_dir())
            .collect()
    };
    let mut folders: Vec<PathBuf> = Vec::new();
    for base in ["/usr/lib", "/usr/libexec", "/usr/lib64"] {
        folders.push(base.into());
        folders.extend(subfolders(Path::new(base)).into_iter().filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().contains("-linux-gnu"))
        }));
    }
    let mut found: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| subfolders(folder))
        .filter(|path| path.to_string_lossy().contains("webkit"))
        .map(|path| path.join("MiniBrowser"))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    // 4.1 is what WebKitWebDriver of the same source starts; prefer it over 4.0 and 6.0.
    let at = found
        .iter()
        .position(|path| path.to_string_lossy().contains("4.1"))
        .unwrap_or(0);
    found.into_iter().nth(at)
}

fn existing(paths: &[&str]) -> Option<PathBuf> {
    paths.iter().map(PathBuf::from).find(|path| path.is_file())
}

fn japanese_fonts() -> bool {
    output("fc-list", &[":lang=ja", "family"]).is_some_and(|list| !list.trim().is_empty())
}
