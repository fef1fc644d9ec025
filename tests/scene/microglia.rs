//! The microglia scene: equal lanes, steady frames, readable labels, golden pictures.

use exosome_explainer::content;
use exosome_explainer::model::microglia::{DURATION_SECS, State, TRUE_SIZE, state_at};
use exosome_explainer::model::params::Params;
use exosome_explainer::scene::frame::{Art, Layer};
use exosome_explainer::scene::ir::{Item, Node, Shape, Tag};
use exosome_explainer::scene::label::Label;
use exosome_explainer::scene::microglia::cell::{self, Form};
use exosome_explainer::scene::microglia::{self, STILLS, actors, describe, gauge, labels, lens};
use exosome_explainer::scene::open;
use exosome_explainer::scene::still::{self, STACKED, STAGE, picture};
use exosome_explainer::scene::view::{Viewport, arrange};

use kurbo::{Point, Rect};

use crate::golden::{check_golden, content, difference, languages, pixels};
use exosome_explainer::units::{Lane, Ratio, Theme};

fn state(effect: f64, time_secs: f64) -> State {
    state_at(
        &Params {
            assumed_effect: Ratio::new(effect),
            ..Params::default()
        },
        time_secs,
    )
}

#[test]
fn golden_pictures() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for step in 1..=STILLS.len() {
            let svg = still::still("microglia", step, theme).expect("every step has a still");
            check_golden(&format!("microglia-{step}-{name}"), &svg, 0.3);
        }
    }
    let svg =
        still::still_stacked("microglia", 5, Theme::Light).expect("every step has a stacked still");
    check_golden("microglia-5-light-narrow", &svg, 0.6);
}

#[test]
fn there_is_no_still_beyond_the_steps() {
    assert!(still::still("microglia", 0, Theme::Light).is_none());
    assert!(still::still("microglia", 8, Theme::Light).is_none());
    assert!(still::still("nowhere", 1, Theme::Light).is_none());
}

#[test]
fn without_an_effect_the_lanes_are_drawn_alike() {
    let plain = |items: Vec<Item>| -> Vec<Item> {
        items
            .into_iter()
            .filter(|item| item.tag != Tag::Exosome)
            .collect()
    };
    for i in 0..148 {
        let state = state(0.0, f64::from(i) / 2.0);
        let [without, with] = Lane::BOTH.map(|lane| microglia::lane(&state, lane).picture);
        assert_eq!(
            plain(without.items),
            plain(with.items),
            "lanes at {} s",
            state.time_secs
        );
        let [without, with] = Lane::BOTH.map(|lane| lens::half(&state, lane));
        assert_eq!(without, with, "window at {} s", state.time_secs);
        let [without, with] = Lane::BOTH.map(|lane| gauge::picture(&state, lane));
        assert_eq!(
            plain(without.items),
            plain(with.items),
            "scale at {} s",
            state.time_secs
        );
    }
}

#[test]
fn a_number_stands_on_what_it_names_and_is_there_once() {
    let mut all = 0;
    for effect in [0.0, 0.3, 0.5, 1.0] {
        for i in 0..140 {
            let state = state(effect, 40.0 + f64::from(i) / 10.0);
            let mut shown = [0; 3];
            for unit in &state.with.cleanup.units {
                let spot = lens::unit_spot(unit, state.time_secs);
                let bag = (spot.bag, spot.bag_r);
                let things = [bag, bag, (spot.lysosome, spot.lysosome_r)];
                for (k, (at, alpha)) in lens::numbers(unit, state.time_secs).into_iter().enumerate()
                {
                    let (centre, r) = things[k];
                    assert!(((at - centre).hypot() - r).abs() < 1e-3, "{k}");
                    assert!(alpha < 0.01 || at.to_vec2().hypot() < lens::RADIUS - 3.0);
                    shown[k] += usize::from(alpha > 0.01);
                }
                let apart = (spot.bag - spot.lysosome).hypot();
                let hidden = unit.fused == 0.0 && spot.lysosome_alpha > 0.3;
                assert!(
                    !hidden || apart > spot.bag_r + 4.0,
                    "bag over lysosome at {} s",
                    state.time_secs
                );
            }
            assert!(
                shown.iter().all(|n| *n <= 1),
                "{shown:?} at {} s",
                state.time_secs
            );
            all += usize::from(shown == [1, 1, 1]);
        }
    }
    assert!(all > 10, "all three stages are to be seen together: {all}");
}

#[test]
fn above_each_other_both_lanes_lie_alike() {
    for (w, h) in [(366.0, 364.0), (336.0, 348.0)] {
        let [without, with] = arrange(&Viewport::both(w, h)).panes;
        let moved = with.px_from_lane * without.px_from_lane.inverse();
        let [a, b, c, d, x, y] = moved.as_coeffs();
        let plain = [a - 1.0, b, c, d - 1.0, x, y - h / 2.0];
        assert!(plain.iter().all(|v| v.abs() < 1e-9), "{moved:?}");
    }
}

#[test]
fn only_the_lane_with_exosomes_has_a_band() {
    let state = state(0.5, 65.0);
    let band = |lane| {
        gauge::picture(&state, lane)
            .items
            .iter()
            .any(|i| i.tag == Tag::Exosome)
    };
    assert!(band(Lane::With));
    assert!(!band(Lane::Without));
}

#[test]
fn a_millisecond_changes_less_than_the_eye_sees() {
    for time in [
        9.0, 12.3, 22.0, 33.3, 36.8, 40.4, 41.0, 47.7, 53.4, 60.0, 70.0,
    ] {
        let at = |t: f64| {
            let frame = open("microglia", &Params::default())
                .expect("the scene is drawn")
                .frame(t, &Viewport::both(STAGE.0, STAGE.1));
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
fn stills_hold_nothing_that_strict_pages_refuse() {
    for step in 1..=7 {
        for svg in [
            still::still("microglia", step, Theme::Dark),
            still::still_stacked("microglia", step, Theme::Light),
        ] {
            let svg = svg.expect("every step has both stills");
            for word in [
                "<style", "style=", "<text", "<script", "filter", "data:", "http://",
            ] {
                let svg = svg.replace("http://www.w3.org/2000/svg", "");
                assert!(!svg.contains(word), "step {step} holds {word}");
            }
            assert!(
                !svg.contains("NaN") && !svg.contains("inf"),
                "step {step} holds no number"
            );
        }
    }
}

/// How large a label is on screen, roughly: 16 px, an em per Japanese character.
fn size(words: &content::Content, label: &Label) -> (f64, f64) {
    match label.id {
        "cup" | "bag" | "fusion" => (24.0, 24.0),
        "cleaning" => (270.0, 96.0),
        _ => {
            let text = words.texts.label("microglia", label.text);
            let ems: f64 = text
                .chars()
                .map(|c| if c.is_ascii() { 0.55 } else { 1.0 })
                .sum();
            match label.id {
                "fibre" | "neuron" if ems > 7.2 => (118.0, 44.0),
                _ => (ems * 16.0, 22.0),
            }
        }
    }
}

#[test]
fn labels_never_lie_on_each_other() {
    for lang in &languages() {
        let words = content(lang);
        for (w, h) in [
            (948.0, 592.0),
            (736.0, 460.0),
            (536.0, 335.0 + 65.0),
            (366.0, 364.0),
            (336.0, 348.0),
        ] {
            for i in 0..(DURATION_SECS as u32 * 8) {
                let state = scaled(f64::from(i % 2), f64::from(i / 2) / 4.0);
                let stage = arrange(&Viewport::both(w, h));
                let lanes = Lane::BOTH.map(|lane| microglia::lane(&state, lane));
                let shown: Vec<_> = labels::place(&state, &stage, &lanes, (1.0, 1.0))
                    .into_iter()
                    .filter(|label| label.alpha > 0.5)
                    .collect();
                for (i, one) in shown.iter().enumerate() {
                    let here = one.bounds(size(&words, one));
                    for other in shown.iter().skip(i + 1) {
                        let there = other.bounds(size(&words, other));
                        let common = here.intersect(there);
                        assert!(
                            common.width() <= 4.0 || common.height() <= 4.0,
                            "{lang} {w}×{h} at {} s: {} lies on {}",
                            state.time_secs,
                            one.id,
                            other.id
                        );
                    }
                }
            }
        }
    }
}

/// What a layer of a frame draws for one owner, in pixels: the points of its paths.
fn drawn(layer: &Layer, owner: Tag) -> Vec<Point> {
    let Art::Moving(picture) = &layer.art else {
        return Vec::new();
    };
    let mut points = Vec::new();
    for item in picture.items.iter().filter(|item| item.tag == owner) {
        if let Node::Fill(Shape::Path(path), _) = &item.node {
            let ends = path.elements().iter().filter_map(|el| el.end_point());
            let seen = |at: &Point| layer.clip.is_none_or(|clip| clip.contains(*at));
            points.extend(ends.map(|point| layer.map * point).filter(seen));
        }
    }
    points
}

#[test]
fn no_branch_lies_under_a_scale() {
    let scene = open("microglia", &Params::default()).expect("the scene is drawn");
    for (w, h) in [
        (948.0, 592.0),
        (736.0, 460.0),
        (366.0, 400.0),
        (336.0, 348.0),
    ] {
        for i in 0..37 {
            let time = f64::from(i) * 2.0;
            let frame = scene.frame(time, &Viewport::both(w, h));
            let layers = &frame.layers;
            let of = |owner| {
                let layers = layers.iter().map(move |layer| drawn(layer, owner));
                layers.filter(|points| !points.is_empty())
            };
            let scales: Vec<Rect> = of(Tag::Gauge)
                .map(|points| {
                    points
                        .iter()
                        .fold(Rect::from_points(points[0], points[0]), |r, p| {
                            r.union_pt(*p)
                        })
                })
                .collect();
            assert_eq!(scales.len(), 2);
            for point in of(Tag::Microglia).flatten() {
                for scale in &scales {
                    let deep = scale.inset(-2.0);
                    assert!(
                        !deep.contains(point),
                        "{w}×{h} at {time} s: {point:?} in {scale:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn half_way_the_branches_are_half_as_long_and_nothing_jumps() {
    let form = |alert| {
        cell::outline(Form {
            centre: Point::ORIGIN,
            alert,
            phase: 1.0,
            scale: 1.0,
        })
    };
    for i in 0..200 {
        let (one, next) = (form(f64::from(i) / 200.0), form(f64::from(i + 1) / 200.0));
        for branch in 0..8 {
            let moved = (one.tip(branch).0 - next.tip(branch).0).hypot();
            assert!(
                moved < 3.0,
                "branch {branch} moves {moved:.1} from {}",
                one.form.alert
            );
        }
    }
    // Half-way it is between both: shorter than at rest, longer than stout.
    let [rest, half, stout] = [0.0, 0.5, 1.0].map(|alert| {
        let cell = form(alert);
        (0..8).map(|i| cell.tip(i).0.to_vec2().hypot()).sum::<f64>() / 8.0
    });
    assert!(
        rest > half * 1.1 && half > stout * 1.1,
        "{rest:.0} {half:.0} {stout:.0}"
    );
}

#[test]
fn every_moment_is_described_in_every_language() {
    for lang in &languages() {
        let words = content(lang);
        let mut seen = Vec::new();
        for i in 0..148 {
            let sentence = describe::describe(&state(0.8, f64::from(i) / 2.0), &words);
            assert!(sentence.chars().count() > 15, "{lang}: {sentence}");
            assert!(
                !sentence.contains('{'),
                "{lang}: a placeholder is left in {sentence}"
            );
            if !seen.contains(&sentence) {
                seen.push(sentence);
            }
        }
        assert!(
            seen.len() >= 6,
            "{lang}: the description follows the scene, {} sentences",
            seen.len()
        );
    }
}

#[test]
fn the_stacked_still_shows_the_live_scale() {
    let live = arrange(&Viewport::both(366.0, 364.0));
    let baked = arrange(&Viewport::both(STACKED.0, STACKED.1));
    for (a, b) in live.panes.iter().zip(&baked.panes) {
        assert!(
            (a.scale - b.scale).abs() < 1e-9,
            "{} and {}",
            a.scale,
            b.scale
        );
    }
    assert!((live.lens_scale - baked.lens_scale).abs() < 1e-9);
}

fn scaled(true_scale: f64, time_secs: f64) -> State {
    state_at(
        &Params {
            true_scale: Ratio::new(true_scale),
            ..Params::default()
        },
        time_secs,
    )
}

#[test]
fn vesicles_shrink_to_their_true_size() {
    let radius = |true_scale: f64, time: f64| {
        let state = scaled(true_scale, time);
        let drawing = microglia::lane(&state, Lane::With);
        let vesicle = state.vesicles.first().expect("a vesicle is there");
        actors::vesicle_spot(vesicle, &drawing.cell, state.true_scale).r
    };
    for time in [31.0, 34.0, 37.0] {
        let enlarged = radius(0.0, time);
        // 100 nm beside a soma of 10 µm: a hundredth of it, but for the vesicles' own spread.
        let soma = 2.0 * 27.0 * 1.16;
        let width = 2.0 * radius(1.0, time) / soma;
        assert!(
            (width / TRUE_SIZE - 1.0).abs() < 0.11,
            "{width} of the soma"
        );
        // Straight in the logarithm, so that no part of the way is faster than another.
        let halfway = radius(0.5, time);
        let middle = (enlarged * radius(1.0, time)).sqrt();
        assert!((halfway / middle - 1.0).abs() < 1e-9);
    }
}

#[test]
fn vesicles_at_true_scale_can_be_found() {
    let items = |true_scale: f64, time: f64| {
        let state = scaled(true_scale, time);
        let drawing = microglia::lane(&state, Lane::With);
        let rings = |item: &&Item| {
            let ring = |c: f64| (c - actors::VESICLE_R).abs() < 1e-9;
            item.tag == Tag::Exosome
                && matches!(&item.node, Node::Stroke(Shape::Disc(_, r), ..) if ring(*r))
        };
        let seen = state.vesicles.iter();
        let seen = seen.filter(|v| v.presence > 0.01 && v.opened < 0.2).count();
        (drawing.picture.items.iter().filter(rings).count(), seen)
    };
    for time in [30.0, 33.0, 36.0] {
        assert_eq!(items(0.0, time).0, 0);
        let (rings, seen) = items(1.0, time);
        assert!(
            rings >= seen && seen > 0,
            "{rings} rings round {seen} vesicles"
        );
    }
    for (w, h) in [(948.0, 592.0), (736.0, 460.0), (366.0, 364.0)] {
        let label = |true_scale: f64| {
            let params = Params {
                true_scale: Ratio::new(true_scale),
                ..Params::default()
            };
            let play = open("microglia", &params).expect("the scene is drawn");
            let labels = play.frame(33.0, &Viewport::both(w, h)).labels;
            labels.iter().any(|label| label.id == "true-scale")
        };
        assert!(!label(0.0) && !label(0.5) && label(1.0));
    }
}
