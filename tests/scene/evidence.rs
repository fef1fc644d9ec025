//! The scene `evidence` and the picture `start`: both studies alike, steady frames, readable labels, golden pictures.

use std::collections::HashSet;

use exosome_explainer::content::{Content, Kind};
use exosome_explainer::model::evidence::{
    DURATION_SECS, REPORT_PEOPLE, STARTS_SECS, TRIAL_PEOPLE, state_at,
};
use exosome_explainer::model::params::Params;
use exosome_explainer::scene::evidence::STILLS;
use exosome_explainer::scene::evidence::ladder::SHEETS;
use exosome_explainer::scene::evidence::layout::Layout;
use exosome_explainer::scene::frame::{Art, Frame};
use exosome_explainer::scene::ir::Node;
use exosome_explainer::scene::label::{Label, Look};
use exosome_explainer::scene::still::{self, STAGE, picture};
use exosome_explainer::scene::symbols::Symbol;
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::scene::{open, slots};
use exosome_explainer::units::{Ratio, Theme};
use kurbo::{Line, ParamCurve as _, Point, Rect};

use crate::golden::{check_golden, content, difference, languages, pixels};

/// The stage in tablet, embed and phone, still and stacked still, and a small phone.
const SIZES: [(f64, f64); 6] = [
    (948.0, 592.0),
    (736.0, 460.0),
    (366.0, 380.0),
    (1200.0, 750.0),
    (536.0, 380.0),
    (336.0, 380.0),
];
/// Boxes of the picture `start`.
const START_SIZES: [(f64, f64); 4] = [
    (948.0, 420.0),
    (736.0, 380.0),
    (366.0, 300.0),
    (336.0, 300.0),
];

fn frame(scene: &str, time_secs: f64, (w, h): (f64, f64)) -> Frame {
    open(scene, &Params::default())
        .expect("the scene is drawn")
        .frame(time_secs, &Viewport::both(w, h))
}

fn themes() -> [(Theme, &'static str); 2] {
    [(Theme::Light, "light"), (Theme::Dark, "dark")]
}

#[test]
fn golden_pictures() {
    for (theme, name) in themes() {
        for step in 1..=STILLS.len() {
            let svg = still::still("evidence", step, theme).expect("every step has a still");
            check_golden(&format!("evidence-{step}-{name}"), &svg, 0.3);
        }
        for (index, size) in START_SIZES.into_iter().take(3).enumerate() {
            let svg = picture(&frame("start", 0.0, size), theme, size);
            check_golden(&format!("start-{index}-{name}"), &svg, 0.4);
        }
    }
    for step in [2, 5] {
        let svg = still::still_whole("evidence", step, Theme::Light)
            .expect("every step has a still for phones");
        check_golden(&format!("evidence-{step}-light-narrow"), &svg, 0.6);
    }
}

#[test]
fn stills_hold_nothing_that_strict_pages_refuse() {
    for step in 1..=STILLS.len() {
        for svg in [
            still::still("evidence", step, Theme::Dark),
            still::still_whole("evidence", step, Theme::Light),
            still::still("start", 1, Theme::Light),
        ] {
            let svg = svg.expect("every step has both stills");
            assert!(svg.len() < 300_000, "step {step} is {} bytes", svg.len());
            let svg = svg.replace("http://www.w3.org/2000/svg", "");
            for word in [
                "<style", "style=", "<text", "<script", "filter", "data:", "http://", "NaN", "inf",
            ] {
                assert!(!svg.contains(word), "step {step} holds {word}");
            }
        }
    }
}

#[test]
fn a_millisecond_changes_less_than_the_eye_sees() {
    for time in [
        1.1, 3.0, 5.9, 9.2, 12.4, 17.9, 19.0, 20.6, 22.3, 31.0, 39.5, 51.3, 60.0,
    ] {
        let at = |t: f64| {
            pixels(
                &picture(&frame("evidence", t, STAGE), Theme::Light, STAGE),
                0.35,
            )
        };
        let (mean, outliers) = difference(&at(time), &at(time + 0.001));
        assert!(
            mean < 0.4,
            "at {time} s a millisecond changes {mean:.3} on average"
        );
        // Level edges move here, for which the rasteriser of the tests has four steps of coverage.
        assert!(
            outliers < 0.004,
            "at {time} s a millisecond changes {outliers:.5} of the pixels"
        );
    }
}

fn symbols(frame: &Frame, wanted: Symbol) -> Vec<(f64, f64)> {
    let mut found = Vec::new();
    for layer in &frame.layers {
        let Art::Moving(picture) = &layer.art else {
            continue;
        };
        for item in &picture.items {
            if let Node::Use(symbol, map, opacity) = item.node
                && symbol == wanted
            {
                found.push((map.determinant().abs().sqrt(), f64::from(opacity)));
            }
        }
    }
    found
}

#[test]
fn the_two_studies_have_one_size_and_their_people_too() {
    for size in SIZES {
        for time in STARTS_SECS[2..].iter().map(|start| start + 8.0) {
            let view = Viewport::both(size.0, size.1);
            let [_, report, trial] = Layout::new(&state_at(time), &view).cards;
            assert!((report.width() - trial.width()).abs() < 1e-9);
            assert!((report.height() - trial.height()).abs() < 1e-9);
            assert!((report.y0 - trial.y0).abs() < 1e-9);
            let stage = Rect::new(0.0, 0.0, size.0, size.1);
            for card in [report, trial] {
                assert_eq!(
                    stage.intersect(card),
                    card,
                    "both are on one screen at {size:?}"
                );
            }
            let shown = frame("evidence", time, size);
            let people = symbols(&shown, Symbol::Person);
            assert_eq!(people.len(), REPORT_PEOPLE + TRIAL_PEOPLE);
            assert!(
                people.iter().all(|one| *one == people[0]),
                "all people are alike"
            );
            assert_eq!(
                symbols(&shown, Symbol::Nobody).len(),
                REPORT_PEOPLE,
                "those who are missing are drawn"
            );
        }
    }
}

#[test]
fn the_report_is_never_shown_before_the_trial() {
    for i in 0..(DURATION_SECS as u32 * 5) {
        let time = f64::from(i) / 5.0;
        for size in SIZES {
            let shown = |id: &str| {
                frame("evidence", time, size)
                    .labels
                    .iter()
                    .any(|l| l.id == id && l.alpha > 0.3)
            };
            assert_eq!(shown("report"), shown("trial"), "at {time} s");
            assert_eq!(shown("report"), shown("equal"), "at {time} s");
            // What came out is never an arrow alone.
            assert_eq!(shown("report"), shown("cause"), "at {time} s");
            assert_eq!(shown("saline"), shown("fall"), "at {time} s");
        }
    }
}

#[test]
fn a_tile_has_a_sheet_for_each_study_its_claim_cites() {
    let content = content("ja").explainer;
    let scene = content.scene("evidence").expect("the scene is there");
    let tile = |actor: &str| {
        let actor = scene
            .actors
            .iter()
            .find(|it| &*it.id == actor)
            .expect("an actor");
        content
            .claim(&actor.claim)
            .expect("its claim")
            .sources
            .clone()
    };
    let expected = [
        ["cell-inflammation", "cell-nerve", "cell-microglia", "", ""],
        [
            "animal-inflammation",
            "animal-nerve",
            "animal-microglia",
            "animal-drip",
            "animal-local",
        ],
        ["", "", "", "", "small-local"],
        ["", "", "", "", "controlled-local"],
    ];
    for (row, counts) in expected.into_iter().zip(SHEETS) {
        for (actor, count) in row.into_iter().zip(counts) {
            let mut sources = if actor.is_empty() {
                Vec::new()
            } else {
                tile(actor)
            };
            // The trial is named with the reports, but stands on its own rung.
            if actor == "small-local" {
                assert!(sources.iter().any(|id| &**id == "H2"));
                sources.retain(|id| &**id != "H2");
            }
            assert_eq!(sources.len(), usize::from(count), "{actor}");
            for id in sources {
                assert!(
                    content.studies.iter().any(|study| study.id == id),
                    "{id} has no entry"
                );
            }
        }
    }
}

#[test]
fn every_actor_can_be_reached_and_touched() {
    let content = content("ja").explainer;
    for (id, sizes, last) in [
        ("evidence", &SIZES[..], 67.0),
        ("start", &START_SIZES[..], 0.0),
    ] {
        let scene = content.picture(id).expect("the picture is there");
        for &(w, h) in sizes {
            let play = open(id, &Params::default()).expect("the scene is drawn");
            let view = Viewport::both(w, h);
            let spots = play.frame(last, &view).spots;
            let names: HashSet<&str> = spots.iter().map(|spot| spot.actor).collect();
            let wanted: HashSet<&str> = scene.actors.iter().map(|actor| &*actor.id).collect();
            assert_eq!(names, wanted, "{id} at {w} × {h}");
            assert_eq!(names.len(), spots.len(), "one button for each actor");
            for spot in spots {
                assert_eq!(
                    play.actor_at(last, &view, spot.at),
                    Some(spot.actor),
                    "{id} at {w} × {h}"
                );
            }
            assert_eq!(play.actor_at(last, &view, Point::new(-90.0, -90.0)), None);
        }
    }
}

/// How large a label is on screen, roughly: an em per Japanese character.
fn size(words: &Content, scene: &str, label: &Label, width: f64) -> (f64, f64) {
    let font = if width < 536.5 { 14.5 } else { 16.0 };
    let text = words.texts.label(scene, label.text);
    assert!(!text.is_empty(), "{} has no words", label.text);
    let ems: f64 = text
        .chars()
        .map(|c| if c.is_ascii() { 0.55 } else { 1.0 })
        .sum();
    let look = slots(scene)
        .iter()
        .find(|slot| slot.id == label.id)
        .expect("a slot")
        .look;
    match look {
        Look::Hint => (ems * 13.5 + 22.0, 24.0),
        Look::Small | Look::Fine if width < 536.5 => (ems * 13.0, 17.0),
        Look::Small | Look::Fine if width < 900.0 => (ems * 13.5, 17.6),
        Look::Small | Look::Fine => (ems * 15.0, 19.5),
        _ if scene == "start" && ems > 7.2 => (
            font * if words.texts.lang() == "ja" { 7.2 } else { 9.0 },
            44.0,
        ),
        _ => (ems * font, 22.0),
    }
}

#[test]
fn labels_never_lie_on_each_other_and_are_never_more_than_nine() {
    for lang in &languages() {
        let words = content(lang);
        let turned = Params {
            swapped: Ratio::new(1.0),
            ..Params::default()
        };
        for (scene, sizes, moments, params) in [
            (
                "evidence",
                &SIZES[..],
                DURATION_SECS as u32 * 4,
                Params::default(),
            ),
            ("evidence", &SIZES[..], DURATION_SECS as u32 * 4, turned),
            ("start", &START_SIZES[..], 1, Params::default()),
        ] {
            for &(w, h) in sizes {
                for i in 0..moments {
                    let time = f64::from(i) / 4.0;
                    let play = open(scene, &params).expect("the scene is drawn");
                    let all = play.frame(time, &Viewport::both(w, h)).labels;
                    let shown: Vec<_> = all.iter().filter(|label| label.alpha > 0.5).collect();
                    let named = shown.iter().filter(|label| {
                        let mut slots = slots(scene).iter();
                        slots.any(|slot| slot.id == label.id && slot.names())
                    });
                    assert!(named.count() <= 9, "at {time} s");
                    for (i, one) in shown.iter().enumerate() {
                        assert!(slots(scene).iter().any(|slot| slot.id == one.id));
                        let here = one.bounds(size(&words, scene, one, w));
                        let stage = Rect::new(-0.5, 0.0, w + 0.5, h);
                        assert_eq!(
                            stage.intersect(here),
                            here,
                            "{lang} {w}×{h}: {} is cut off",
                            one.id
                        );
                        for other in &shown[i + 1..] {
                            let there = other.bounds(size(&words, scene, other, w));
                            let common = here.intersect(there);
                            assert!(
                                common.width() <= 4.0 || common.height() <= 4.0,
                                "{lang} {w}×{h} at {time} s: {} lies on {}",
                                one.id,
                                other.id
                            );
                        }
                    }
                    leaders_do_not_cross(&shown, |label| {
                        label.bounds(size(&words, scene, label, w))
                    });
                }
            }
        }
    }
}

fn leaders_do_not_cross(labels: &[&Label], bounds: impl Fn(&Label) -> Rect) {
    let lines: Vec<(&str, Line)> = labels
        .iter()
        .filter_map(|label| Some((label.id, Line::new(bounds(label).center(), label.target?))))
        .collect();
    for (i, (one, line)) in lines.iter().enumerate() {
        for (other, second) in &lines[i + 1..] {
            let meet = line.crossing_point(*second).is_some_and(|at| {
                [line, second].iter().all(|line| {
                    let length = (line.p1 - line.p0).hypot2();
                    let share = (at - line.p0).dot(line.p1 - line.p0) / length;
                    (0.0..1.0).contains(&share) && line.eval(share).distance(at) < 1e-6
                })
            });
            assert!(!meet, "the leaders of {one} and {other} cross");
        }
    }
}

#[test]
fn every_moment_is_described_in_every_language() {
    for lang in &languages() {
        let words = content(lang);
        let play = open("evidence", &Params::default()).expect("the scene is drawn");
        let mut seen = HashSet::new();
        for i in 0..(DURATION_SECS as u32 * 2) {
            let sentence = play.describe(f64::from(i) / 2.0, &words);
            assert!(
                sentence.chars().count() > 15 && !sentence.contains('{'),
                "{lang}: {sentence}"
            );
            seen.insert(sentence);
        }
        assert_eq!(seen.len(), 7, "{lang}: one sentence per step");
        for odd in [f64::NAN, -1.0, f64::INFINITY] {
            assert!(seen.contains(&play.describe(odd, &words)));
        }
        let start = open("start", &Params::default()).expect("the picture is drawn");
        assert!(start.describe(0.0, &words).chars().count() > 15);
    }
}

#[test]
fn frames_are_light() {
    for size in SIZES {
        for i in 0..(DURATION_SECS as u32) {
            let shapes: usize = frame("evidence", f64::from(i), size)
                .layers
                .iter()
                .map(|layer| match &layer.art {
                    Art::Moving(picture) => picture.items.len(),
                    Art::Ground(_) => 1,
                })
                .sum();
            assert!(shapes <= 400, "{shapes} shapes at {i} s");
        }
    }
}

#[test]
fn the_steps_of_the_content_are_those_of_the_model() {
    let content = content("ja").explainer;
    let scene = content.scene("evidence").expect("the scene is there");
    let starts: Vec<f64> = scene.steps.iter().map(|step| step.start_secs).collect();
    assert_eq!(starts, STARTS_SECS);
    assert_eq!(scene.duration_secs, DURATION_SECS);
    let stills: Vec<f64> = scene.steps.iter().map(|step| step.still_secs).collect();
    assert_eq!(stills, STILLS);
    let finding = |id: &str| {
        content
            .claim(id)
            .is_some_and(|claim| claim.kind == Kind::Finding)
    };
    assert!(finding("e-report") && finding("e-trial"));
}
