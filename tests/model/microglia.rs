//! The microglia model: its promises as numbers.

use exosome_explainer::model::microglia::*;
use exosome_explainer::model::params::Params;
use exosome_explainer::units::Ratio;
use ode_solvers::{Dopri5, System, Vector1};
use proptest::prelude::*;

fn story(effect: f64) -> Story {
    Story::new(&Params {
        assumed_effect: Ratio::new(effect),
        ..Params::default()
    })
}

/// The switch's equation within one slice, where its rates are constant.
struct Slice {
    on: f64,
    off: f64,
}

impl System<f64, Vector1<f64>> for Slice {
    fn system(&self, _: f64, a: &Vector1<f64>, da: &mut Vector1<f64>) {
        da[0] = self.on * (1.0 - a[0]) - self.off * a[0];
    }
}

#[test]
fn the_closed_form_agrees_with_an_ode_solver() {
    for effect in [0.0, 0.3, 0.5, 1.0] {
        let course = Course::new(effect);
        let mut a = course.at(0.0);
        let slices = (DURATION_SECS / SLICE_SECS) as usize;
        for i in 0..slices {
            let from = i as f64 * SLICE_SECS;
            let (on, off) = slice_rates(effect, from);
            let mut solver = Dopri5::new(
                Slice { on, off },
                from,
                from + SLICE_SECS,
                SLICE_SECS,
                Vector1::new(a),
                1e-10,
                1e-10,
            );
            solver.integrate().expect("the solver gets through a slice");
            a = solver.y_out().last().expect("the solver has an end")[0];
            let closed = course.at(from + SLICE_SECS);
            assert!(
                (closed - a).abs() < 1e-6,
                "effect {effect}, {from} s: {closed} and {a}"
            );
        }
    }
}

#[test]
fn without_an_effect_both_lanes_are_equal() {
    let story = story(0.0);
    for i in 0..740 {
        let state = story.at(f64::from(i) / 10.0);
        assert_eq!(state.without, state.with, "at {} s", state.time_secs);
    }
}

#[test]
fn the_full_effect_ends_part_way_at_two_fifths() {
    let end = story(1.0).at(TOWARD_PATROL_END_SECS);
    assert!(
        (end.with.activation - 0.40).abs() < 5e-4,
        "{}",
        end.with.activation
    );
}

#[test]
fn the_storyboard_holds() {
    let (none, half) = (story(0.0), story(0.5));
    let without = |t| none.at(t).without.activation;
    assert!((without(0.0) - 0.1).abs() < 1e-9, "on patrol at first");
    assert!(
        (without(18.0) - 0.9).abs() < 0.02,
        "alert by the end of 4.2"
    );
    assert!(
        (without(66.0) - 0.85).abs() < 0.01,
        "a little calmer by itself by the end of 4.6"
    );
    let with = half.at(66.0);
    assert!(
        with.with.activation > 0.45 && with.with.activation < 0.7,
        "part-way by default"
    );
    assert!(with.band.0 < with.with.activation && with.with.activation < with.band.1);
}

#[test]
fn the_band_spans_every_effect() {
    for t in [30.0, 36.0, 44.0, 54.0, 66.0, 74.0] {
        let (low, high) = story(0.5).at(t).band;
        assert_eq!(low, story(1.0).at(t).with.activation);
        assert_eq!(high, story(0.0).at(t).with.activation);
        for effect in [0.1, 0.4, 0.9] {
            let a = story(effect).at(t).with.activation;
            assert!((low..=high).contains(&a), "effect {effect} at {t} s");
        }
    }
}

#[test]
fn the_clean_up_never_stands_still() {
    for effect in [0.0, 0.5, 1.0] {
        let story = story(effect);
        let progress = |t: f64| story.at(t).without.cleanup.progress;
        assert!(
            progress(50.0) > progress(44.0) + 0.05,
            "slow, not zero, without exosomes"
        );
        let with = |t: f64| story.at(t).with.cleanup.progress;
        assert!(with(50.0) - with(44.0) >= progress(50.0) - progress(44.0) - 1e-12);
    }
}

#[test]
fn nothing_pops_in_or_out() {
    for effect in [0.0, 0.5, 1.0] {
        let story = story(effect);
        let mut before = story.at(0.0);
        for i in 1..74_000 {
            let state = story.at(f64::from(i) / 1000.0);
            let step = (state.with.activation - before.with.activation).abs();
            assert!(step < 1e-3, "a jumps by {step} at {} s", state.time_secs);
            for vesicle in &state.vesicles {
                if !before.vesicles.iter().any(|v| v.index == vesicle.index) {
                    assert!(vesicle.presence < 0.01, "vesicle {} pops in", vesicle.index);
                }
            }
            for vesicle in &before.vesicles {
                if !state.vesicles.iter().any(|v| v.index == vesicle.index) {
                    assert!(
                        vesicle.presence < 0.01,
                        "vesicle {} pops out",
                        vesicle.index
                    );
                }
            }
            before = state;
        }
    }
}

proptest! {
    #[test]
    fn every_input_gives_a_state_in_range(effect in any::<f64>(), time in any::<f64>()) {
        let params = Params { assumed_effect: Ratio::new(effect), ..Params::default() };
        let state = state_at(&params, time);
        prop_assert_eq!(&state, &state_at(&params, time));
        prop_assert!((0.0..=DURATION_SECS).contains(&state.time_secs));
        for lane in [&state.without, &state.with] {
            prop_assert!((0.0..=1.0).contains(&lane.activation));
            for signal in &lane.signals {
                prop_assert!((0.0..=1.0).contains(&signal.progress));
                prop_assert!((0.0..=1.0).contains(&signal.strength));
            }
        }
    }
}
