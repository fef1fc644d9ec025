//! The inflammation scene and its panels: equal lanes, steady frames, readable labels, golden pictures.

use exosome_explainer::content;
use exosome_explainer::model::inflammation::{DURATION_SECS, State, Story, state_at};
use exosome_explainer::model::params::{Params, Push};
use exosome_explainer::scene::frame::Frame;
use exosome_explainer::scene::inflammation::{self, STILLS, actors, gauge};
use exosome_explainer::scene::ir::{Item, Tag};
use exosome_explainer::scene::label::{Label, Look};
use exosome_explainer::scene::still::{self, STACKED, STAGE, picture};
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::scene::{open, slots};
use exosome_explainer::units::{Lane, Ratio, Theme};

use crate::golden::{check_golden, content, difference, languages, pixels};

const PANELS: [(&str, f64); 2] = [("dish", 18.0), ("phase", 16.0)];
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

fn frame(scene: &str, params: &Params, time_secs: f64, view: &Viewport) -> Frame {
    let scene = open(scene, params).expect("the scene is drawn");
    scene.frame(time_secs, view)
}

#[test]
fn golden_pictures() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for step in 1..=STILLS.len() {
            let svg = still::still("inflammation", step, theme).expect("every step has a still");
            check_golden(&format!("inflammation-{step}-{name}"), &svg, 0.3);
        }
        for (panel, end) in PANELS {
            let (w, h) = (560.0, 360.0);
            let frame = frame(panel, &Params::default(), 0.6 * end, &Viewport::both(w, h));
            let svg = picture(&frame, theme, (w, h));
            check_golden(&format!("{panel}-{name}"), &svg, 0.6);
        }
    }
    let svg = still::still_stacked("inflammation", 4, Theme::Light).expect("a stacked still");
    check_golden("inflammation-4-light-narrow", &svg, 0.6);
}

#[test]
fn the_stills_are_those_of_the_content() {
    let words = content("ja");
    let scene = words
        .explainer
        .scene("inflammation")
        .expect("the scene is in the content");
    let stills: Vec<f64> = scene.steps.iter().map(|step| step.still_secs).collect();
    assert_eq!(stills, STILLS);
    assert_eq!(scene.duration_secs, DURATION_SECS);
}

#[test]
fn without_an_effect_the_lanes_are_drawn_alike() {
    let plain = |items: Vec<Item>| -> Vec<Item> {
        let shared = items.into_iter().filter(|item| item.tag != Tag::Exosome);
        shared.collect()
    };
    for i in 0..156 {
        let state = state(0.0, f64::from(i) / 2.0);
        let [without, with] = Lane::BOTH.map(|lane| inflammation::lane(&state, lane).picture);
        assert_eq!(
            plain(without.items),
            plain(with.items),
            "lanes at {} s",
            state.time_secs
        );
        let [without, with] = Lane::BOTH.map(|lane| gauge::bars(&state, lane));
        assert_eq!(
            plain(without.items),
            plain(with.items),
            "balance at {} s",
            state.time_secs
        );
    }
}

#[test]
fn with_an_effect_the_lanes_part_and_only_one_has_a_band() {
    let state = state(0.5, 53.5);
    let [without, with] = Lane::BOTH.map(|lane| gauge::bars(&state, lane).items);
    assert_ne!(without, with);
    let band = |items: &[Item]| items.iter().any(|item| item.tag == Tag::Exosome);
    assert!(band(&with) && !band(&without));
}

#[test]
fn a_millisecond_changes_less_than_the_eye_sees() {
    let stage = [
        9.0, 10.2, 20.0, 32.0, 34.1, 41.0, 43.0, 45.0, 53.0, 57.6, 66.0, 77.9,
    ];
    let lanes = stage.map(|time| ("inflammation", time, STAGE));
    let small = (560.0, 360.0);
    let panels = [1.5, 3.3, 6.0, 14.0].map(|time| ("phase", time, small));
    let dish = [0.5, 5.0, 15.9].map(|time| ("dish", time, small));
    for (scene, time, size) in lanes.into_iter().chain(panels).chain(dish) {
        let at = |t: f64| {
            let frame = frame(
                scene,
                &Params::default(),
                t,
                &Viewport::both(size.0, size.1),
            );
            pixels(&picture(&frame, Theme::Light, size), 0.35)
        };
        let (mean, outliers) = difference(&at(time), &at(time + 0.001));
        assert!(mean < 0.4, "{scene} at {time} s: {mean:.3} on average");
        assert!(
            outliers < 0.0006,
            "{scene} at {time} s: {outliers:.5} of the pixels"
        );
    }
}

#[test]
fn stills_hold_nothing_that_strict_pages_refuse() {
    for step in 1..=STILLS.len() {
        for svg in [
            still::still("inflammation", step, Theme::Dark),
            still::still_stacked("inflammation", step, Theme::Light),
        ] {
            let svg = svg.expect("every step has both stills");
            assert!(svg.len() < 300_000, "step {step}: {} bytes", svg.len());
            let svg = svg.replace("http://www.w3.org/2000/svg", "");
            let words = [
                "<style", "style=", "<text", "<script", "filter", "data:", "http://", "NaN", "inf",
            ];
            for word in words {
                assert!(!svg.contains(word), "step {step} holds {word}");
            }
        }
    }
}

#[test]
fn frames_have_few_enough_shapes() {
    for time in [0.0, 19.5, 43.0, 50.0, 63.0] {
        let view = Viewport::both(948.0, 592.0);
        let shapes: usize = frame("inflammation", &params(0.5), time, &view)
            .layers
            .iter()
            .map(|layer| match &layer.art {
                exosome_explainer::scene::frame::Art::Moving(picture) => picture.items.len(),
                exosome_explainer::scene::frame::Art::Ground(_) => 1,
            })
            .sum();
        assert!(shapes <= 400, "{shapes} at {time} s");
    }
}

/// How large a label is on screen, roughly: an em per Japanese character.
fn size(words: &content::Content, scene: &str, label: &Label, width: f64) -> (f64, f64) {
    let text = words.texts.label(scene, label.text);
    let ems = text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.0 });
    let hint = slots(scene)
        .iter()
        .any(|slot| slot.id == label.id && slot.look == Look::Hint);
    let px = match (hint, width < 536.5) {
        (true, _) => 13.5,
        (_, true) => 14.5,
        _ => 15.5,
    };
    (ems.sum::<f64>() * px, px * 1.3)
}

/// Whether the leaders of two labels cross.
fn cross(one: &Label, other: &Label) -> bool {
    let (Some(a), Some(b)) = (one.target, other.target) else {
        return false;
    };
    let side = |p: kurbo::Point, q: kurbo::Point, r: kurbo::Point| (q - p).cross(r - p);
    side(one.at, a, other.at) * side(one.at, a, b) < 0.0
        && side(other.at, b, one.at) * side(other.at, b, a) < 0.0
}

fn readable(lang: &str, scene: &str, frame: &Frame, (w, h): (f64, f64), time: f64) {
    let words = content(lang);
    let shown: Vec<&Label> = frame
        .labels
        .iter()
        .filter(|label| label.alpha > 0.4)
        .collect();
    // The names of the bars are parts of their plate, as headings are of a card.
    let named = |label: &&&Label| !matches!(label.text, "raising" | "lowering");
    let naming = shown.iter().filter(named).count();
    assert!(
        scene != "inflammation" || naming <= 9,
        "{naming} labels at {time} s"
    );
    for (i, one) in shown.iter().enumerate() {
        let here = one.bounds(size(&words, scene, one, w));
        let whole = here.x0 >= 0.0 && here.x1 <= w && here.y0 >= 0.0 && here.y1 <= h;
        assert!(
            whole,
            "{lang} {scene} {w}×{h} at {time} s: {} leaves the stage: {here:?}",
            one.id
        );
        for other in shown.iter().skip(i + 1) {
            let there = other.bounds(size(&words, scene, other, w));
            let common = here.intersect(there);
            let apart = common.width() <= 3.0 || common.height() <= 3.0;
            assert!(
                apart,
                "{lang} {scene} {w}×{h} at {time} s: {} lies on {}",
                one.id, other.id
            );
            assert!(
                !cross(one, other),
                "{scene} {w}×{h} at {time} s: {} crosses {}",
                one.id,
                other.id
            );
        }
    }
}

#[test]
fn stages_of_uptake_are_named_only_where_they_are() {
    let play = Story::new(&params(0.5));
    for (w, h) in SIZES {
        let view = Viewport::both(w, h);
        let stage = inflammation::arrange(&view);
        let pane = stage.pane(Lane::With);
        let mut named = 0;
        for i in 0..280 {
            let time = 33.0 + f64::from(i) / 20.0;
            let state = play.at(time);
            let drawing = inflammation::lane(&state, Lane::With);
            for label in frame("inflammation", &params(0.5), time, &view).labels {
                let Some(stage) = ["dock", "pocket", "open"]
                    .iter()
                    .position(|id| *id == label.id)
                else {
                    continue;
                };
                let target = label.target.expect("it points to something");
                let on_one = state.vesicles.iter().any(|v| {
                    let at = pane.px_from_lane * actors::vesicle_spot(v, &drawing.cells).at;
                    let there = [v.docked, v.inward, v.opened][stage] > 0.05;
                    there && (at - target).hypot() < 14.0 * pane.scale
                });
                assert!(
                    on_one,
                    "{w}×{h} at {time} s: {} points to nothing",
                    label.id
                );
                named += 1;
            }
        }
        assert!(named > 100, "{named}");
    }
}

#[test]
fn labels_never_lie_on_each_other() {
    for lang in &languages() {
        for (w, h) in SIZES {
            let (play, view) = (
                open("inflammation", &params(0.5)).expect("drawn"),
                Viewport::both(w, h),
            );
            for i in 0..(DURATION_SECS as u32 * 2) {
                let time = f64::from(i) / 2.0;
                readable(lang, "inflammation", &play.frame(time, &view), (w, h), time);
            }
            for (without, with) in [(1.0, 0.0), (0.0, 1.0)] {
                let view = Viewport {
                    without,
                    with,
                    ..view
                };
                for time in [0.0, 30.0, 40.0, 50.0, 62.0] {
                    readable(lang, "inflammation", &play.frame(time, &view), (w, h), time);
                }
            }
        }
        for (panel, end) in PANELS {
            for (w, h) in [(560.0, 360.0), (330.0, 280.0)] {
                let frame = frame(panel, &Params::default(), end, &Viewport::both(w, h));
                readable(lang, panel, &frame, (w, h), end);
            }
        }
    }
}

#[test]
fn every_label_and_actor_is_in_the_content() {
    let words = content("ja");
    for id in ["inflammation", "dish", "phase"] {
        let known = words
            .explainer
            .picture(id)
            .expect("the picture is in the content");
        for i in 0..160 {
            let view = Viewport::both(948.0, 592.0);
            let frame = frame(id, &params(0.5), f64::from(i) / 2.0, &view);
            for label in &frame.labels {
                assert!(
                    known.labels.iter().any(|it| &**it == label.text),
                    "{}",
                    label.text
                );
                assert!(
                    slots(id).iter().any(|slot| slot.id == label.id),
                    "{}",
                    label.id
                );
            }
            for spot in &frame.spots {
                assert!(
                    known.actors.iter().any(|it| &*it.id == spot.actor),
                    "{}",
                    spot.actor
                );
            }
        }
    }
}

#[test]
fn a_touch_finds_what_is_there() {
    let scene = open("inflammation", &params(0.5)).expect("drawn");
    let view = Viewport::both(948.0, 592.0);
    for time in [10.0, 30.0, 42.0, 60.0] {
        let frame = scene.frame(time, &view);
        assert!(frame.spots.len() >= 3);
        for spot in frame.spots {
            let found = scene.actor_at(time, &view, spot.at);
            // A small thing may lie upon a large one.
            let small = ["pro", "anti", "exosome"];
            assert!(
                found == Some(spot.actor) || found.is_some_and(|it| small.contains(&it)),
                "{} at {time} s: {found:?}",
                spot.actor
            );
        }
    }
}

#[test]
fn every_moment_is_described_in_every_language() {
    for lang in &languages() {
        let words = content(lang);
        let told = |scene: &str, params: &Params, end: u32| {
            let scene = open(scene, params).expect("drawn");
            let mut seen: Vec<String> = Vec::new();
            for i in 0..=end {
                let sentence = scene.describe(f64::from(i), &words);
                assert!(sentence.chars().count() > 15, "{lang}: {sentence}");
                assert!(!sentence.contains('{'), "{lang}: {sentence}");
                if !seen.contains(&sentence) {
                    seen.push(sentence);
                }
            }
            seen
        };
        assert!(told("inflammation", &params(0.8), 78).len() >= 6, "{lang}");
        assert_eq!(told("dish", &params(0.5), 18).len(), 2);
        let [back, holds, none] = [1.0, 1.3, 0.0].map(|size| {
            let push = Push { size, length: 2.0 };
            told(
                "phase",
                &Params {
                    push,
                    ..Params::default()
                },
                16,
            )
        });
        assert_eq!((back.len(), holds.len(), none.len()), (2, 2, 1));
        assert_ne!(
            back.last(),
            holds.last(),
            "a push just over the threshold holds"
        );
    }
}

#[test]
fn the_stacked_still_shows_the_live_scale() {
    let live = inflammation::arrange(&Viewport::both(366.0, 364.0));
    let baked = inflammation::arrange(&Viewport::both(STACKED.0, STACKED.1));
    for (a, b) in live.panes.iter().zip(&baked.panes) {
        assert!(
            (a.scale - b.scale).abs() < 1e-9,
            "{} and {}",
            a.scale,
            b.scale
        );
    }
}
