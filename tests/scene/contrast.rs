//! Lines that carry meaning stand out from what is behind them (WCAG 1.4.11): contours of things, curves, axes.

use exosome_explainer::model::trig::pow;
use exosome_explainer::theme::tokens::{Ramp, Rgb, Shade, Tone};
use exosome_explainer::units::Theme;

const CONTOURS: [Ramp; 18] = [
    Ramp::Pro,
    Ramp::Anti,
    Ramp::Exosome,
    Ramp::Nerve,
    Ramp::Patrol,
    Ramp::Between,
    Ramp::Alert,
    Ramp::Nucleus,
    Ramp::Lysosome,
    Ramp::Membrane,
    Ramp::Waste,
    Ramp::Trophic,
    Ramp::Myelin,
    Ramp::Schwann,
    Ramp::Macrophage,
    Ramp::Vessel,
    Ramp::Blood,
    Ramp::Skin,
];

/// Bars of the balance, curves of dish, tipping line and time plate, axes, ticks, the mark of the unknown.
const CURVES: [(Ramp, Shade); 9] = [
    (Ramp::Pro, Shade::Mid),
    (Ramp::Pro, Shade::Edge),
    (Ramp::Anti, Shade::Edge),
    (Ramp::Exosome, Shade::Edge),
    (Ramp::Trophic, Shade::Edge),
    (Ramp::Membrane, Shade::Edge),
    (Ramp::Ink, Shade::Lo),
    (Ramp::Ink, Shade::Mid),
    (Ramp::Ink, Shade::Edge),
];

fn luminance(Rgb(r, g, b): Rgb) -> f64 {
    let linear = |value: u8| match f64::from(value) / 255.0 {
        v if v <= 0.04045 => v / 12.92,
        v => pow((v + 0.055) / 1.055, 2.4),
    };
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

fn ratio(one: Tone, other: Tone, theme: Theme) -> f64 {
    let (a, b) = (luminance(one.rgb(theme)), luminance(other.rgb(theme)));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn contours_and_curves_stand_out() {
    for theme in [Theme::Light, Theme::Dark] {
        for ground in [Shade::Lo, Shade::Mid, Shade::Edge] {
            let behind = Tone::of(Ramp::Ground, ground);
            for ramp in CONTOURS {
                let seen = ratio(Tone::of(ramp, Shade::Line), behind, theme);
                assert!(seen >= 3.0, "{ramp:?} on {ground:?}, {theme:?}: {seen:.2}");
            }
        }
        // Curves stand on paper and cards.
        for ground in [Shade::Lo, Shade::Mid] {
            let behind = Tone::of(Ramp::Ground, ground);
            for (ramp, shade) in CURVES {
                let seen = ratio(Tone::of(ramp, shade), behind, theme);
                assert!(seen >= 3.0, "{ramp:?} {shade:?}, {theme:?}: {seen:.2}");
            }
        }
    }
}
