//! The hosts the element is tested on.

use crate::server::{PLAIN, World};

/// The policy the issue promises zero violations under.
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
/// A security team that refuses WebAssembly.
const NO_WASM: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                       connect-src 'self'; require-trusted-types-for 'script'";

/// All of them.
pub const WORLDS: &[World] = &[
    PLAIN,
    World {
        name: "strict",
        policy: STRICT,
        ..PLAIN
    },
    World {
        name: "no-wasm-policy",
        policy: NO_WASM,
        ..PLAIN
    },
    World {
        name: "no-wasm-file",
        refused: &[".wasm"],
        ..PLAIN
    },
    World {
        name: "strict-no-wasm-file",
        policy: STRICT,
        refused: &[".wasm"],
        ..PLAIN
    },
    World {
        name: "wrong-mime",
        wasm_type: "application/octet-stream",
        ..PLAIN
    },
    World {
        name: "no-routes",
        refused: &["parts/routes.wasm"],
        ..PLAIN
    },
    World {
        name: "slow",
        wasm_delay_ms: 1500,
        ..PLAIN
    },
    World {
        name: "no-still",
        refused: &[".wasm", "still.js"],
        ..PLAIN
    },
    World {
        name: "nothing",
        refused: &[
            ".wasm",
            "engine.js",
            "still.js",
            "base.css",
            "content/",
            "stills/",
        ],
        ..PLAIN
    },
    World {
        name: "no-content",
        refused: &["content/"],
        ..PLAIN
    },
    World {
        name: "broken-content",
        content: |_| "{ this is not JSON".to_owned(),
        ..PLAIN
    },
    World {
        name: "shapeless-content",
        content: |_| "[1,{\"scenes\":[null,3]},\"x\"]".to_owned(),
        ..PLAIN
    },
    World {
        name: "hostile-content",
        content: hostile,
        ..PLAIN
    },
    World {
        name: "hostile-no-wasm",
        content: hostile,
        refused: &[".wasm"],
        ..PLAIN
    },
];

/// Markup and script in every string of a language file; ids and times stay, so that everything is shown.
fn hostile(text: String) -> String {
    const MARKUP: &str =
        "<img src=x onerror=T.hacked()><script>T.hacked()</script>\"><x-hack>&amp;{n}";
    fn poison(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) => text.push_str(MARKUP),
            serde_json::Value::Array(items) => items.iter_mut().for_each(poison),
            serde_json::Value::Object(map) => map.values_mut().for_each(poison),
            _ => {}
        }
    }
    let Ok(mut value) = serde_json::from_str::<serde_json::Value>(&text) else {
        return text;
    };
    if value.get("lang").is_none() {
        return text;
    }
    let lang = value["lang"].clone();
    poison(&mut value);
    value["lang"] = lang;
    value.to_string()
}
