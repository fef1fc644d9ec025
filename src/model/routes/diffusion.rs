//! How far an injected pool reaches: its volume first, then diffusion, which is slow (`evidence.md` §3.7, §3.8).
//!
//! ```text
//! Stokes–Einstein:  D = kB·T / (6π·η·r)          way in three dimensions: t = L² / (6·D)
//! start:            R = (3·V / (4π·φ))^(1/3)     φ: share of the tissue that the fluid fills
//! ```
//!
//! φ = 20 % and tissue that slows diffusion 4 to 10 times are assumptions of §3.7 and §3.8. Lymph and flow within a
//! joint carry vesicles away at rates nobody has measured: they are not here, and the picture shows them dashed.
//! Must not be here: coordinates.

use std::f64::consts::PI;

use crate::model::trig::pow;

/// Boltzmann's constant, J/K (exact by definition of the kelvin).
const BOLTZMANN: f64 = 1.380_649e-23;
/// Body temperature, K.
pub const BODY_K: f64 = 310.15;
/// Viscosity of water at 37 °C, mPa·s (§3.8).
pub const WATER_37: f64 = 0.692;
/// The vesicle that is drawn, nm.
pub const VESICLE_NM: f64 = 100.0;
/// Share of the tissue that injected fluid fills (assumed, §3.7).
pub const TISSUE_SPACE: f64 = 0.2;
/// How much tissue slows diffusion (assumed, §3.8: 4 to 10 times).
pub const HINDRANCE: f64 = 4.0;

/// Diffusion coefficient in µm²/s of a ball of some diameter (nm) in a fluid of some temperature (K) and viscosity (mPa·s).
pub fn diffusivity(diameter_nm: f64, kelvin: f64, viscosity: f64) -> f64 {
    // Joule over mPa·s·nm is 1e12 m²/s, and a square metre has 1e12 square micrometres.
    BOLTZMANN * kelvin / (3.0 * PI * viscosity * diameter_nm) * 1e24
}

/// Seconds to wander a distance (µm) at a diffusivity (µm²/s).
pub fn wander_secs(distance_um: f64, diffusivity: f64) -> f64 {
    distance_um * distance_um / (6.0 * diffusivity)
}

/// Radius in centimetres of a ball that a volume (mL) makes where it fills a share of the space.
pub fn start_cm(volume_ml: f64, space: f64) -> f64 {
    let x = 3.0 * volume_ml.max(0.0) / (4.0 * PI * space);
    let root = pow(x, 1.0 / 3.0);
    if root > 0.0 {
        // One Newton step: exact to the last bits.
        root - (root * root * root - x) / (3.0 * root * root)
    } else {
        0.0
    }
}

/// Radius of an injected pool, centimetres, at a minute of the clock: what the volume takes, and what diffusion in
/// tissue adds, which is less than a millimetre in the whole scene.
pub fn pool_cm(volume_ml: f64, minutes: f64) -> f64 {
    let radius = start_cm(volume_ml, TISSUE_SPACE);
    let d = diffusivity(VESICLE_NM, BODY_K, WATER_37) / HINDRANCE;
    let spread_um2 = 6.0 * d * 60.0 * minutes.clamp(0.0, 1e6);
    // Variances add up; 1e8 µm² are a square centimetre. A pool that is not there yet does not spread.
    let squared = radius * radius;
    let grown = squared + spread_um2 / 1e8 * (squared / (squared + 0.01));
    if grown > 0.0 { grown.sqrt() } else { 0.0 }
}
