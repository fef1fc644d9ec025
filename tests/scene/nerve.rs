//! The nerve scene: equal lanes, steady frames, readable labels, golden pictures.

use exosome_explainer::content;
use exosome_explainer::model::nerve::{DURATION_SECS, State, state_at};
use exosome_explainer::model::params::Params;
use exosome_explainer::scene::frame::Frame;
use exosome_explainer::scene::ir::{Item, Tag};
use exosome_explainer::scene::label::Label;
use exosome_explainer::scene::nerve::{self, STILLS, labels, plates};
use exosome_explainer::scene::open;
use exosome_explainer::scene::still::{self, STAGE, picture};
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::units::{Lane, Ratio, Theme};
use kurbo::{Point, Rect};

use crate::golden::{check_golden, content, difference, languages, pixels};

/// All sizes a stage comes in: tablet, article, narrow still, phone, small phone.
const SIZES: [(f64, f64); 6] = [
    (1200.0, 750.0),
    (948.0, 592.0),
    (736.0, 460.0),
    (536.0, 384.0),
    (366.0, 364.0),
    (336.0, 348.0),
];

fn params(effect: f64) -> Params {
    Params {
        assumed_effect: Ratio::new(effect),
        ..Params::default()
    }
}

fn state(effect: f64, time_secs: f64) -> State {
    state_at(&params(effect), time_secs)
}

fn frame(effect: f64, time_secs: f64, view: &Viewport) -> Frame {
    let scene = open("nerve", &params(effect)).expect("the scene is drawn");
    scene.frame(time_secs, view)
}

#[test]
fn golden_pictures() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for step in 1..=STILLS.len() {
            let svg = still::still("nerve", step, theme).expect("every step has a still");
            check_golden(&format!("nerve-{step}-{name}"), &svg, 0.3);
        }
    }
    let svg = still::still_stacked("nerve", 5, Theme::Light).expect("a stacked still");
    check_golden("nerve-5-light-narrow", &svg, 0.6);
}

#[test]
fn without_an_effect_the_lanes_are_drawn_alike() {
    let plain = |items: Vec<Item>| -> Vec<Item> {
        let keep = |item: &Item| item.tag != Tag::Exosome;
        items.into_iter().filter(keep).collect()
    };
    for i in 0..160 {
        let state = state(0.0, f64::from(i) / 2.0);
        let t = state.time_secs;
        let [without, with] = Lane::BOTH.map(|lane| nerve::lane(&state, lane));
        assert_eq!(plain(without.items), plain(with.items), "lanes at {t} s");
        let [without, with] = Lane::BOTH.map(|lane| plates::gauge(&state, lane, true));
        assert_eq!(plain(without.items), plain(with.items), "scales at {t} s");
        let trace = |lane| plates::trace(state.lane(lane), (140.0, 56.0), 20.0);
        assert_eq!(
            trace(Lane::Without),
            trace(Lane::With),
            "read-offs at {t} s"
        );
    }
}

#[test]
fn with_an_effect_the_lanes_differ_and_only_one_has_a_band() {
    let state = state(0.5, 59.0);
    assert_ne!(state.without, state.with);
    let band = |lane| {
        let picture = plates::gauge(&state, lane, true);
        picture.items.iter().any(|item| item.tag == Tag::Exosome)
    };
    assert!(band(Lane::With) && !band(Lane::Without));
}

#[test]
fn both_ends_grow_alike_on_screen() {
    for t in [21.0, 40.0, 79.0] {
        assert_eq!(nerve::tip(&state(0.0, t)), nerve::tip(&state(1.0, t)));
    }
    assert!(
        nerve::tip(&state(1.0, 80.0)).x > 720.0 - 0.2 * 490.0,
        "less than a fifth"
    );
}

#[test]
fn a_millisecond_changes_less_than_the_eye_sees() {
    for time in [
        9.0, 10.4, 12.3, 20.0, 22.0, 33.3, 38.0, 45.0, 52.5, 60.8, 63.0, 71.0,
    ] {
        let at = |t: f64| {
            let frame = frame(0.5, t, &Viewport::both(STAGE.0, STAGE.1));
            pixels(&picture(&frame, Theme::Light, STAGE), 0.35)
        };
        let (mean, outliers) = difference(&at(time), &at(time + 0.001));
        assert!(
            mean < 0.4,
            "at {time} s a millisecond changes {mean:.3} on average"
        );
        assert!(
            outliers < 0.0006,
            "at {time} s a millisecond changes {outliers:.5} of the pixels"
        );
    }
}

#[test]
fn a_frame_is_light() {
    for i in 0..80 {
        let frame = frame(0.5, f64::from(i), &Viewport::both(948.0, 592.0));
        let count: usize = frame
            .layers
            .iter()
            .map(|layer| match &layer.art {
                exosome_explainer::scene::frame::Art::Moving(picture) => {
                    let other = |item: &&Item| item.theme != Some(Theme::Dark);
                    picture.items.iter().filter(other).count()
                }
                exosome_explainer::scene::frame::Art::Ground(_) => 1,
            })
            .sum();
        assert!(count <= 400, "{count} shapes at {i} s");
    }
}

#[test]
fn stills_hold_nothing_that_strict_pages_refuse() {
    for step in 1..=7 {
        for svg in [
            still::still("nerve", step, Theme::Dark),
            still::still_stacked("nerve", step, Theme::Light),
        ] {
            let svg = svg.expect("every step has both stills");
            assert!(svg.len() < 300_000, "step {step} weighs {}", svg.len());
            let svg = svg.replace("http://www.w3.org/2000/svg", "");
            for word in [
                "<style", "style=", "<text", "<script", "filter", "data:", "http://", "NaN", "inf",
            ] {
                assert!(!svg.contains(word), "step {step} holds {word}");
            }
        }
    }
}

/// How large a label is on screen, roughly: 16 px, an em per Japanese character.
fn size(words: &content::Content, label: &Label) -> (f64, f64) {
    let text = words.texts.label("nerve", label.text);
    let ems: f64 = text
        .chars()
        .map(|c| if c.is_ascii() { 0.52 } else { 1.0 })
        .sum();
    (ems * 15.5, 21.0)
}

/// Whether two stretches cross.
fn cross(a: (Point, Point), b: (Point, Point)) -> bool {
    let side = |p: Point, q: Point, r: Point| (q - p).cross(r - p);
    side(a.0, a.1, b.0) * side(a.0, a.1, b.1) < 0.0
        && side(b.0, b.1, a.0) * side(b.0, b.1, a.1) < 0.0
}

#[test]
fn labels_keep_apart_and_inside() {
    for lang in &languages() {
        let words = content(lang);
        for (w, h) in SIZES {
            for weights in [(1.0, 1.0), (1.0, 0.0), (0.0, 1.0)] {
                let mut view = Viewport::both(w, h);
                (view.without, view.with) = weights;
                for i in 0..(DURATION_SECS as u32 * 2) {
                    let t = f64::from(i) / 2.0;
                    let mut shown = frame(0.5, t, &view).labels;
                    shown.retain(|label| label.alpha > 0.5);
                    let told = format!("{lang} {w}×{h} {weights:?} at {t} s");
                    assert!(shown.len() <= 9, "{told}: {} labels", shown.len());
                    for (i, one) in shown.iter().enumerate() {
                        let here = one.bounds(size(&words, one));
                        let stage = Rect::new(0.0, 0.0, w, h);
                        assert!(
                            stage.contains_rect(here),
                            "{told}: {} leaves the stage, {here:?}",
                            one.id
                        );
                        for other in shown.iter().skip(i + 1) {
                            let there = other.bounds(size(&words, other));
                            let common = here.intersect(there);
                            let apart = common.width() <= 2.0 || common.height() <= 2.0;
                            assert!(apart, "{told}: {} lies on {}", one.id, other.id);
                            let line = |label: &Label, edge: Rect| {
                                label.target.map(|to| (edge.center(), to))
                            };
                            if let (Some(a), Some(b)) = (line(one, here), line(other, there)) {
                                assert!(!cross(a, b), "{told}: {} crosses {}", one.id, other.id);
                            }
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_label_and_every_actor_is_in_the_content() {
    let words = content("ja");
    let scene = words.explainer.scene("nerve").expect("the content has it");
    let slots: Vec<&str> = labels::SLOTS.iter().map(|slot| slot.id).collect();
    let mut seen: Vec<&str> = Vec::new();
    for (w, h) in SIZES {
        for i in 0..80 {
            let frame = frame(0.5, f64::from(i), &Viewport::both(w, h));
            for label in &frame.labels {
                assert!(slots.contains(&label.id), "no node for {}", label.id);
                assert!(
                    scene.labels.iter().any(|id| **id == *label.text),
                    "no words for {}",
                    label.text
                );
            }
            for spot in &frame.spots {
                assert!(
                    scene.actors.iter().any(|actor| *actor.id == *spot.actor),
                    "{}",
                    spot.actor
                );
                if !seen.contains(&spot.actor) {
                    seen.push(spot.actor);
                }
            }
        }
    }
    assert_eq!(
        seen.len(),
        scene.actors.len(),
        "every actor can be reached: {seen:?}"
    );
}

#[test]
fn what_is_touched_is_what_is_there() {
    let scene = open("nerve", &params(0.5)).expect("the scene is drawn");
    for (w, h) in SIZES {
        let view = Viewport::both(w, h);
        for t in [30.0, 44.0, 58.5, 66.0] {
            for spot in scene.frame(t, &view).spots {
                let touched = scene.actor_at(t, &view, spot.at);
                // Tokens may lie over the parts behind them.
                let small =
                    touched.is_some_and(|id| ["pro", "anti", "trophic", "exosome"].contains(&id));
                assert!(
                    touched == Some(spot.actor) || small,
                    "{w} {t}: {touched:?}, not {}",
                    spot.actor
                );
            }
        }
    }
}

#[test]
fn every_moment_is_described_in_every_language() {
    for lang in &languages() {
        let words = content(lang);
        let scene = open("nerve", &params(0.8)).expect("the scene is drawn");
        let mut seen = Vec::new();
        for i in 0..160 {
            let sentence = scene.describe(f64::from(i) / 2.0, &words);
            assert!(sentence.chars().count() > 15, "{lang}: {sentence}");
            assert!(
                !sentence.contains('{'),
                "{lang}: a placeholder is left in {sentence}"
            );
            if !seen.contains(&sentence) {
                seen.push(sentence);
            }
        }
        assert!(seen.len() >= 6, "{lang}: {} sentences", seen.len());
    }
}
