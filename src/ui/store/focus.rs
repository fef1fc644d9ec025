//! Where the focus goes when what has it is folded, closed or left out: back to what opened it. The browser would let it
//! fall to the page's body, where no key is heard any more.
//!
//! Must not be here: what has focus marks look like; when a dialog gives the focus back, which is the browser's.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusOptions, HtmlElement, ShadowRoot};

use super::Store;
use crate::session::Session;

/// What has it, for as long as the interface is on its way to another.
#[derive(Default)]
pub(super) struct Focus {
    /// The control, and where to go should it vanish.
    kept: RefCell<Option<(Element, String)>>,
    returning: Cell<bool>,
}

impl Store {
    /// Whether a focus that moves is only being brought back.
    pub fn is_returning(&self) -> bool {
        self.0.focus.returning.get()
    }

    /// The session changes: notes what has the focus, and what opened that.
    pub(super) fn keep_focus(&self, before: &Session) {
        let Some(focused) = self.focused() else {
            return;
        };
        let within = |selector| matches!(focused.closest(selector), Ok(Some(_)));
        let opener = match &before.actor {
            _ if within("dialog") => String::from("dialog [data-action=close]"),
            Some(actor) if within(".card") => [".spot[data-actor=\"", actor, "\"]"].concat(),
            _ if within(".effect") => String::from(".assume"),
            _ => String::from(".play"),
        };
        self.0.focus.kept.replace(Some((focused, opener)));
    }

    /// The interface is as the session says: what lost the focus by it gives it back.
    pub(super) fn return_focus(&self) {
        let Some((focused, opener)) = self.0.focus.kept.take() else {
            return;
        };
        let hidden = matches!(focused.closest("[hidden]"), Ok(Some(_)));
        if focused.is_connected() && !hidden {
            return;
        }
        let options = FocusOptions::new();
        // A tap must not make the page jump.
        options.set_prevent_scroll(true);
        self.0.focus.returning.set(true);
        // What is not to be seen now refuses it.
        for selector in [&*opener, ".play", "[data-stage]"] {
            let node = self.root().query_selector(selector).ok().flatten();
            if let Some(node) = node.as_ref().and_then(|it| it.dyn_ref::<HtmlElement>()) {
                node.focus_with_options(&options).ok();
            }
            if node.is_some() && node == self.focused() {
                break;
            }
        }
        self.0.focus.returning.set(false);
    }

    fn focused(&self) -> Option<Element> {
        let shadow = self.root().get_root_node().dyn_into::<ShadowRoot>().ok()?;
        shadow.active_element()
    }
}
