//! The plate of the scene `routes`: either edge of the band as an assumption, and what is read out where it is pointed at.

use exosome_explainer::model::params::{Edge, Params, Regions};
use exosome_explainer::model::routes::infusion::{HALF_LIVES, band, in_blood};
use exosome_explainer::model::routes::{DURATION_SECS, Story};
use exosome_explainer::scene::frame::Scene;
use exosome_explainer::scene::open;
use exosome_explainer::scene::routes::plan::arrange;
use exosome_explainer::scene::routes::{describe, labels};
use exosome_explainer::scene::still::{STAGE, picture};
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::units::Theme;
use kurbo::Point;

use crate::golden::{check_golden, content, difference, pixels};

const SIZES: [(f64, f64); 4] = [
    (948.0, 592.0),
    (736.0, 460.0),
    (366.0, 380.0),
    (336.0, 380.0),
];

fn params(edge: [f64; 2]) -> Params {
    Params {
        edge,
        ..Params::default()
    }
}

fn scene(edge: Edge) -> Box<dyn Scene> {
    open("routes", &params(edge.weights())).expect("the scene is drawn")
}

#[test]
fn golden_pictures() {
    let view = Viewport::both(STAGE.0, STAGE.1);
    let frame = scene(Edge::Long).frame(33.0, &view);
    let svg = picture(&frame, Theme::Light, STAGE);
    check_golden("routes-3-light-long", &svg, 0.38);
    let size = (366.0, 380.0);
    let mut view = Viewport::both(size.0, size.1);
    view.value = Some(20.0);
    let frame = scene(Edge::Short).frame(44.0, &view);
    let svg = picture(&frame, Theme::Dark, size);
    check_golden("routes-4-dark-short-phone", &svg, 0.8);
}

#[test]
fn the_row_of_the_blood_says_what_is_assumed() {
    for (w, h) in SIZES {
        for (edge, text) in [
            (Edge::Band, "in-blood"),
            (Edge::Short, "in-blood-short"),
            (Edge::Long, "in-blood-long"),
        ] {
            let story = Story::new(&params(edge.weights()));
            let plan = arrange(&Viewport::both(w, h));
            for i in 0..DURATION_SECS as u32 {
                let labels = labels::place(&story.at(f64::from(i)), &plan, &story.chosen);
                let row = labels.iter().find(|label| label.id == "in-blood");
                if let Some(row) = row {
                    assert_eq!(row.text, text, "{w}×{h} at {i} s");
                }
                let marked = row.is_some_and(|row| row.alpha > 0.9);
                assert!(marked || edge == Edge::Band, "{w}×{h} at {i} s: {edge:?}");
            }
        }
    }
}

#[test]
fn an_assumed_edge_is_one_value_and_is_told_as_assumed() {
    for lang in ["ja", "en"] {
        let words = content(lang);
        for (edge, half, share) in [
            (Edge::Short, HALF_LIVES.0, in_blood(30.0, HALF_LIVES.0)),
            (Edge::Long, HALF_LIVES.1, in_blood(30.0, HALF_LIVES.1)),
        ] {
            let story = Story::new(&params(edge.weights()));
            let (low, high) = story.in_blood(30.0);
            assert!((low - share).abs() < 1e-12 && (high - share).abs() < 1e-12);
            let told = describe::describe(&story.at(34.0), &story.chosen, &words);
            let half = format!("{half:.0}");
            let value = format!("{:.0}%", share * 100.0);
            assert!(told.contains(&half) && told.contains(&value), "{told}");
            let assumed = if lang == "ja" { "仮定" } else { "assumption" };
            assert!(told.contains(assumed) && !told.contains('{'), "{told}");
        }
        let story = Story::new(&params(Edge::Band.weights()));
        assert_eq!(story.in_blood(30.0), band(30.0));
    }
}

#[test]
fn an_edge_comes_softly_and_changes_body_and_plate() {
    let view = Viewport::both(948.0, 592.0);
    let at = |edge: [f64; 2]| {
        let frame = open("routes", &params(edge))
            .expect("drawn")
            .frame(30.0, &view);
        pixels(&picture(&frame, Theme::Light, (948.0, 592.0)), 0.5)
    };
    for share in [0.0, 0.2, 0.5, 0.7, 0.999] {
        for other in [false, true] {
            let of = |share: f64| {
                if other {
                    [1.0 - share, share]
                } else {
                    [share, 0.0]
                }
            };
            let (mean, outliers) = difference(&at(of(share)), &at(of(share + 0.001)));
            assert!(mean < 0.4 && outliers < 0.002, "{share}: {mean} {outliers}");
        }
    }
    let [band, short, long] = Edge::ALL.map(|edge| at(edge.weights()));
    for (one, other) in [(&band, &short), (&short, &long), (&long, &band)] {
        assert!(difference(one, other).1 > 0.002, "each looks its own");
    }
}

#[test]
fn the_plate_is_read_out_where_it_is_pointed_at() {
    for (w, h) in SIZES {
        for edge in Edge::ALL {
            let scene = scene(edge);
            let view = Viewport::both(w, h);
            let plan = arrange(&view);
            for minutes in [0.0, 7.0, 30.0, 62.0, 90.0] {
                let at = Point::new(plan.minute(minutes), plan.plate.center().y);
                assert_eq!(scene.value_at(&view, at, 0.0), Some(minutes));
                assert_eq!(
                    scene.value_at(&view, at, 1.0),
                    Some((minutes + 1.0).min(90.0)),
                    "a key moves by a minute and stays on the axis"
                );
                assert_eq!(scene.value_at(&view, at, -1e4), Some(0.0));
                let pointed = Viewport {
                    value: Some(minutes),
                    ..view
                };
                let frame = scene.frame(50.0, &pointed);
                let line = frame.reading.expect("it has a place");
                assert!((line.x - plan.minute(minutes)).abs() < 1e-9);
                assert!(line.y < plan.plate.y0, "it leaves the plate free");
                assert!(frame.layers.len() > scene.frame(50.0, &view).layers.len());
            }
            let body = plan.drip.px_from_body * Point::new(0.0, 200.0);
            assert_eq!(scene.value_at(&view, body, 0.0), None);
            assert_eq!(
                scene.value_at(&view, plan.clock.0, 0.0),
                None,
                "the clock is no plot"
            );
            assert_eq!(scene.frame(50.0, &view).reading, None);
        }
    }
}

#[test]
fn a_reading_has_the_minute_the_band_and_the_unknown() {
    for lang in ["ja", "en"] {
        let words = content(lang);
        for minutes in [0.0, 12.0, 30.0, 61.0, 90.0, f64::NAN] {
            let said = scene(Edge::Band).read_out(minutes, &words);
            let (low, high) = band(minutes);
            for value in [low * 100.0, high * 100.0] {
                assert!(
                    said.contains(&format!("{}", (value + 0.5) as u32)),
                    "{said}"
                );
            }
            let unknown = if lang == "ja" {
                "局所 不明"
            } else {
                "local unknown"
            };
            assert!(said.contains(unknown) && !said.contains('{'), "{said}");
            let one = scene(Edge::Long).read_out(minutes, &words);
            assert!(
                one != said && one.contains(unknown) && !one.contains('{'),
                "{one}"
            );
            let assumed = if lang == "ja" { "仮定" } else { "if so" };
            assert!(one.contains(assumed), "{one}");
            // It fits the smallest phone.
            for line in [said, one] {
                let wide = |c: char| if c.is_ascii() { 0.55 } else { 1.0 };
                let ems: f64 = line.chars().map(wide).sum();
                assert!(ems * 13.5 + 22.0 <= 336.0 - 12.0, "{line}");
            }
        }
    }
    // The other scenes have no plot to read.
    let view = Viewport::both(948.0, 592.0);
    for id in ["microglia", "evidence"] {
        let scene = open(id, &Params::default()).expect("the scene is drawn");
        assert_eq!(scene.value_at(&view, Point::new(400.0, 500.0), 0.0), None);
    }
    assert_eq!(Params::default().regions, Regions(0));
}
