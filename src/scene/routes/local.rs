//! The side of the injection on the body: where the pools are, and what one injection does not reach. Body coordinates.
//!
//! Must not be here: which regions are chosen, the window.

use kurbo::{BezPath, Point};

use super::body;
use super::drip::speck;
use super::lens::glow;
use crate::model::curve::{lerp, smooth, window};
use crate::model::noise::hash;
use crate::model::routes::State;
use crate::model::routes::diffusion::start_cm;
use crate::model::routes::regions::{Chosen, REGIONS, VOLUMES_ML, WHOLE_BODY};
use crate::scene::geometry::toward;
use crate::scene::ir::{Paint, Pen, Picture, Shape, Tag};
use crate::scene::symbols::Symbol;
use crate::theme::tokens::{Ramp, Shade, Tone};

/// Where the regions are, in the order of [`REGIONS`]; the last one stands for pain in many places or deep down.
const PLACES: [(i16, i16); REGIONS.len()] = [
    (0, 84),
    (50, 112),
    (0, 236),
    (32, 276),
    (28, 384),
    (36, 482),
    (-98, 296),
    (0, 130),
];
/// Body units per centimetre: the figure is 500 high and stands for about 170 cm (ours).
const UNITS_PER_CM: f64 = 500.0 / 170.0;

/// The middle of a region.
pub fn place(region: usize) -> Point {
    let (x, y) = PLACES.get(region).copied().unwrap_or_default();
    Point::new(f64::from(x), f64::from(y))
}

/// Radius of the ring around a pool.
pub const RING: f64 = 25.0;

/// Pools, and dashed rings at what is not reached.
pub fn picture(state: &State, chosen: &Chosen) -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Exosome);
    let full = start_cm(VOLUMES_ML.0, 0.2);
    // The pool as large as its volume, with a soft rim that lets it be seen at all.
    let reach = state.pool_cm.min(full) * UNITS_PER_CM;
    let ink = |alpha: f64| Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), alpha as f32);
    let mut specks = BezPath::new();
    for region in (0..WHOLE_BODY).filter(|&region| chosen.pool(region)) {
        let at = place(region);
        let shown = smooth(0.0, 0.25, state.injected);
        if reach > 0.2 {
            let r = reach * 2.6 * shown;
            glow(&mut brush, at, r, Shape::Disc(at, r));
        }
        for i in 0..40_u32 {
            let age = state.injected * 40.0 - f64::from(i);
            if age > 0.0 {
                let way =
                    toward(f64::from(i) * 2.399_963) * (reach * 1.5 * hash(i, 81).max(0.02).sqrt());
                speck(&mut specks, at + way * (age / 3.0).min(1.0));
            }
        }
        brush.ring(at.x, at.y, RING, ink(0.95), Pen::dashed(1.7, 5.0, 4.0));
    }
    let specks = Shape::from(specks);
    let rim = Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), 0.8);
    brush.stroke(specks.clone(), rim, Pen::solid(4.0));
    brush.stroke(
        specks,
        Tone::of(Ramp::Exosome, Shade::Line),
        Pen::solid(2.8),
    );
    if chosen.wide() {
        unreached(&mut picture, chosen);
    }
    picture
}

/// Dashes around the whole body, to be drawn behind it: pain in many places or deep down.
pub fn around(time_secs: f64) -> Picture {
    let mut picture = Picture::default();
    let ink = Tone::of(Ramp::Ink, Shade::Mid);
    let stress = window(34.0, 48.0, 1.5, time_secs);
    let pen = Pen::dashed(lerp(1.6, 2.4, stress), 5.0, 4.5);
    let around = Shape::from(body::silhouette(-8.0));
    picture
        .brush(Tag::Gauge)
        .stroke(around, Paint::Flat(ink, 0.8), pen);
    picture
}

/// A "?" at what hurts, on the body of the drip: how much gets there is not known.
pub fn asked(chosen: &Chosen, shown: f64) -> Picture {
    let mut picture = Picture::default();
    for region in (0..WHOLE_BODY).filter(|&region| chosen.pool(region)) {
        question(&mut picture, place(region), shown);
    }
    picture
}

fn question(picture: &mut Picture, at: Point, shown: f64) {
    let mut brush = picture.brush(Tag::Gauge);
    let paper = Paint::Flat(Tone::of(Ramp::Ground, Shade::Mid), (0.85 * shown) as f32);
    brush.disc(at.x, at.y, 10.5, paper);
    let ink = Paint::Flat(Tone::of(Ramp::Ink, Shade::Mid), shown as f32);
    brush.ring(at.x, at.y, 10.5, ink, Pen::dashed(1.6, 4.0, 3.2));
    brush.place(Symbol::Question, at.x, at.y, 6.0, 0.0, shown);
}

/// A "?" wherever no pool is.
fn unreached(picture: &mut Picture, chosen: &Chosen) {
    for region in (0..REGIONS.len()).filter(|&region| !chosen.pool(region)) {
        let at = place(region);
        question(picture, at, 1.0);
        if at.x.abs() > 1.0 {
            question(picture, Point::new(-at.x, at.y), 1.0);
        }
    }
}
