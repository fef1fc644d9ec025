//! What lies under both bodies: paper with pools of light and a few fibres. Stage coordinates (1200 × 750), and beyond,
//! because boxes of other shapes look past its edges. Must not be here: anything of the body.

use kurbo::BezPath;

use crate::model::noise::Draws;
use crate::scene::geometry::smooth_open;
use crate::scene::ir::{Paint, Pen, Picture, Stop, Tag};
use crate::scene::parts::{Strands, fading, pool, sheet};
use crate::theme::tokens::{Ramp, Shade, Tone};
use crate::units::Theme;

/// Left, top, right and bottom.
pub const BOUNDS: (f64, f64, f64, f64) = (0.0, 0.0, 1200.0, 750.0);

const COOL: [Stop; 3] = fading(0.7);
const WARM: [Stop; 3] = fading(0.35);
const LIT: [Stop; 3] = fading(1.0);

/// The ground.
pub fn paper() -> Picture {
    let mut picture = Picture::default();
    let mut brush = picture.brush(Tag::Ground);
    brush.fill(sheet(BOUNDS), Tone::of(Ramp::Ground, Shade::Lo));
    let mut light = brush.only(Theme::Light);
    pool(
        &mut light,
        (240.0, 340.0, 330.0),
        Ramp::Membrane,
        0.5,
        &COOL,
    );
    pool(
        &mut light,
        (930.0, 340.0, 350.0),
        Ramp::Trophic,
        0.42,
        &WARM,
    );
    pool(&mut light, (600.0, 330.0, 210.0), Ramp::Ground, 0.8, &LIT);
    let mut dark = brush.only(Theme::Dark);
    pool(
        &mut dark,
        (240.0, 340.0, 340.0),
        Ramp::Membrane,
        0.62,
        &COOL,
    );
    pool(&mut dark, (930.0, 340.0, 340.0), Ramp::Trophic, 0.4, &WARM);
    let mut draws = Draws::new(31);
    let (mut pale, mut deep) = (BezPath::new(), BezPath::new());
    let strands = Strands {
        within: (0.0, 0.0, 1200.0, 750.0),
        heading: (0.0, 6.3),
        length: (24.0, 84.0),
        bend: 1.6,
        wiggle: 0.3,
        steps: 4,
    };
    for i in 0..64_u32 {
        let path = if i.is_multiple_of(2) {
            &mut pale
        } else {
            &mut deep
        };
        smooth_open(path, &strands.one(&mut draws, i + 400).points);
    }
    let light = Tone::of(Ramp::Light, Shade::Mid);
    let deep = crate::scene::ir::Shape::from(deep);
    let mut light_only = brush.only(Theme::Light);
    light_only.stroke(pale, Paint::Flat(light, 0.3), Pen::solid(1.1));
    let thread = Tone::of(Ramp::Ground, Shade::Line);
    light_only.stroke(deep.clone(), Paint::Flat(thread, 0.3), Pen::solid(0.9));
    brush
        .only(Theme::Dark)
        .stroke(deep, Paint::Flat(thread, 0.22), Pen::solid(0.9));
    picture
}
