//! The nodes that are filled or moved without the vdom, because they change too often for it or
//! because the browser keeps their state: scrubber, sliders, dialog, live region.

use std::cell::Cell;

use js_sys::Number;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlCanvasElement, HtmlDialogElement, HtmlElement, HtmlInputElement};
use yew::NodeRef;

use crate::content::Scene;
use crate::model::params::Params;
use crate::units::{Ratio, Secs};

/// One reference per node. Before the first render they are empty, and everything here does
/// nothing.
#[derive(Default)]
pub struct Nodes {
    /// `div.stage`
    pub stage: NodeRef,
    /// `canvas[data-stage]`
    pub canvas: NodeRef,
    /// `canvas[data-back]`, behind it
    pub back: NodeRef,
    /// `canvas[data-leaving]`, in front
    pub leaving: NodeRef,
    /// `div.overlay`
    pub overlay: NodeRef,
    /// `div.scrub`
    pub scrub: NodeRef,
    /// `input[data-scrub]`
    pub range: NodeRef,
    /// `input[data-effect]`
    pub effect: NodeRef,
    /// `input[data-push-size]`
    pub push_size: NodeRef,
    /// `input[data-push-length]`
    pub push_length: NodeRef,
    /// `button.play`
    pub play: NodeRef,
    /// `dialog.sheet`
    pub dialog: NodeRef,
    /// `[data-live]`
    pub live: NodeRef,
    /// `[data-description]`
    pub description: NodeRef,
    /// Whether a sheet is to be open, as far as [`Nodes::show_sheet`] was told.
    laid: Cell<bool>,
}

impl Nodes {
    /// The canvases of the stage and the overlay, once they are rendered.
    pub fn stage_nodes(&self) -> Option<StageNodes> {
        Some(StageNodes {
            canvas: self.canvas.cast()?,
            back: self.back.cast()?,
            leaving: self.leaving.cast()?,
            overlay: self.overlay.cast()?,
        })
    }

    /// Writes the position into the scrubber; `in_words` is what a screen reader says for it.
    pub fn show_time(&self, time_secs: Secs, duration_secs: Secs, in_words: &str) {
        if let Some(scrub) = self.scrub.cast::<Element>() {
            set_variable(&scrub, "--at", share(time_secs, duration_secs));
        }
        if let Some(range) = self.range.cast::<HtmlInputElement>() {
            range.set_value_as_number(time_secs);
            // A well-formed name is always accepted.
            range.set_attribute("aria-valuetext", in_words).ok();
        }
    }

    /// Puts each tick of the scrubber where its step begins.
    pub fn show_ticks(&self, scene: &Scene) {
        let Some(scrub) = self.scrub.cast::<Element>() else {
            return;
        };
        let ticks = scrub.get_elements_by_class_name("tick");
        for (index, step) in (0..).zip(&scene.steps) {
            if let Some(tick) = ticks.item(index) {
                set_variable(&tick, "--p", share(step.start_secs, scene.duration_secs));
            }
        }
    }

    /// Puts the knobs of what can be tried where they belong.
    pub fn show_params(&self, params: &Params) {
        for (node, value) in [
            (&self.effect, params.assumed_effect.get()),
            (&self.push_size, params.push.size),
            (&self.push_length, params.push.length),
        ] {
            if let Some(slider) = node.cast::<HtmlInputElement>() {
                slider.set_value_as_number(value);
            }
        }
    }

    /// The sheet was closed: says whether the visitor or the browser did it. What [`Self::show_sheet`] closes is told
    /// late, when the next sheet may be on its way already.
    pub fn is_closed_by_visitor(&self) -> bool {
        let dialog = self.dialog.cast::<HtmlDialogElement>();
        self.laid.get() && !dialog.is_some_and(|dialog| dialog.open())
    }

    /// Lays the sheet over the page or takes it away. The browser keeps the focus in it and gives
    /// it back afterwards.
    pub fn show_sheet(&self, open: bool) {
        let Some(dialog) = self.dialog.cast::<HtmlDialogElement>() else {
            return;
        };
        self.laid.set(open);
        // Moved within the page it lies open among the rest, over nothing and deaf to Esc. Who does not know the word
        // is believed.
        if dialog.open() && !dialog.matches(":modal").unwrap_or(true) {
            dialog.close();
        }
        if open && !dialog.open() {
            if dialog.show_modal().is_err() {
                dialog.show();
            }
        } else if !open && dialog.open() {
            dialog.close();
        }
    }
}

/// The nodes that a driver draws on and places words in.
pub struct StageNodes {
    /// What moves.
    pub canvas: HtmlCanvasElement,
    /// What does not, behind it.
    pub back: HtmlCanvasElement,
    /// What is being left, in front.
    pub leaving: HtmlCanvasElement,
    /// The words.
    pub overlay: HtmlElement,
}

/// Fills a node that the vdom leaves empty.
pub fn say(node: &NodeRef, text: &str) {
    if let Some(node) = node.get() {
        node.set_text_content(Some(text));
    }
}

/// Sets a CSS variable to a number, through the CSSOM: pages may forbid style attributes.
pub fn set_variable(element: &Element, name: &str, value: f64) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // JavaScript writes numbers, without the formatting code that Rust would bring along.
        let value = String::from(Number::from(value).to_js_string());
        element.style().set_property(name, &value).ok();
    }
}

/// How far along the timeline, 0..=1; 0 on an empty one.
fn share(time_secs: Secs, duration_secs: Secs) -> f64 {
    Ratio::new(time_secs / duration_secs).get()
}
