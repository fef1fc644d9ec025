//! The scene of the two routes: golden pictures, steady frames, readable labels, touch, descriptions.

use exosome_explainer::content;
use exosome_explainer::model::params::{Edge, Params, Regions};
use exosome_explainer::model::routes::particles::COUNT;
use exosome_explainer::model::routes::regions::{KNEE, REGIONS, WHOLE_BODY};
use exosome_explainer::model::routes::{DURATION_SECS, Story};
use exosome_explainer::scene::frame::{Art, Scene};
use exosome_explainer::scene::ir::Node;
use exosome_explainer::scene::label::{Label, Look, Slot};
use exosome_explainer::scene::routes::ways::Ways;
use exosome_explainer::scene::routes::{STILLS, describe, hit, labels, plan};
use exosome_explainer::scene::still::{self, STAGE, picture};
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::scene::{open, slots};
use exosome_explainer::units::Theme;
use kurbo::{Point, Rect};

use crate::golden::{check_golden, content, difference, languages, pixels};

const SIZES: [(f64, f64); 6] = [
    (1200.0, 750.0),
    (948.0, 592.0),
    (736.0, 460.0),
    (536.0, 380.0),
    (366.0, 380.0),
    (336.0, 380.0),
];

fn params(bits: u32) -> Params {
    Params {
        regions: Regions(bits),
        ..Params::default()
    }
}

fn scene(bits: u32) -> Box<dyn Scene> {
    open("routes", &params(bits)).expect("the scene is drawn")
}

#[test]
fn golden_pictures() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for step in 1..=STILLS.len() {
            let svg = still::still("routes", step, theme).expect("every step has a still");
            check_golden(&format!("routes-{step}-{name}"), &svg, 0.38);
        }
    }
    let svg = still::still_whole("routes", 4, Theme::Light).expect("every step has one");
    check_golden("routes-4-light-narrow", &svg, 0.6);
    let back = 1 | 1 << WHOLE_BODY;
    let frame = scene(back).frame(44.0, &Viewport::both(STAGE.0, STAGE.1));
    check_golden(
        "routes-4-light-neck-wide",
        &picture(&frame, Theme::Light, STAGE),
        0.3,
    );
    for (without, with, name) in [(1.0, 0.0, "drip"), (0.0, 1.0, "local")] {
        let mut view = Viewport::both(366.0, 380.0);
        (view.without, view.with) = (without, with);
        let frame = scene(0).frame(30.0, &view);
        let svg = picture(&frame, Theme::Dark, (366.0, 380.0));
        check_golden(&format!("routes-3-dark-{name}-alone"), &svg, 0.6);
    }
}

#[test]
fn a_millisecond_changes_less_than_the_eye_sees() {
    let scene = scene(0b1_0000);
    for time in [
        0.5, 7.9, 12.3, 19.9, 25.0, 33.9, 35.5, 43.0, 47.9, 52.0, 60.3, 69.0, 75.0,
    ] {
        let at = |t: f64| {
            let frame = scene.frame(t, &Viewport::both(STAGE.0, STAGE.1));
            pixels(&picture(&frame, Theme::Light, STAGE), 0.4)
        };
        let (mean, outliers) = difference(&at(time), &at(time + 0.001));
        assert!(mean < 0.1, "at {time} s a millisecond changes {mean:.3}");
        assert!(outliers < 0.0002, "at {time} s {outliers:.5} of the pixels");
    }
}

#[test]
fn vesicles_move_less_than_a_finger_in_a_frame() {
    let story = Story::new(&params(0));
    let ways = Ways::measured(&story.courses);
    let mut before: Vec<Option<Point>> = vec![None; COUNT as usize];
    for i in 0..(DURATION_SECS as u32 * 30) {
        for it in story.at(f64::from(i) / 30.0).particles {
            let at = ways.place(&it);
            if let Some(Some(was)) = before.get(it.index as usize) {
                let step = (at - *was).hypot();
                assert!(step < 12.0, "{it:?} jumps by {step:.1} at frame {i}");
            }
            if let Some(slot) = before.get_mut(it.index as usize) {
                *slot = Some(at);
            }
        }
    }
}

#[test]
fn hundreds_of_vesicles_are_few_shapes() {
    let frame = scene(u32::MAX).frame(40.0, &Viewport::both(948.0, 592.0));
    let mut shapes = 0;
    for layer in &frame.layers {
        if let Art::Moving(picture) = &layer.art {
            shapes += picture.items.len();
        }
    }
    assert!(shapes < 330, "{shapes} shapes move");
}

#[test]
fn stills_hold_nothing_that_strict_pages_refuse() {
    for step in 1..=STILLS.len() {
        for svg in [
            still::still("routes", step, Theme::Dark),
            still::still_whole("routes", step, Theme::Light),
        ] {
            let svg = svg.expect("every step has both stills");
            for word in [
                "<style", "style=", "<text", "<script", "filter", "data:", "http://",
            ] {
                let svg = svg.replace("http://www.w3.org/2000/svg", "");
                assert!(!svg.contains(word), "step {step} holds {word}");
            }
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
            assert!(svg.len() < 300_000, "step {step}: {} bytes", svg.len());
        }
    }
}

/// How large a label is on screen, roughly, by the style sheet's sizes for its width of stage.
fn size(words: &content::Content, label: &Label, width: f64) -> (f64, f64) {
    let slot = slots("routes")
        .iter()
        .find(|slot| slot.id == label.id)
        .expect("a slot");
    let text = match slot.look {
        Look::Figures(figures) => figures,
        _ => words.texts.label("routes", label.text),
    };
    assert!(!text.is_empty(), "no words for {}", label.text);
    let ems: f64 = text
        .chars()
        .map(|c| if c.is_ascii() { 0.55 } else { 1.0 })
        .sum();
    if let Look::Small | Look::Fine | Look::Figures(_) = slot.look {
        let font = match width {
            w if w >= 900.0 => 15.0,
            w if w >= 560.0 => 13.5,
            _ => 13.0,
        };
        return (ems * font, font * 1.3);
    }
    if slot.look == Look::Hint {
        return (ems * 13.5 + 22.0, 24.0);
    }
    let font = match width {
        w if w >= 900.0 => 16.5,
        w if w >= 560.0 => 15.5,
        _ => 14.5,
    };
    (ems * font, font * 1.3)
}

fn views((w, h): (f64, f64)) -> [Viewport; 3] {
    let both = Viewport::both(w, h);
    [
        both,
        Viewport { with: 0.0, ..both },
        Viewport {
            without: 0.0,
            ..both
        },
    ]
}

fn shown(labels: &[Label]) -> Vec<&Label> {
    labels.iter().filter(|label| label.alpha > 0.5).collect()
}

#[test]
fn labels_stay_in_the_box_and_off_each_other() {
    for lang in &languages() {
        let words = content(lang);
        let edged = |edge: Edge| Params {
            edge: edge.weights(),
            ..params(0)
        };
        let all = [
            params(0),
            params(1 << WHOLE_BODY),
            edged(Edge::Short),
            edged(Edge::Long),
        ];
        for params in all {
            let story = Story::new(&params);
            for (w, h) in SIZES {
                for view in views((w, h)) {
                    let stage = plan::arrange(&view);
                    for i in 0..(DURATION_SECS as u32 * 2) {
                        let time = f64::from(i) / 2.0;
                        let labels = labels::place(&story.at(time), &stage, &story.chosen);
                        let shown = shown(&labels);
                        let place = format!("{lang} {w}×{h} at {time} s");
                        let named = shown.iter().filter(|label| {
                            let mut slots = labels::SLOTS.iter();
                            slots.any(|slot| slot.id == label.id && slot.names())
                        });
                        assert!(named.count() <= 9, "{place}");
                        for (i, one) in shown.iter().enumerate() {
                            let here = one.bounds(size(&words, one, w));
                            let outside =
                                (-here.x0).max(here.x1 - w).max(-here.y0).max(here.y1 - h);
                            assert!(outside < 0.5, "{place}: {} leaves by {outside:.0}", one.id);
                            for other in shown.iter().skip(i + 1) {
                                let there = other.bounds(size(&words, other, w));
                                let common = here.intersect(there);
                                assert!(
                                    common.width() <= 2.0 || common.height() <= 2.0,
                                    "{place}: {} lies on {}",
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
}

#[test]
fn leaders_never_cross() {
    let words = content("ja");
    let story = Story::new(&params(0));
    for (w, h) in SIZES {
        for view in views((w, h)) {
            let stage = plan::arrange(&view);
            for i in 0..DURATION_SECS as u32 {
                let labels = labels::place(&story.at(f64::from(i)), &stage, &story.chosen);
                let lines: Vec<(Point, Point)> = shown(&labels)
                    .into_iter()
                    .filter_map(|label| {
                        Some((label.bounds(size(&words, label, w)).center(), label.target?))
                    })
                    .collect();
                for (i, one) in lines.iter().enumerate() {
                    for other in lines.iter().skip(i + 1) {
                        let side = |l: &(Point, Point), p: Point| (l.1 - l.0).cross(p - l.0) > 0.0;
                        let apart = side(one, other.0) == side(one, other.1)
                            || side(other, one.0) == side(other, one.1);
                        assert!(apart, "{w}×{h} at {i} s");
                    }
                }
            }
        }
    }
}

#[test]
fn everything_that_has_a_button_can_be_touched_there() {
    let words = content("ja");
    let known = &words.explainer.scene("routes").expect("the scene").actors;
    for (w, h) in SIZES {
        for bits in [0, 0b100] {
            let scene = scene(bits);
            for view in views((w, h)) {
                for time in [2.0, 15.0, 33.0, 44.0, 79.0] {
                    let frame = scene.frame(time, &view);
                    for spot in &frame.spots {
                        assert!(
                            known.iter().any(|actor| &*actor.id == spot.actor),
                            "{}",
                            spot.actor
                        );
                        let found = scene.actor_at(time, &view, spot.at);
                        assert!(found.is_some(), "{w}×{h} at {time} s: {}", spot.actor);
                        if w >= 700.0 {
                            assert_eq!(found, Some(spot.actor), "{w}×{h} at {time} s");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn all_of_the_window_is_something() {
    for (w, h) in SIZES {
        for bits in [0, 1] {
            let view = Viewport::both(w, h);
            let stage = plan::arrange(&view);
            for (x, y) in [
                (0.0, 0.0),
                (-100.0, 20.0),
                (0.0, 105.0),
                (-62.0, -76.0),
                (70.0, 70.0),
            ] {
                let at = stage.px_from_lens * Point::new(x, y);
                let found = scene(bits).actor_at(44.0, &view, at);
                let inside = ["pool", "lymph", "joint", "back"];
                assert!(
                    found.is_some_and(|id| inside.contains(&id)),
                    "{w}×{h}: {found:?}"
                );
            }
        }
    }
}

#[test]
fn regions_can_be_tapped_and_are_named_by_their_ids() {
    for (index, actor) in hit::REGION_ACTORS.into_iter().enumerate() {
        assert_eq!(actor.strip_prefix("region-"), REGIONS.get(index).copied());
        assert_eq!(hit::region(actor), Some(index));
    }
    assert_eq!(hit::region("liver"), None);
    let view = Viewport::both(948.0, 592.0);
    let frame = scene(0).frame(0.0, &view);
    let knee = frame
        .spots
        .iter()
        .find(|spot| spot.actor == "region-knee")
        .expect("the knee");
    assert_eq!(
        scene(1 << KNEE).actor_at(0.0, &view, knee.at),
        Some("region-knee")
    );
}

#[test]
fn the_plate_and_the_clock_read_minutes() {
    for (w, h) in SIZES {
        let stage = plan::arrange(&Viewport::both(w, h));
        for minutes in [0.0, 12.0, 45.0, 61.0, 90.0] {
            let x = stage.minute(minutes);
            let under = stage.minute_at(Point::new(x, stage.plate.center().y), 0.0);
            assert!(under.is_some_and(|under| (under - minutes).abs() < 1e-6));
            let turn = (minutes / 60.0 - 0.25) * std::f64::consts::TAU;
            let (middle, r) = stage.clock;
            let hand = middle + kurbo::Vec2::from_angle(turn) * (r * 0.8);
            let under = stage.minute_at(hand, minutes).expect("on the clock");
            assert!((under - minutes).abs() < 0.05, "{minutes}: {under}");
        }
        assert_eq!(stage.minute_at(Point::new(w / 2.0, 1.0), 0.0), None);
    }
}

#[test]
fn nothing_lies_on_the_plate() {
    for (w, h) in SIZES {
        for view in views((w, h)) {
            let stage = plan::arrange(&view);
            assert!(stage.plate.y1 < h && stage.plate.x1 <= w);
            let foot = stage.drip.px_from_body * Point::new(0.0, 500.0);
            assert!(foot.y < stage.plate.y0, "{w}×{h}");
            let (middle, r) = stage.clock;
            let clock = Rect::from_center_size(middle, (2.0 * r, 2.0 * r));
            assert!(
                clock.intersect(stage.bounds).area() > clock.area() - 1e-6,
                "{w}×{h}"
            );
        }
    }
}

#[test]
fn every_moment_is_described_in_every_language() {
    for lang in &languages() {
        let words = content(lang);
        let mut seen = Vec::new();
        for i in 0..160 {
            for bits in [0, 1 << WHOLE_BODY] {
                let story = Story::new(&params(bits));
                let state = story.at(f64::from(i) / 2.0);
                let sentence = describe::describe(&state, &story.chosen, &words);
                assert!(sentence.chars().count() > 40, "{lang}: {sentence}");
                assert!(!sentence.contains('{'), "{lang}: {sentence}");
                if !seen.contains(&sentence) {
                    seen.push(sentence);
                }
            }
        }
        assert!(seen.len() > 20, "{lang}: {}", seen.len());
    }
}

#[test]
fn labels_and_slots_agree_with_the_content() {
    let words = content("ja");
    let known = &words.explainer.scene("routes").expect("the scene").labels;
    // The row of the blood has two more texts, for either edge of the band; what stands between the bodies of narrow
    // boxes has nine.
    let figures = |slot: &&Slot| matches!(slot.look, Look::Figures(_));
    let worded = || labels::SLOTS.iter().filter(|slot| !figures(slot));
    assert_eq!(known.len(), worded().count() + 11);
    for slot in worded() {
        assert!(known.iter().any(|id| &**id == slot.id), "{}", slot.id);
    }
    let steps = &words.explainer.scene("routes").expect("the scene").steps;
    let stills: Vec<f64> = steps.iter().map(|step| step.still_secs).collect();
    assert_eq!(stills, STILLS);
}

#[test]
fn no_number_of_a_frame_is_lost() {
    let frame = scene(u32::MAX).frame(f64::NAN, &Viewport::both(0.0, f64::MIN_POSITIVE));
    for layer in &frame.layers {
        if let Art::Moving(picture) = &layer.art {
            for item in &picture.items {
                if let Node::Use(_, map, _) = item.node {
                    assert!(map.is_finite());
                }
            }
        }
    }
}
