//! Easing curves and mixing. Must not be here: anything that knows a scene.

/// Straight line from `a` (t = 0) to `b` (t = 1); `t` is not clamped.
pub fn lerp(a: f64, b: f64, t: f64) -> f64 {
    a + (b - a) * t
}

/// Smoothstep: 0 up to `from`, 1 from `to` on, and flat at both ends between.
pub fn smooth(from: f64, to: f64, x: f64) -> f64 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// Smootherstep: as [`smooth`], with an acceleration that starts and ends at rest too.
pub fn smoother(from: f64, to: f64, x: f64) -> f64 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * t * (t * (t * 6.0 - 15.0) + 10.0)
}

/// 0 before `from`, up to 1 over `ease`, and down to 0 over `ease` before `to`.
pub fn window(from: f64, to: f64, ease: f64, x: f64) -> f64 {
    smooth(from, from + ease, x) * (1.0 - smooth(to - ease, to, x))
}
