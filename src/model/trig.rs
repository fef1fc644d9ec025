//! Sine, exponential and their kin, exact enough for pictures and courses (1e-9 and better, `atan2`
//! 1e-4 rad), because the standard library's would weigh 5 KB in the download.
//!
//! Being plain arithmetic, they give the same bits on every machine, which golden pictures rely on.
//! Must not be here: anything that knows a scene.

use std::f64::consts::{FRAC_PI_2, LN_2, PI, TAU};

/// Sine of an angle in radians; meant for angles up to a few thousand.
pub fn sin(angle: f64) -> f64 {
    // To −π..=π, then to −π/2..=π/2, where the series converges fast.
    let x = angle - (angle / TAU).round() * TAU;
    let x = if x > FRAC_PI_2 {
        PI - x
    } else if x < -FRAC_PI_2 {
        -PI - x
    } else {
        x
    };
    let s = x * x;
    let series = [
        -1.0 / 39_916_800.0,
        1.0 / 362_880.0,
        -1.0 / 5040.0,
        1.0 / 120.0,
        -1.0 / 6.0,
    ];
    let tail = series
        .into_iter()
        .fold(1.0 / 6_227_020_800.0, |sum, term| sum * s + term);
    x * (1.0 + s * tail)
}

/// Cosine of an angle in radians.
pub fn cos(angle: f64) -> f64 {
    sin(angle + FRAC_PI_2)
}

/// e to the power of `x`; below −700 it is 0.
pub fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let k = (x.min(700.0) / LN_2).round();
    let r = x.min(700.0) - k * LN_2;
    let sum = (1..=13)
        .rev()
        .fold(1.0, |sum, n| 1.0 + sum * r / f64::from(n));
    // 2^k by its exponent bits.
    sum * f64::from_bits(((1023 + k as i64) as u64) << 52)
}

/// Natural logarithm of a positive number; of anything else, a very negative one.
pub fn ln(x: f64) -> f64 {
    if x < f64::MIN_POSITIVE {
        return -745.0;
    }
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7FF) as i64 - 1023;
    let m = f64::from_bits((bits & 0x000F_FFFF_FFFF_FFFF) | (1023 << 52));
    // ln m = 2·artanh((m − 1)/(m + 1)), m in 1..2.
    let u = (m - 1.0) / (m + 1.0);
    let s = u * u;
    let sum = (0..12)
        .rev()
        .fold(0.0, |sum, n| sum * s + 1.0 / f64::from(2 * n + 1));
    exponent as f64 * LN_2 + 2.0 * u * sum
}

/// `base` to the power of `exponent`, for bases of 0 and more.
pub fn pow(base: f64, exponent: f64) -> f64 {
    if base <= 0.0 {
        0.0
    } else {
        exp(exponent * ln(base))
    }
}

/// The angle of a vector, −π..=π, to 1e-4 rad.
pub fn atan2(y: f64, x: f64) -> f64 {
    let (ax, ay) = (x.abs(), y.abs());
    let (low, high) = (ax.min(ay), ax.max(ay));
    if high <= 0.0 {
        return 0.0;
    }
    let q = low / high;
    let s = q * q;
    let a = (((-0.046_496_5 * s + 0.159_314_2) * s - 0.327_622_8) * s + 1.0) * q;
    let a = if ay > ax { FRAC_PI_2 - a } else { a };
    let a = if x < 0.0 { PI - a } else { a };
    if y < 0.0 { -a } else { a }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "compared with the library's")]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        for i in -4000..4000 {
            let x = f64::from(i) * 0.0173;
            assert!((sin(x) - x.sin()).abs() < 1e-9, "sin {x}");
            assert!((cos(x) - x.cos()).abs() < 1e-9, "cos {x}");
            assert!(
                (exp(x / 4.0) / (x / 4.0).exp() - 1.0).abs() < 1e-12,
                "exp {x}"
            );
            assert!(
                (atan2(x.sin(), x.cos()) - x.sin().atan2(x.cos())).abs() < 3e-4,
                "atan2 {x}"
            );
            let p = x.abs() + 1e-3;
            assert!((ln(p) - p.ln()).abs() < 1e-9, "ln {p}");
            assert!((pow(p, 0.55) - p.powf(0.55)).abs() < 1e-8, "pow {p}");
        }
    }
}
