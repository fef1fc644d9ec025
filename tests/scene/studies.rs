//! The scene `evidence` as a visitor arranges it: what is asked about is lit, the two studies change places.

use exosome_explainer::model::evidence::{DURATION_SECS, STARTS_SECS, state_at};
use exosome_explainer::model::params::{Lit, Params};
use exosome_explainer::scene::evidence::hit::TILES;
use exosome_explainer::scene::evidence::labels::RUNGS;
use exosome_explainer::scene::evidence::layout::Layout;
use exosome_explainer::scene::evidence::lit;
use exosome_explainer::scene::frame::{Art, Frame, Scene};
use exosome_explainer::scene::open;
use exosome_explainer::scene::still::{STAGE, picture};
use exosome_explainer::scene::view::Viewport;
use exosome_explainer::units::{Ratio, Theme};
use kurbo::Rect;

use crate::golden::{check_golden, content, difference, languages, pixels};

const SIZES: [(f64, f64); 4] = [
    (948.0, 592.0),
    (736.0, 460.0),
    (366.0, 380.0),
    (336.0, 380.0),
];

fn scene(params: &Params) -> Box<dyn Scene> {
    open("evidence", params).expect("the scene is drawn")
}

fn asked(actor: &str) -> Params {
    Params {
        lit: lit(actor),
        ..Params::default()
    }
}

fn swapped(share: f64) -> Params {
    Params {
        swapped: Ratio::new(share),
        ..Params::default()
    }
}

fn shapes(frame: &Frame) -> usize {
    let moving = |art: &Art| match art {
        Art::Moving(picture) => picture.items.len(),
        Art::Ground(_) => 0,
    };
    frame.layers.iter().map(|layer| moving(&layer.art)).sum()
}

/// How much of a box differs, roughly, in parts of 255.
fn changed(one: &Frame, other: &Frame, at: Rect, size: (f64, f64)) -> f64 {
    let [a, b] = [one, other].map(|frame| pixels(&picture(frame, Theme::Light, size), 1.0));
    let (mut sum, mut count) = (0.0, 0.0);
    for y in at.y0 as u32..at.y1 as u32 {
        for x in at.x0 as u32..at.x1 as u32 {
            if let (Some(p), Some(q)) = (a.pixel(x, y), b.pixel(x, y)) {
                sum += f64::from(p.green().abs_diff(q.green()));
                count += 1.0;
            }
        }
    }
    sum / count
}

#[test]
fn golden_pictures() {
    let view = Viewport::both(STAGE.0, STAGE.1);
    let frame = scene(&asked("animal-drip")).frame(49.0, &view);
    let svg = picture(&frame, Theme::Light, STAGE);
    check_golden("evidence-5-light-lit", &svg, 0.3);
    let frame = scene(&swapped(1.0)).frame(49.0, &view);
    let svg = picture(&frame, Theme::Dark, STAGE);
    check_golden("evidence-5-dark-swapped", &svg, 0.3);
    let size = (366.0, 380.0);
    let params = Params {
        lit: lit("trial-29"),
        ..swapped(1.0)
    };
    let frame = scene(&params).frame(58.0, &Viewport::both(size.0, size.1));
    let svg = picture(&frame, Theme::Light, size);
    check_golden("evidence-6-light-phone-lit", &svg, 0.8);
}

#[test]
fn what_is_asked_about_lights_the_rung_that_it_stands_on() {
    let words = content("ja");
    let scene = words.explainer.scene("evidence").expect("the scene");
    for actor in &scene.actors {
        let now = lit(&actor.id);
        let on = |rung: usize| {
            let card = matches!(&*actor.id, "report-16" | "nobody") && rung == 2
                || &*actor.id == "trial-29" && rung == 3;
            card || RUNGS[rung] == &*actor.id || TILES[rung].contains(&&*actor.id)
        };
        for rung in 0..4 {
            assert_eq!(now.at(rung) > 0.5, on(rung), "{}: rung {rung}", actor.id);
        }
        assert_ne!(now, Lit::default(), "{} lights something", actor.id);
    }
    assert_eq!(lit("liver"), Lit::default(), "other scenes light nothing");
}

#[test]
fn the_lit_rung_has_more_shapes_and_looks_other_in_every_size() {
    for size in SIZES {
        let view = Viewport::both(size.0, size.1);
        let plain = scene(&Params::default()).frame(49.0, &view);
        let layout = Layout::new(&state_at(49.0), &view);
        for (rung, actor) in RUNGS.into_iter().enumerate() {
            let lit = scene(&asked(actor)).frame(49.0, &view);
            assert_eq!(shapes(&lit), shapes(&plain) + 4, "frame and arrowhead");
            let here = changed(&plain, &lit, layout.rungs[rung], size);
            assert!(here > 2.0, "{size:?}: {actor} changes by {here:.2}");
            let card = changed(&plain, &lit, layout.cards[1].inset(-8.0), size);
            assert!(card < 0.2, "{size:?}: {actor} leaves the cards alone");
        }
        // Both studies are lit alike.
        let [report, trial] = ["report-16", "trial-29"].map(|actor| {
            let lit = scene(&asked(actor)).frame(49.0, &view);
            shapes(&lit) - shapes(&plain)
        });
        assert!(report.abs_diff(trial) <= 1, "{report} and {trial}");
    }
}

#[test]
fn the_studies_change_places_and_stay_alike_all_the_way() {
    for size in SIZES {
        let view = Viewport::both(size.0, size.1);
        for i in 0..=10 {
            let state = state_at(49.0).arranged(&swapped(f64::from(i) / 10.0));
            let [saline, report, trial] = Layout::new(&state, &view).cards;
            assert!((report.width() - trial.width()).abs() < 1e-9);
            assert!((report.height() - trial.height()).abs() < 1e-9);
            assert!((report.y0 - trial.y0).abs() < 1e-9);
            assert_eq!(report.x0 > trial.x0, i > 5, "{size:?}, {i}");
            for card in [report, trial] {
                let stage = Rect::new(0.0, 0.0, size.0, size.1);
                assert_eq!(stage.intersect(card), card, "on one screen at {size:?}");
                assert!(saline.intersect(card).is_zero_area(), "{size:?}, {i}");
            }
        }
        let [one, other] = [0.0, 1.0].map(|share| {
            let state = state_at(49.0).arranged(&swapped(share));
            Layout::new(&state, &view).cards
        });
        assert!((one[1].x0 - other[2].x0).abs() < 1e-9, "exactly swapped");
        assert!((one[2].x0 - other[1].x0).abs() < 1e-9, "exactly swapped");
    }
}

#[test]
fn changing_places_moves_softly_and_words_go_along() {
    let view = Viewport::both(948.0, 592.0);
    let at = |share: f64| scene(&swapped(share)).frame(49.0, &view);
    for share in [0.02, 0.3, 0.5, 0.8] {
        let [a, b] = [at(share), at(share + 0.0005)]
            .map(|frame| pixels(&picture(&frame, Theme::Light, (948.0, 592.0)), 0.5));
        let (mean, outliers) = difference(&a, &b);
        assert!(mean < 0.5 && outliers < 0.01, "{share}: {mean} {outliers}");
    }
    for (share, sides) in [(0.0, ("report", "trial")), (1.0, ("trial", "report"))] {
        let labels = at(share).labels;
        let x = |id: &str| {
            let label = labels.iter().find(|label| label.id == id);
            label.map_or(f64::NAN, |label| label.at.x)
        };
        assert!(x(sides.0) < x(sides.1), "{share}");
        // What a study found goes with it, and so does what it lacks.
        assert_eq!(x("equal") > x("nobody"), share < 0.5);
    }
    // Whenever one is named, the other one is, on their way as well.
    for i in 0..=20 {
        let labels = at(f64::from(i) / 20.0).labels;
        let named = |id: &str| {
            labels
                .iter()
                .any(|label| label.id == id && label.alpha > 0.3)
        };
        assert_eq!(named("report"), named("trial"), "{i}");
        assert_eq!(named("report"), named("equal"), "{i}");
    }
}

#[test]
fn what_was_changed_is_told() {
    for lang in &languages() {
        let words = content(lang);
        let tell = |params: &Params, time| scene(params).describe(time, &words);
        for (i, start) in STARTS_SECS.into_iter().enumerate() {
            let time = start + 4.0;
            let plain = tell(&Params::default(), time);
            let turned = tell(&swapped(1.0), time);
            // Before the studies are there nothing has changed places.
            assert_eq!(plain != turned, i > 1, "{lang}: {turned}");
            for (actor, rung) in [("animal-nerve", "rung-animal"), ("nobody", "rung-small")] {
                let lit = tell(&asked(actor), time);
                let name = words.texts.label("evidence", rung);
                assert!(lit.starts_with(&plain) && lit != plain, "{lang}: {lit}");
                assert!(lit[plain.len()..].contains(name), "{lang}: {lit}");
                assert!(!lit.contains('{'), "{lang}: {lit}");
            }
        }
        let both = tell(&asked("people-drip"), DURATION_SECS);
        for rung in ["rung-small", "rung-controlled"] {
            assert!(both.contains(words.texts.label("evidence", rung)), "{both}");
        }
    }
}

#[test]
fn on_phones_the_word_of_the_drip_stands_over_its_column_and_on_no_rung() {
    for size in [(366.0, 380.0), (336.0, 380.0)] {
        let view = Viewport::both(size.0, size.1);
        let layout = Layout::new(&state_at(58.0), &view);
        let frame = scene(&Params::default()).frame(58.0, &view);
        let label = frame.labels.iter().find(|label| label.id == "drip");
        let at = label.expect("the drip is named").at;
        assert!((at.x - layout.tiles[3][3].x).abs() < 1.0, "over its tiles");
        assert!(at.y + 19.0 < layout.rungs[3].y0 + 1.0, "over the rungs");
        assert!(frame.labels.iter().all(|label| label.id != "no-drip"));
    }
}
