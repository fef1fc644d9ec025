//! Waiting for a scene's code, which is fetched when the scene is first wanted. Until it is there the picture before
//! stays, faint, and time stands still.
//!
//! Must not be here: how the code is fetched ([`crate::platform::parts`]), which part it is in ([`crate::scene::part`]).

use super::Driver;
use crate::platform::{fail, parts};
use crate::scene;

impl Driver {
    /// Asks for the code of the scene on the stage if it is not there. What cannot be had ends the moving picture for
    /// good: the still tier takes over.
    pub(super) fn wait_for_code(&self) {
        let state = self.state.borrow();
        state.mark_waiting();
        let Some(part) = scene::part(&state.scene).filter(|_| state.play.is_none()) else {
            return;
        };
        drop(state);
        let me = self.me.clone();
        parts::bring(part, move |problem| {
            if let Some(message) = problem {
                fail(&message, None);
            } else if let Some(driver) = me.upgrade() {
                driver.arrived();
            }
        });
    }

    /// The code of a scene came: perhaps of the one that is wanted.
    fn arrived(&self) {
        let mut state = self.state.borrow_mut();
        if state.play.is_none() {
            state.settle();
            state.mark_waiting();
        }
        drop(state);
        self.refresh();
    }
}
