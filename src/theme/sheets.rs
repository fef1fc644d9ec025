//! The rules that only the live tier needs, as one constructed style sheet shared by all explainers
//! of a page.
//!
//! Everything the poster and the still tier show as well is in `assets/element/base.css`, which the
//! loader adopts. Constructed sheets pass a policy that forbids inline styles. Must not be in it:
//! `url()`, `@import`, anything that changes at run time.

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use web_sys::{CssStyleSheet, Element, ShadowRoot};

const RULES: &str = include_str!("live.css");

thread_local! {
    static SHEET: Option<CssStyleSheet> = make();
}

fn make() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(RULES).ok()?;
    Some(sheet)
}

/// Adopts the sheet into the shadow root that `root` stands in, unless it is there already.
pub fn adopt(root: &Element) {
    let Ok(shadow) = root.get_root_node().dyn_into::<ShadowRoot>() else {
        return;
    };
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            let adopted: Array = shadow.adopted_style_sheets();
            if !adopted.includes(sheet, 0) {
                shadow.set_adopted_style_sheets(&adopted.concat(&Array::of1(sheet)));
            }
        }
    });
}
