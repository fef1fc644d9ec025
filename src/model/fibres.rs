//! Three kinds of nerve fibre and how fast an impulse runs along each.
//!
//! Speeds are those of `evidence.md` §3.6 (X5): touch 30–80 m/s, sharp pain 10–30 m/s, burning pain 0.5–2.5 m/s; one
//! round value within each range is drawn. Their **ratio** is true; the time is stretched, the same for all three.
//! Must not be here: coordinates, colours, words.

use crate::units::Secs;

/// Length of the panel's timeline at speed 1.
pub const DURATION_SECS: Secs = 20.0;
/// The pulses set out.
pub const START_SECS: Secs = 2.0;
/// Speed in m/s: Aβ (touch), Aδ (sharp pain), C (burning pain).
pub const SPEEDS_M_PER_SEC: [f64; 3] = [60.0, 15.0, 1.0];
/// Diameter in µm, of which the drawing keeps the order: middles of §3.6.
pub const DIAMETERS_UM: [f64; 3] = [10.0, 4.0, 1.0];
/// The fibre drawn is this long, in metres …
pub const LENGTH_M: f64 = 1.0;
/// … and a second of the body lasts this long here.
pub const STRETCH: f64 = 16.0;

/// Share of the fibre that each pulse has run at a time, 0..=1; times outside are clamped, NaN is the start.
pub fn progress(time_secs: Secs) -> [f64; 3] {
    let since = if time_secs > START_SECS {
        time_secs.min(DURATION_SECS) - START_SECS
    } else {
        0.0
    };
    SPEEDS_M_PER_SEC.map(|speed| (since / STRETCH * speed / LENGTH_M).min(1.0))
}
