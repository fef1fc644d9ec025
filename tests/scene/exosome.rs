//! The scene of the sizes: a true ruler, steady frames, readable labels, golden pictures.

use exosome_explainer::model::exosome::{DURATION_SECS, state_at};
use exosome_explainer::model::params::Params;
use exosome_explainer::scene::exosome::layout::Layout;
use exosome_explainer::scene::exosome::world::Level;
use exosome_explainer::scene::exosome::{STILLS, camera, power_of_ten, ruler};
use exosome_explainer::scene::frame::{Art, Frame};
use exosome_explainer::scene::ir::{Item, Node, Shape};
use exosome_explainer::scene::label::{Label, Look};
use exosome_explainer::scene::open;
use exosome_explainer::scene::still::{self, STAGE, picture};
use exosome_explainer::scene::symbols::Symbol;
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::units::Theme;
use kurbo::{Point, Shape as _};

use crate::golden::{check_golden, content, difference, languages, pixels};
use exosome_explainer::content;

const SIZES: [(f64, f64); 6] = [
    (948.0, 592.0),
    (736.0, 460.0),
    (1200.0, 750.0),
    (536.0, 380.0),
    (366.0, 380.0),
    (336.0, 380.0),
];

fn frame(time: f64, (w, h): (f64, f64)) -> Frame {
    open("exosome", &Params::default())
        .expect("the scene is drawn")
        .frame(time, &Viewport::both(w, h))
}

#[test]
fn golden_pictures() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for step in 1..=STILLS.len() {
            let svg = still::still("exosome", step, theme).expect("every step has a still");
            check_golden(&format!("exosome-{step}-{name}"), &svg, 0.38);
        }
    }
    let svg = still::still_whole("exosome", 1, Theme::Light).expect("a still for phones");
    check_golden("exosome-1-light-narrow", &svg, 0.6);
}

/// How large a symbol was drawn in the last picture of a frame, or none where it is not drawn.
fn drawn(frame: &Frame, wanted: Symbol) -> Option<f64> {
    let layer = frame.layers.last()?;
    let Art::Moving(picture) = &layer.art else {
        return None;
    };
    picture.items.iter().find_map(|item| match &item.node {
        Node::Use(symbol, map, alpha) if *symbol == wanted && *alpha > 0.5 => {
            let [a, b, ..] = map.as_coeffs();
            Some(a.hypot(b))
        }
        _ => None,
    })
}

#[test]
fn what_is_drawn_has_the_size_that_the_ruler_says() {
    // Height of the hand and thickness of the nerve as drawn, in the symbols' own units.
    let tall = |symbol: Symbol, nth: usize| {
        let picture = symbol.picture();
        let outlines: Vec<_> = picture
            .items
            .iter()
            .filter_map(|item| match &item.node {
                Node::Fill(Shape::Path(path), _) => Some(path.bounding_box()),
                _ => None,
            })
            .collect();
        outlines[nth]
    };
    let hand = tall(Symbol::Hand, 0);
    assert!(
        (hand.y0 / 10.0 + 0.94).abs() < 0.2,
        "the fingers end at {}",
        hand.y0
    );
    // The nerve's cut face, 9.2 by 4.4, leans by 24 degrees.
    let face = tall(Symbol::Trunk, 3);
    assert!((face.height() - 8.59).abs() < 0.05, "{}", face.height());
    let rim = |item: &Item| matches!(item.node, Node::Fill(Shape::Disc(_, r), _) if r == 10.0);
    assert!(Symbol::Cut.picture().items.iter().any(rim));
    for size in SIZES {
        let layout = Layout::of(&Viewport::both(size.0, size.1));
        let mut seen = [0; 4];
        for i in 0..(DURATION_SECS as u32 * 10) {
            let time = f64::from(i) / 10.0;
            let state = state_at(time);
            if state.dive < 1.0 {
                continue;
            }
            let camera = camera(&state, &layout);
            let metres = layout.span / camera.k;
            let by_model = power_of_ten(state.span_log);
            assert!((metres / by_model - 1.0).abs() < 1e-6, "{time} s: {metres}");
            // The bracket has the ends of what it measures, one thing at a time.
            let measured = ruler::measured(&state);
            assert!(measured.iter().filter(|(_, seen)| *seen > 0.0).count() <= 1);
            for (level, seen) in measured {
                let (middle, long) = ruler::bracket(level, &layout, &camera);
                assert!((long / camera.k / level.size() - 1.0).abs() < 1e-9);
                assert!((middle.y - camera.at(level).y).abs() < 1e-9);
                assert!(
                    seen == 0.0 || long < layout.span * 1.45,
                    "{time} s: {level:?}"
                );
            }
            let frame = frame(time, size);
            let px_per_metre = layout.span / metres;
            // Units of the symbol across the thing: 19.8 from wrist to finger tip, 9.2 across the
            // nerve, 20 across the vesicle.
            for (i, (symbol, units, level)) in [
                (Symbol::Hand, 19.8, Level::Hand),
                (Symbol::Trunk, 9.2, Level::Nerve),
                (Symbol::Cut, 20.0, Level::Vesicle),
                // The nucleus has 64 of the cell's 176 units.
                (Symbol::Nucleus, 176.0 / 32.0, Level::Cell),
            ]
            .into_iter()
            .enumerate()
            {
                if let Some(scale) = drawn(&frame, symbol) {
                    let drawn = scale * units / px_per_metre;
                    assert!(
                        (drawn / level.size() - 1.0).abs() < 1e-6,
                        "{time} s: {drawn}"
                    );
                    seen[i] += 1;
                }
            }
        }
        assert!(
            seen.iter().all(|count| *count > 20),
            "all are seen: {seen:?}"
        );
    }
}

#[test]
fn each_thing_stands_in_the_middle_when_the_zoom_rests() {
    for size in SIZES {
        let layout = Layout::of(&Viewport::both(size.0, size.1));
        for (time, level) in [
            (8.0, Level::Hand),
            (18.0, Level::Nerve),
            (30.0, Level::Cell),
            (40.0, Level::Vesicle),
        ] {
            let at = camera(&state_at(time), &layout).at(level);
            assert!((at - layout.focus).hypot() < 1e-3, "{level:?} at {at:?}");
        }
    }
}

#[test]
fn the_camera_never_jumps() {
    for size in SIZES {
        let layout = Layout::of(&Viewport::both(size.0, size.1));
        let look = |time: f64| {
            let state = state_at(time);
            let camera = camera(&state, &layout);
            let level = [
                Level::Hand,
                Level::Nerve,
                Level::Cell,
                Level::Vesicle,
                Level::Vesicle,
            ][if state.dive < 1.0 { 0 } else { state.leg }];
            (level, camera)
        };
        for i in 0..73_000 {
            let time = f64::from(i) / 1000.0;
            let ((level, before), (_, after)) = (look(time), look(time + 0.001));
            let moved = (before.at(level) - after.at(level)).hypot();
            let off = (before.at(level) - layout.focus).hypot();
            assert!(
                moved < 1.0 + 0.003 * off,
                "{time} s: {level:?} moves by {moved}"
            );
            assert!((before.k / after.k - 1.0).abs() < 0.003, "{time} s");
        }
    }
}

#[test]
fn a_millisecond_changes_less_than_the_eye_sees() {
    for time in [
        3.0, 4.7, 6.5, 11.0, 12.4, 14.0, 21.0, 22.6, 24.0, 31.0, 32.6, 34.0, 42.7, 52.3, 53.5,
        62.0, 63.5, 66.6,
    ] {
        let at = |t: f64| pixels(&picture(&frame(t, STAGE), Theme::Light, STAGE), 0.35);
        let (mean, outliers) = difference(&at(time), &at(time + 0.001));
        // While the camera flies, edges run: at most 700 px a second, which is under a pixel here.
        let flying = state_at(time + 0.1).span_log != state_at(time).span_log
            || state_at(time).dive > 0.01 && state_at(time).dive < 0.99;
        let most = if flying { 0.006 } else { 0.0006 };
        assert!(
            mean < 0.4,
            "at {time} s a millisecond changes {mean:.3} on average"
        );
        assert!(
            outliers < most,
            "at {time} s a millisecond changes {outliers:.5} of the pixels"
        );
    }
}

#[test]
fn frames_are_small() {
    for i in 0..146 {
        let frame = frame(f64::from(i) / 2.0, (948.0, 592.0));
        let mut shapes = 0;
        for layer in &frame.layers {
            if let Art::Moving(picture) = &layer.art {
                for item in &picture.items {
                    if item.theme == Some(Theme::Dark) {
                        continue;
                    }
                    shapes += match &item.node {
                        Node::Use(symbol, ..) => symbol
                            .picture()
                            .items
                            .iter()
                            .filter(|it| it.theme != Some(Theme::Dark))
                            .count(),
                        _ => 1,
                    };
                }
            }
        }
        assert!(shapes <= 400, "{shapes} shapes at {} s", f64::from(i) / 2.0);
    }
}

/// How large a label is on screen, roughly: 16 px, an em per Japanese character.
fn size(words: &content::Content, label: &Label) -> (f64, f64) {
    let text = words.texts.label("exosome", label.text);
    assert!(!text.is_empty(), "{} has no words", label.text);
    let ems: f64 = text
        .chars()
        .map(|c| if c.is_ascii() { 0.55 } else { 1.0 })
        .sum();
    let slots = exosome_explainer::scene::slots("exosome");
    let slot = slots
        .iter()
        .find(|slot| slot.id == label.id)
        .expect("a slot");
    match slot.look {
        Look::Hint => (ems * 13.5 + 22.0, 24.0),
        _ => (ems * 15.5, 21.0),
    }
}

fn crosses(a: (Point, Point), b: (Point, Point)) -> bool {
    let side = |p: Point, q: Point, r: Point| (q - p).cross(r - p);
    side(a.0, a.1, b.0) * side(a.0, a.1, b.1) < 0.0
        && side(b.0, b.1, a.0) * side(b.0, b.1, a.1) < 0.0
}

#[test]
fn labels_are_few_stay_on_the_stage_and_never_lie_on_each_other() {
    for lang in &languages() {
        let words = content(lang);
        for (w, h) in SIZES {
            for i in 0..(DURATION_SECS as u32 * 4) {
                let time = f64::from(i) / 4.0;
                let shown: Vec<_> = frame(time, (w, h))
                    .labels
                    .into_iter()
                    .filter(|label| label.alpha > 0.5)
                    .collect();
                // Numbers and names on the ruler are parts of it; the rest names things in the drawing.
                let ruler = Layout::of(&Viewport::both(w, h)).ruler;
                let naming = shown.iter().filter(|label| label.at.y < ruler.y0).count();
                assert!(naming <= 9, "{naming} labels at {time} s");
                for (i, one) in shown.iter().enumerate() {
                    let here = one.bounds(size(&words, one));
                    assert!(
                        here.x0 > 1.0 && here.x1 < w - 1.0 && here.y0 > 1.0 && here.y1 < h - 1.0,
                        "{lang} {w}×{h} at {time} s: {} leaves the stage: {here:?}",
                        one.id
                    );
                    for other in shown.iter().skip(i + 1) {
                        let common = here.intersect(other.bounds(size(&words, other)));
                        assert!(
                            common.width() <= 4.0 || common.height() <= 4.0,
                            "{lang} {w}×{h} at {time} s: {} lies on {}",
                            one.id,
                            other.id
                        );
                        if let (Some(a), Some(b)) = (one.target, other.target) {
                            let (p, q) =
                                (here.center(), other.bounds(size(&words, other)).center());
                            assert!(
                                !crosses((p, a), (q, b)),
                                "{lang} {w}×{h} at {time} s: leaders of {} and {} cross",
                                one.id,
                                other.id
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_to_be_seen_can_be_reached_and_touched() {
    let words = content("ja");
    let scene = words.explainer.scene("exosome").expect("the scene");
    let play = open("exosome", &Params::default()).expect("the scene is drawn");
    let mut met: Vec<&str> = Vec::new();
    for i in 0..146 {
        let time = f64::from(i) / 2.0;
        let view = Viewport::both(948.0, 592.0);
        for spot in play.frame(time, &view).spots {
            assert!(
                scene.actors.iter().any(|actor| &*actor.id == spot.actor),
                "{} is no actor",
                spot.actor
            );
            assert!(play.actor_at(time, &view, spot.at).is_some());
            met.push(spot.actor);
        }
    }
    for actor in &scene.actors {
        assert!(met.contains(&&*actor.id), "{} is never reached", actor.id);
    }
}

#[test]
fn every_moment_is_described_in_every_language() {
    let play = open("exosome", &Params::default()).expect("the scene is drawn");
    for lang in &languages() {
        let words = content(lang);
        let mut seen = Vec::new();
        for i in 0..146 {
            let sentence = play.describe(f64::from(i) / 2.0, &words);
            assert!(sentence.chars().count() > 12, "{lang}: {sentence}");
            assert!(
                !sentence.contains('{'),
                "{lang}: a placeholder is left in {sentence}"
            );
            if !seen.contains(&sentence) {
                seen.push(sentence);
            }
        }
        assert!(seen.len() >= 11, "{lang}: {} sentences", seen.len());
    }
}

#[test]
fn stills_hold_nothing_that_strict_pages_refuse_and_are_light() {
    for step in 1..=STILLS.len() {
        for svg in [
            still::still("exosome", step, Theme::Dark),
            still::still_whole("exosome", step, Theme::Light),
        ] {
            let svg = svg.expect("every step has both stills");
            assert!(svg.len() < 300_000, "step {step} weighs {}", svg.len());
            let svg = svg.replace("http://www.w3.org/2000/svg", "");
            for word in [
                "<style", "style=", "<text", "<script", "filter", "data:", "http://",
            ] {
                assert!(!svg.contains(word), "step {step} holds {word}");
            }
            assert!(
                !svg.contains("NaN") && !svg.contains("inf"),
                "step {step} holds no number"
            );
        }
    }
}

#[test]
fn the_content_repeats_the_stills() {
    let words = content("ja");
    let scene = words.explainer.scene("exosome").expect("the scene");
    let stills: Vec<f64> = scene.steps.iter().map(|step| step.still_secs).collect();
    assert_eq!(stills, STILLS);
    assert_eq!(
        scene.steps.last().map(|step| step.end_secs),
        Some(DURATION_SECS)
    );
}

#[test]
fn phones_of_all_widths_show_one_scale() {
    let live = Layout::of(&Viewport::both(366.0, 380.0));
    let baked = Layout::of(&Viewport::both(536.0, 380.0));
    assert!((live.span - baked.span).abs() < 1e-9);
    assert!(((live.focus.x - 183.0) - (baked.focus.x - 268.0)).abs() < 1e-9);
}
