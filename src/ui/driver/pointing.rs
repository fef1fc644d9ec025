//! What is under a point of the stage: an actor, a moment, a value on a plot.
//!
//! Must not be here: which events point ([`crate::ui::commands`]).

use kurbo::Point;

use super::Driver;
impl Driver {
    /// The actor under a point of the stage, in CSS pixels.
    pub fn actor_at(&self, x_px: f64, y_px: f64) -> Option<&'static str> {
        let state = self.state.borrow();
        let play = state.play.as_ref()?;
        play.actor_at(
            state.playhead.pose_secs(),
            &state.viewport(),
            Point::new(x_px, y_px),
        )
    }

    /// Whether an actor stands in the lower half of the stage.
    pub fn is_low(&self, actor: &str) -> bool {
        let state = self.state.borrow();
        state.overlay.as_ref().is_some_and(|it| it.is_low(actor))
    }

    /// Drags the time to what is under a point of the stage; says whether the picture has a time there.
    pub fn drag_to(&self, x_px: f64, y_px: f64) -> bool {
        let state = self.state.borrow();
        let at = Point::new(x_px, y_px);
        let now = state.playhead.pose_secs();
        let play = state.play.as_ref();
        let time_secs = play.and_then(|play| play.seek_at(now, &state.viewport(), at));
        drop(state);
        if let Some(time_secs) = time_secs {
            self.seek(time_secs);
        }
        time_secs.is_some()
    }

    /// Something is pointed at, in the page's coordinates, or no longer: a plot there reads itself out. Says whether
    /// one does.
    pub fn point_at(&self, client: Option<(f64, f64)>) -> bool {
        let mut state = self.state.borrow_mut();
        let value = client.and_then(|at| state.value_at(at));
        let other = std::mem::replace(&mut state.value, value) != value;
        drop(state);
        if other {
            self.refresh();
        }
        value.is_some()
    }

    /// Whether a plot is read out.
    pub fn is_reading(&self) -> bool {
        self.state.borrow().value.is_some()
    }

    /// Moves along the axis of the plot on which an actor's button stands, and says what it reads.
    pub fn read_out(&self, actor: &str, by: f64) -> Option<String> {
        let mut state = self.state.borrow_mut();
        state.value = state.moved(actor, by);
        let reading = state.reading();
        drop(state);
        self.refresh();
        reading
    }
}
