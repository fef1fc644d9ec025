//! The scene `exosome`: one zoom from a hand over a nerve and a cell to a vesicle cut open, above a ruler from 10 cm to
//! 1 nm. It begins with an overview of the four sizes and ends with what a vesicle is likened to and with 120 of them.
//!
//! The zoom is a true camera: hand, nerve, cell and vesicle stand in one space whose unit is the metre (`world`), so
//! what is drawn has the size that bracket and ruler say.
//! Must not be here: the model, words.

mod cards;
pub mod labels;
pub mod layout;
mod overview;
pub mod ruler;
mod things;
pub mod world;

use kurbo::{Affine, Point};

use self::layout::Layout;
use self::world::{Camera, Level, View};
use super::frame::{Frame, Scene};
use super::ir::Picture;
use super::view::Viewport;
use crate::content::{Content, fill};
use crate::model::curve::{lerp, smooth, smoother};
use crate::model::exosome::{HERO, HOLDER, State, state_at};
use crate::model::params::Params;
use crate::model::trig::{exp, ln, sin};
use crate::units::Secs;

/// Moments at which the steps are best seen, one per step; the content repeats them.
pub const STILLS: &[Secs] = &[0.0, 18.0, 30.5, 41.0, 50.0, 60.0, 71.0];

/// The scene. No parameter changes it: sizes are not a matter of assumptions.
#[derive(Debug)]
pub struct Exosome;

impl Exosome {
    /// Settles the parameters, of which there are none.
    pub fn new(_: &Params) -> Self {
        Self
    }
}

/// How far the vesicle sways at a moment, radians.
pub fn sway(time_secs: Secs) -> f64 {
    0.035 * sin(time_secs * 0.62)
}

/// 10 to the power of `x`.
pub fn power_of_ten(x: f64) -> f64 {
    exp(x * std::f64::consts::LN_10)
}

/// The camera of a moment.
pub fn camera(state: &State, layout: &Layout) -> Camera {
    let k = layout.span / power_of_ten(state.span_log);
    if state.dive < 1.0 {
        // From the place of the hand in the overview to the middle of the stage.
        let first = overview::hand(layout);
        let k = exp(lerp(ln(first.k), ln(k), state.dive));
        let hand = first.at(Level::Hand).lerp(layout.focus, state.dive);
        return Camera::on(Level::Hand, hand, k);
    }
    match state.leg {
        0..=2 => {
            let (here, next) = match state.leg {
                0 => (Level::Hand, Level::Nerve),
                1 => (Level::Nerve, Level::Cell),
                _ => (Level::Cell, Level::Vesicle),
            };
            // Where the next thing stands while this one fills the bracket, and from there to the middle.
            let start = next.from(here) * (layout.span / here.size());
            let left = 1.0 - smoother(0.0, 0.8, state.way);
            Camera::on(next, layout.focus + start * left, k)
        }
        3 => Camera::on(Level::Vesicle, layout.focus.lerp(layout.pair, state.way), k),
        _ => {
            let at = layout.pair.lerp(layout.grain_at(HERO), state.way);
            Camera::on(Level::Vesicle, at, k)
        }
    }
}

impl Scene for Exosome {
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame {
        let state = state_at(time_secs);
        let layout = Layout::of(view);
        let camera = camera(&state, &layout);
        let mut frame = Frame {
            labels: labels::place(&state, &layout, &camera),
            ..Frame::default()
        };
        let mut picture = Picture::default();
        let shown = View {
            bounds: layout.bounds,
            time_secs: state.time_secs,
            opened: state.opened,
            limit: state.limit,
            around: 1.0 - smooth(53.0, 55.6, state.time_secs),
        };
        if state.dive < 1.0 {
            frame.draw(None, Affine::IDENTITY, overview::ground(&layout));
            let disc = overview::Disc::of(&layout, &camera, state.dive);
            frame.draw(None, disc.map(&layout), overview::others(&layout));
            overview::first(&mut picture, &disc, &camera, &shown);
        } else {
            world::draw(&mut picture, &camera, &shown);
        }
        cards::draw(&mut picture, &state, &layout, &camera);
        ruler::draw(&mut picture, &state, &layout, &camera);
        frame.draw(None, Affine::IDENTITY, picture);
        spots(&mut frame, &state, &layout, &camera, view);
        frame
    }

    fn actor_at(&self, time_secs: Secs, view: &Viewport, at: Point) -> Option<&'static str> {
        let state = state_at(time_secs);
        let layout = Layout::of(view);
        let mut frame = Frame::default();
        spots(&mut frame, &state, &layout, &camera(&state, &layout), view);
        let near = |spot: &super::frame::Spot| (spot.at - at).hypot();
        let nearest = frame
            .spots
            .iter()
            .min_by(|a, b| near(a).total_cmp(&near(b)))?;
        // A thing that fills the stage is touched wherever no smaller one is near.
        let reach = if state.dive < 1.0 {
            layout.reach
        } else {
            layout.span * 0.6
        };
        (near(nearest) <= reach).then_some(nearest.actor)
    }

    fn describe(&self, time_secs: Secs, content: &Content) -> String {
        let state = state_at(time_secs);
        let word = |key: &str| content.texts.describe("exosome", key);
        let level = |i: usize| match i {
            0 => "hand",
            1 => "nerve",
            2 => "cell",
            3 if state.opened > 0.5 => "open",
            3 => "vesicle",
            4 => "cards",
            _ => "grains",
        };
        if state.dive < 0.5 {
            return word("overview").to_owned();
        }
        const NAMES: [&str; 4] = ["name.hand", "name.nerve", "name.cell", "name.vesicle"];
        let name = |i: usize| word(NAMES.get(i).copied().unwrap_or("name.vesicle"));
        if state.way > 0.15 && state.way < 0.85 && state.leg < 3 {
            let names = [("from", name(state.leg)), ("to", name(state.leg + 1))];
            return fill(word("way"), &names);
        }
        let at = if state.way > 0.5 {
            state.leg + 1
        } else {
            state.leg
        };
        word(level(at)).to_owned()
    }
}

/// Where each actor can be reached.
fn spots(frame: &mut Frame, state: &State, layout: &Layout, camera: &Camera, view: &Viewport) {
    const NAMES: [(Level, &str); 4] = [
        (Level::Hand, "hand"),
        (Level::Nerve, "trunk"),
        (Level::Cell, "cell"),
        (Level::Vesicle, "exosome"),
    ];
    if state.dive < 0.05 {
        for (i, (_, actor)) in NAMES.into_iter().enumerate() {
            frame.spot(actor, layout.medallion(i).0, view);
        }
        return;
    }
    for (level, actor) in NAMES {
        let across = level.size() * camera.k;
        let seen = smooth(0.2, 0.4, across / layout.span) * smooth(4.0, 2.5, across / layout.span);
        if seen > 0.5 && (level != Level::Vesicle || state.cards + state.grains < 0.5) {
            frame.spot(actor, camera.at(level), view);
        }
    }
    if state.opened > 0.9 && state.leg == 2 {
        for (actor, id) in [("micro-rna", 0), ("messenger-rna", 1), ("cargo", 2)] {
            frame.spot(actor, labels::cargo(id, state, camera), view);
        }
    }
    if state.cards > 0.5 {
        frame.spot("cytokine", layout.slips, view);
        frame.spot("exosome", camera.at(Level::Vesicle), view);
    }
    if state.grains > 0.5 {
        frame.spot("exosome", camera.at(Level::Vesicle), view);
        if state.holder > 0.5 {
            frame.spot("micro-rna", layout.grain_at(HOLDER), view);
        }
    }
}
