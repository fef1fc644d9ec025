//! Where the neuron hears signals: receptors along its dendrites, in lane coordinates.
//!
//! Must not be here: the dendrites themselves, time.

use std::f64::consts::TAU;

use kurbo::Point;

use super::tissue::dendrites;
use crate::scene::geometry::toward;

/// A receptor: the dendrite it stands on, its share of the way along it, and on which side.
const RECEPTOR_SITES: [(usize, f64, f64); 6] = [
    (0, 0.55, 1.0),
    (0, 0.92, 1.0),
    (0, 0.76, -1.0),
    (1, 0.5, -1.0),
    (1, 0.85, -1.0),
    (1, 0.98, 1.0),
];

/// Where signals are heard: the mouths of the receptors and the way they face (radians, 0 is up).
pub fn receptors() -> Vec<(Point, f64)> {
    // Grown once for all sites: this is asked for with every frame.
    let dendrites = dendrites();
    RECEPTOR_SITES
        .into_iter()
        .filter_map(|(dendrite, share, side)| {
            let (line, half) = dendrites.get(dendrite)?;
            let (root, along) = line.at(share);
            let out = along + side * TAU / 4.0;
            let at = root + toward(out) * (half.at(share) + 7.0);
            Some((at, out + TAU / 4.0))
        })
        .collect()
}
