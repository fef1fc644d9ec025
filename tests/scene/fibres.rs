//! The panel of fibres: true ratios on screen, golden pictures, words.

use exosome_explainer::model::fibres::{DURATION_SECS, START_SECS};
use exosome_explainer::model::params::Params;
use exosome_explainer::scene::fibres::pulse_at;
use exosome_explainer::scene::open;
use exosome_explainer::scene::still::picture;
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::units::Theme;

use crate::golden::{check_golden, content, languages};

#[test]
fn golden_pictures() {
    for (theme, name, (w, h)) in [
        (Theme::Light, "light", (560.0, 300.0)),
        (Theme::Dark, "dark", (330.0, 260.0)),
    ] {
        let scene = open("fibres", &Params::default()).expect("the panel is drawn");
        let frame = scene.frame(5.0, &Viewport::both(w, h));
        check_golden(
            &format!("fibres-{name}"),
            &picture(&frame, theme, (w, h)),
            0.5,
        );
    }
}

#[test]
fn pixels_run_at_the_true_ratio() {
    for (w, h) in [(560.0, 300.0), (330.0, 260.0)] {
        let view = Viewport::both(w, h);
        let run =
            |which: usize, t: f64| pulse_at(which, t, &view).x - pulse_at(which, 0.0, &view).x;
        let t = START_SECS + 0.2;
        assert!((run(0, t) / run(2, t) - 60.0).abs() < 1e-6);
        assert!((run(1, t) / run(2, t) - 15.0).abs() < 1e-6);
    }
}

#[test]
fn labels_keep_apart_and_inside() {
    for lang in &languages() {
        let words = content(lang);
        for (w, h) in [(560.0, 300.0), (330.0, 260.0)] {
            let frame = open("fibres", &Params::default())
                .expect("the panel is drawn")
                .frame(3.0, &Viewport::both(w, h));
            let boxes: Vec<_> = frame
                .labels
                .iter()
                .map(|label| {
                    let text = words.texts.label("fibres", label.text);
                    let ems: f64 = text
                        .chars()
                        .map(|c| if c.is_ascii() { 0.55 } else { 1.0 })
                        .sum();
                    label.bounds((ems * 16.0, 22.0))
                })
                .collect();
            for (i, one) in boxes.iter().enumerate() {
                assert!(
                    one.x0 >= 4.0 && one.x1 <= w - 4.0 && one.y0 >= 0.0,
                    "{lang}: {one:?}"
                );
                for other in boxes.iter().skip(i + 1) {
                    assert!(
                        one.intersect(*other).area() <= 0.0,
                        "{lang} {w}: {one:?} lies on {other:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_moment_is_described() {
    for lang in &languages() {
        let words = content(lang);
        let scene = open("fibres", &Params::default()).expect("the panel is drawn");
        let mut seen: Vec<String> = Vec::new();
        for i in 0..=(DURATION_SECS as u32 * 20) {
            let sentence = scene.describe(f64::from(i) / 20.0, &words);
            assert!(sentence.len() > 20 && !sentence.contains('{'), "{sentence}");
            if !seen.contains(&sentence) {
                seen.push(sentence);
            }
        }
        assert_eq!(
            seen.len(),
            5,
            "waiting, all running, two arrivals, all there"
        );
    }
}
