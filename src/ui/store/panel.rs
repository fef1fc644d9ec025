//! What is laid over the explainer: a small picture with a player of its own, or a page of text.
//!
//! Must not be here: how the sheet looks.

use std::rc::Rc;

use web_sys::Element;

use super::{Inner, Store, device_px};
use crate::platform::ResizeWatch;
use crate::session::playhead::Motion;
use crate::session::{Action, Sheet};

impl Store {
    /// Lays a page of text over the explainer.
    pub fn show_page(&self, page: &str) {
        self.dispatch(match page {
            "safety" => Action::Open(Sheet::Risks),
            page => Action::Show(Sheet::Page, page.into()),
        });
    }

    /// Plays the open panel from its beginning.
    pub fn replay_panel(&self) {
        self.0.panel.seek(0.0);
        self.0.panel.play();
    }

    /// Lets the picture in the sheet live for as long as the sheet is open.
    pub(super) fn show_panel(&self, open: bool) {
        let Inner {
            panel,
            panel_nodes: nodes,
            panel_watch: watch,
            ..
        } = &*self.0;
        if !open {
            if watch.take().is_some() {
                panel.detach();
            }
            return;
        }
        let stage = nodes.stage.cast::<Element>();
        let (Some(stage), Some(stage_nodes)) = (stage, nodes.stage_nodes()) else {
            return;
        };
        if watch.borrow().is_some() {
            return;
        }
        let weak = Rc::downgrade(&self.0);
        let resized = ResizeWatch::new(&stage, move |width_px, height_px| {
            if let Some(inner) = weak.upgrade() {
                inner.panel.resize(width_px, height_px, device_px());
            }
        });
        watch.replace(resized);
        let session = self.session();
        panel.set_nodes(stage_nodes);
        panel.set_params(session.params);
        panel.set_theme(session.theme());
        panel.set_motion(session.motion());
        panel.set_scene(self.content(), session.open.clone(), 0.0);
        panel.attach();
        if session.motion() == Motion::Full {
            panel.play();
        } else {
            panel.seek(f64::INFINITY);
        }
    }
}
