//! Puts the scene together: paper, bodies, window, clock, plate, words, things to touch.
//!
//! Must not be here: how any of them is drawn.

use kurbo::{Affine, Point, Vec2};

use super::plan::{Plan, arrange};
use super::ways::Ways;
use super::{body, clock, describe, drip, hit, labels, lens, local, paper, plate};
use crate::content::Content;
use crate::model::curve::smooth;
use crate::model::params::Params;
use crate::model::routes::{END_MINUTES, State, Story, minutes_at, secs_at};
use crate::scene::frame::{Frame, Ground, Scene};
use crate::scene::geometry::curve;
use crate::scene::ir::{Paint, Pen, Picture, Tag};
use crate::scene::view::Viewport;
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Secs;

/// Moments at which the steps are best seen, one per step; the content repeats them.
pub const STILLS: &[Secs] = &[5.0, 17.0, 33.0, 44.0, 58.0, 68.0, 78.0];

static PAPER: Ground = Ground {
    id: "routes-paper",
    bounds: paper::BOUNDS,
    detail: 0.5,
    draw: paper::paper,
};
static STAND: Ground = Ground {
    id: "routes-stand",
    bounds: drip::STAND,
    detail: 1.0,
    draw: drip::stand,
};
static FULL: Ground = Ground {
    id: "routes-full",
    bounds: body::BOUNDS,
    detail: 1.0,
    draw: body::full,
};
static FAINT: Ground = Ground {
    id: "routes-faint",
    bounds: body::BOUNDS,
    detail: 1.0,
    draw: body::faint,
};
static JOINT: Ground = Ground {
    id: "routes-joint",
    bounds: lens::BOUNDS,
    detail: 1.0,
    draw: lens::joint,
};
static BACK: Ground = Ground {
    id: "routes-back",
    bounds: lens::BOUNDS,
    detail: 1.0,
    draw: lens::back,
};

/// The scene with its parameters settled.
#[derive(Debug)]
pub struct Routes {
    story: Story,
    ways: Ways,
    courses: Vec<(f64, (f64, f64))>,
}

impl Routes {
    /// Settles the parameters.
    pub fn new(params: &Params) -> Self {
        let story = Story::new(params);
        Self {
            ways: Ways::measured(&story.courses),
            story,
            courses: plate::courses(),
        }
    }

    fn sides(&self, frame: &mut Frame, state: &State, plan: &Plan) {
        let side = plan.drip;
        if side.clip.width() >= 0.5 {
            let clip = Some(side.clip);
            frame.ground(clip, side.px_from_body, &STAND);
            frame.ground(clip, side.px_from_body, &FULL);
            frame.draw(clip, side.px_from_body, drip::fluid(state));
            frame.draw(clip, side.px_from_body, drip::vesicles(state, &self.ways));
            let told = labels::arrival(state.time_secs);
            if told > 0.0 {
                let asked = local::asked(&self.story.chosen, told);
                frame.draw(clip, side.px_from_body, asked);
            }
        }
        let side = plan.local;
        if side.clip.width() >= 0.5 {
            let clip = Some(side.clip);
            let chosen = &self.story.chosen;
            if chosen.wide() {
                let around = local::around(state.time_secs);
                frame.draw(clip, side.px_from_body, around);
            }
            frame.ground(clip, side.px_from_body, &FAINT);
            frame.draw(clip, side.px_from_body, local::picture(state, chosen));
            frame.draw(
                clip,
                Affine::IDENTITY,
                sights(plan, local::place(chosen.enlarged())),
            );
            frame.ground(
                clip,
                plan.px_from_lens,
                if chosen.joint() { &JOINT } else { &BACK },
            );
            frame.draw(clip, plan.px_from_lens, lens::window(state));
        }
    }
}

impl Scene for Routes {
    fn frame(&self, time_secs: Secs, view: &Viewport) -> Frame {
        let state = self.story.at(time_secs);
        let plan = arrange(view);
        let mut frame = Frame {
            labels: labels::place(&state, &plan, &self.story.chosen),
            count: (state.minutes + 0.5) as u32,
            ..Frame::default()
        };
        let (_, _, wide, high) = paper::BOUNDS;
        let cover =
            Affine::scale_non_uniform(plan.bounds.width() / wide, plan.bounds.height() / high);
        frame.ground(None, cover, &PAPER);
        self.sides(&mut frame, &state, &plan);
        frame.draw(
            None,
            Affine::IDENTITY,
            plate::picture(&state, &self.courses, &plan),
        );
        let (at, r) = plan.clock;
        let map = Affine::translate(at.to_vec2()) * Affine::scale(r / clock::RADIUS);
        frame.draw(None, map, clock::picture(&state));
        let (at, r) = plan.unknown();
        let map = Affine::translate(at.to_vec2()) * Affine::scale(r);
        // Never without its words.
        let told = labels::compared(state.time_secs) * smooth(0.4, 1.0, plan.both);
        if told > 0.0 {
            frame.draw(None, map, clock::unknown(told));
        }
        if let Some(minutes) = view.value {
            let minutes = minutes.clamp(0.0, END_MINUTES);
            let hair = plate::hair(minutes, self.story.in_blood(minutes), &plan);
            frame.draw(None, Affine::IDENTITY, hair);
            frame.reading = Some(Point::new(plan.minute(minutes), plan.plate.y0 - 3.0));
        }
        for (actor, at) in hit::places(&state, &plan, &self.story.chosen) {
            frame.spot(actor, at, view);
        }
        frame
    }

    fn actor_at(&self, time_secs: Secs, view: &Viewport, at: Point) -> Option<&'static str> {
        let plan = arrange(view);
        hit::actor_at(&self.story.at(time_secs), &plan, &self.story.chosen, at)
    }

    fn seek_at(&self, time_secs: Secs, view: &Viewport, at: Point) -> Option<Secs> {
        let now = minutes_at(time_secs);
        arrange(view).minute_at(at, now).map(secs_at)
    }

    fn value_at(&self, view: &Viewport, at: Point, by: f64) -> Option<f64> {
        let plan = arrange(view);
        // The reading stands a little above the plate.
        let on_plate = plan.plate.inflate(0.0, 6.0).contains(at);
        let minutes = plan.minute_at(at, 0.0).filter(|_| on_plate)?;
        Some((minutes + by).round().clamp(0.0, END_MINUTES))
    }

    fn read_out(&self, value: f64, content: &Content) -> String {
        describe::reading(value, &self.story, content)
    }

    fn describe(&self, time_secs: Secs, content: &Content) -> String {
        describe::describe(&self.story.at(time_secs), &self.story.chosen, content)
    }
}

/// Dotted lines from the ring on the body to the window.
fn sights(plan: &Plan, place: Point) -> Picture {
    let mut picture = Picture::default();
    let ring = plan.local.px_from_body * place;
    let middle = plan.px_from_lens * Point::ORIGIN;
    let way = middle - ring;
    let far = way.hypot().max(1.0);
    let inner = local::RING * plan.scale;
    let outer = (plan.px_from_lens * Point::new(lens::RADIUS, 0.0) - middle).hypot();
    // Where they touch both circles and cross neither.
    let lean = ((outer - inner) / far).min(1.0);
    let back = way * (-lean / far);
    let across = Vec2::new(-way.y, way.x) * ((1.0 - lean * lean).sqrt() / far);
    let ink = Tone::of(Ramp::Ink, Shade::Mid);
    let mut brush = picture.brush(Tag::Lens);
    for side in [-1.0, 1.0] {
        let line = curve(&[
            ring + (across * side + back) * inner,
            middle + (across * side + back) * (outer + 2.0),
        ]);
        brush.stroke(line, Paint::Flat(ink, 0.9), Pen::dashed(1.5, 0.6, 5.6));
    }
    picture
}
